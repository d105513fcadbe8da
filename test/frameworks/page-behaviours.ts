import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { ANNA, BOB, type Person, seenIn, settled } from '../e2e/helpers/site.ts';
import type { PageLibrary } from './page-libraries.ts';
import { cookieFor, type Changes, type Visit } from './visit.ts';

/** A site of pages that a library swaps. */
export interface PageSite {
  library: PageLibrary;
  /** Opens one of the site's pages. */
  visit(path: string, start: Changes, use: (visit: Visit) => Promise<void>): Promise<void>;
}

export interface PageBehaviour {
  name: string;
  /** Some libraries have no way to do it. */
  isFor?(library: PageLibrary): boolean;
  check(site: PageSite): Promise<void>;
}

const waiting = { polling: 20, timeout: 30_000 };
type Marked = Window & { isSameDocument?: boolean };
type WithBarba = Window & { barba?: { transitions?: { isRunning: boolean } } };

/**
 * Waits until a page has taken the place of the one before, and a link would be followed within it: htmx takes them up a moment
 * later, and Barba loads in full what is clicked before its transition ends.
 */
async function arrive(page: Page, path: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('main')?.textContent === wanted &&
      location.pathname === wanted &&
      !document.querySelector('.htmx-settling') &&
      !(window as WithBarba).barba?.transitions?.isRunning,
    waiting,
    path,
  );
}

/** In one go: the library may be about to put another link in this one's place. */
const click = (page: Page, path: string): Promise<void> =>
  page.evaluate((wanted) => document.querySelector<HTMLElement>(`nav a[href="${wanted}"]`)!.click(), path);

/** Follows a link as the visitor does, within the document. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(() => ((window as Marked).isSameDocument = true));
  await click(page, path);
  await arrive(page, path);
  assert.ok(
    await page.evaluate(() => (window as Marked).isSameDocument),
    'The library has not swapped the page',
  );
}

async function goBack(page: Page, path: string): Promise<void> {
  await page.evaluate(() => history.back());
  await arrive(page, path);
}

/** From now on the server knows another visitor; the page does not know yet. */
const signIn = (page: Page, src: string, person: Person): Promise<void> =>
  page.browserContext().setCookie(cookieFor({ src, ...person }));

async function signOut(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), click(page, '/sign-out')]);
  await arrive(page, '/');
}

export const PAGE_BEHAVIOURS: PageBehaviour[] = [
  {
    name: 'another page, and back: nothing is loaded or said twice, nothing cleared',
    check: ({ visit }) =>
      visit('/', ANNA, async ({ page, widget, told, ready }) => {
        await told('aa11');
        await follow(page, '/about');
        await ready();
        await follow(page, '/');
        await follow(page, '/about');
        await goBack(page, '/');
        await ready();
        await told('aa11');
        assert.equal(await widget.requests(), 1);
      }),
  },
  {
    name: 'a page for a visitor who has signed in',
    check: ({ visit }) =>
      visit('/', {}, async ({ page, widget, ready, told }) => {
        await ready();
        await signIn(page, widget.src, ANNA);
        await follow(page, '/about');
        await told('aa11');
      }),
  },
  {
    name: 'a page for somebody else: the chat is cleared in between',
    check: ({ visit }) =>
      visit('/', ANNA, async ({ page, widget, told }) => {
        await told('aa11');
        await signIn(page, widget.src, BOB);
        await follow(page, '/about');
        await told('aa11', 'clear', 'bb22');
      }),
  },
  {
    name: 'a page for nobody: the chat is cleared',
    check: ({ visit }) =>
      visit('/', ANNA, async ({ page, widget, told }) => {
        await told('aa11');
        await signIn(page, widget.src, {});
        await follow(page, '/about');
        await told('aa11', 'clear');
      }),
  },
  {
    name: 'an event logs out, and the next page sends nobody',
    check: ({ visit }) =>
      visit('/', ANNA, async ({ page, dispatch, told }) => {
        await told('aa11');
        await dispatch('logout');
        await follow(page, '/about');
        await goBack(page, '/');
        await told('aa11', 'clear');
      }),
  },
  {
    name: 'two elements for a moment are no `duplicate`',
    check: ({ visit }) =>
      visit('/', ANNA, async ({ page, told }) => {
        await told('aa11');
        for (const path of ['/about', '/', '/about']) await follow(page, path);
        // So long a second element may stay.
        await settled(page, 1_100);
        assert.equal((await page.$$('useresponse-widget')).length, 1);
        const { happenings } = await seenIn(page);
        assert.deepEqual(
          happenings.filter((happening) => happening.startsWith('error')),
          [],
        );
      }),
  },
  {
    name: 'signed out by a link that loads in full: cleared, and Back does not send the person again',
    check: ({ visit }) =>
      visit('/', ANNA, async ({ page, ready, told, calls }) => {
        await told('aa11');
        await follow(page, '/about');
        await signOut(page);
        await ready();
        await told('clear');
        await goBack(page, '/about');
        await ready();
        await settled(page);
        // It is a new document, or one that came back and has sent her before she signed out.
        const made = await calls();
        assert.ok(!made.includes('aa11') || made.at(-1) === 'clear', made.join(', '));
      }),
  },
  {
    name: 'signed out by the server alone: a page that no cache keeps does not send the person again on Back',
    check: ({ visit }) =>
      visit('/fresh', ANNA, async ({ page, widget, told }) => {
        await told('aa11');
        await follow(page, '/fresh/about');
        await signIn(page, widget.src, {});
        await follow(page, '/fresh');
        await told('aa11', 'clear');
        await goBack(page, '/fresh/about');
        await goBack(page, '/fresh');
        await told('aa11', 'clear');
      }),
  },
  {
    name: 'a tag that is kept: nothing is loaded or said twice',
    check: ({ visit }) =>
      visit('/kept', ANNA, async ({ page, widget, ready, told }) => {
        await told('aa11');
        await page.evaluate(
          () => ((window as { kept?: unknown }).kept = document.querySelector('useresponse-widget')),
        );
        for (const path of ['/kept/about', '/kept', '/kept/about']) await follow(page, path);
        await goBack(page, '/kept');
        await ready();
        await told('aa11');
        assert.ok(
          await page.evaluate(
            () => (window as { kept?: unknown }).kept === document.querySelector('useresponse-widget'),
          ),
        );
        assert.equal(await widget.requests(), 1);
      }),
  },
  {
    name: 'a tag that is kept, signed out by a link that loads in full: cleared',
    check: ({ visit }) =>
      visit('/kept', ANNA, async ({ page, ready, told }) => {
        await told('aa11');
        await follow(page, '/kept/about');
        await signOut(page);
        await ready();
        await told('clear');
      }),
  },
  {
    name: 'a refresh that changes what is there (morphing)',
    isFor: ({ refresh }) => Boolean(refresh),
    check: ({ visit, library }) =>
      visit('/', ANNA, async ({ page, widget, told }) => {
        await told('aa11');
        const refresh = async (token: string): Promise<void> => {
          await page.evaluate(library.refresh!);
          await page.waitForFunction(
            (wanted) => document.querySelector('useresponse-widget')?.getAttribute('token') === wanted,
            waiting,
            token,
          );
        };
        const element = await page.$('useresponse-widget');
        await signIn(page, widget.src, BOB);
        await refresh('bb22');
        await told('aa11', 'clear', 'bb22');
        await signIn(page, widget.src, {});
        await refresh('');
        await told('aa11', 'clear', 'bb22', 'clear');
        assert.ok(await page.evaluate((first) => first?.isConnected, element), 'It was swapped');
        assert.equal(await widget.requests(), 1);
      }),
  },
];
