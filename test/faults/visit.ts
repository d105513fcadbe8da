import { readFileSync } from 'node:fs';
import type { CDPSession, Frame, Page } from 'puppeteer-core';
import type { Faults } from '../../demo/simulator/types.ts';
import { ANNA, PATIENCE, type Person, RECORD, type Site, type Widget } from '../e2e/helpers/site.ts';
import { type Door, openDoor } from './door.ts';

/** One thing that happened in a page: a call of the vendor's API, or an event of the element. */
export type Happening =
  | { call: 'userConfig' | 'clearChatStorage'; about: string; threw: boolean }
  | { event: 'ready' | 'identify' | 'clear' | 'error'; about?: string };

/** What can be seen of a page at one moment. */
export interface Look {
  /** What was done before: empty for the page as it opens. */
  after: string;
  status: string | undefined;
  isConnected: boolean;
  fallback: boolean;
  chat: boolean;
  story: Happening[];
  /** What has become of the last promise that `load()` gave. */
  promise: string | undefined;
  /** The vendor's script and preload elements, by what has become of them. */
  tags: string[];
  uncaught: string[];
  /** How often the vendor's script was asked for since the last look. */
  requests: number;
  /** For how long each timer was set that ran out since the last look, in milliseconds. */
  waits: number[];
}

/** How a page of the matrix differs from a good one. */
export interface PageParts {
  person?: Person;
  attributes?: string;
  /** Comes in the head, before our script. */
  head?: string;
  /** The tag for our own script. */
  script?: string;
  /** What is in the body, given the tag and the script that watches it. */
  body?: (tag: string, watch: string, visit: Visit) => string;
  headers?: Record<string, string>;
  isXhtml?: boolean;
}

interface InPage {
  isHeld: boolean;
  isBack?: boolean;
  load(): void;
  pass(most: number): number | undefined;
  hasHeld(): boolean;
  isPolling(): boolean;
  rest(mayWait: boolean): number | undefined;
  look(id: string): Omit<Look, 'after' | 'requests' | 'waits'>;
  watch(element: unknown): void;
  api(): Window['UR'];
  element: HTMLElementTagNameMap['useresponse-widget'];
}

declare global {
  interface Window {
    matrix: InPage;
  }
}

const IN_PAGE = readFileSync(new URL('./in-page.js', import.meta.url), 'utf8');
const WATCH = `<script>matrix.watch(document.querySelector('useresponse-widget'))</script>`;
export const OURS = '<script src="/widget.js"></script>';

/** How long the element waits for the vendor, and more than the longest pause between retries would need. */
const TIMEOUT = 15_000;

let visits = 0;

/** One visitor, the page on which something goes wrong for him, and what is seen of it. */
export class Visit {
  readonly site: Site;
  readonly widget: Widget;
  readonly door: Door;
  readonly newTab: () => Promise<Page>;
  page: Page;
  /** Where the element lives: the page, or a frame of it. */
  place: Page | Frame;
  /** For whom the page was rendered. */
  person: Person = {};
  readonly looks: Look[] = [];
  readonly #number = ++visits;
  #devtools: CDPSession | undefined;
  #requests = 0;
  #waits: number[] = [];
  #pages = 0;

  private constructor(site: Site, widget: Widget, door: Door, newTab: () => Promise<Page>, page: Page) {
    [this.site, this.widget, this.door, this.newTab] = [site, widget, door, newTab];
    this.page = this.place = page;
    this.count(page);
  }

  static async begin(site: Site, newTab: () => Promise<Page>): Promise<Visit> {
    const widget = site.widget();
    const door = await openDoor(new URL(widget.src).origin);
    return new Visit(site, widget, door, newTab, await newTab());
  }

  get src(): string {
    return this.door.origin + new URL(this.widget.src).pathname;
  }

  /** Everything that was said and told, in order, over all pages. */
  get story(): Happening[] {
    return this.looks.flatMap(({ story }) => story);
  }

  count(page: Page): void {
    const isVendors = (url: string): boolean => url.includes('/sdk/');
    page.on('request', (request) => (this.#requests += Number(isVendors(request.url()))));
    // A script that comes from its preload was asked for once.
    page.on('requestservedfromcache', (request) => (this.#requests -= Number(isVendors(request.url()))));
  }

  tag(person: Person, attributes = ''): string {
    const user = Object.entries(person).map(([name, value]) => `${name}="${value}"`);
    return `<useresponse-widget src="${this.src}" ${user.join(' ')} ${attributes}><a href="/contact">Contact support</a></useresponse-widget>`;
  }

  /** Publishes a page of the site; a good one where nothing is said. */
  publish({
    person = ANNA,
    attributes,
    head = '',
    script = OURS,
    body,
    headers,
    isXhtml,
  }: PageParts): string {
    const inner = (body ?? ((tag, watch) => tag + watch))(this.tag(person, attributes), WATCH, this);
    const record = `<script>//<![CDATA[\n${RECORD}\n${IN_PAGE}\n//]]></script>`;
    const page = `<head><title>Faults</title><link rel="icon" href="data:," />${record}${head}${script}</head><body>${inner}</body></html>`;
    const path = `/faults/${this.#number}/${++this.#pages}`;
    return isXhtml
      ? this.site.publishDocument(
          path,
          `<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en">${page}`,
          { 'Content-Type': 'application/xhtml+xml', ...headers },
        )
      : this.site.publishDocument(path, `<!doctype html><html lang="en">${page}`, headers);
  }

  async open(parts: PageParts): Promise<void> {
    this.person = parts.person ?? {};
    this.place = this.page;
    await this.page.goto(this.publish(parts));
  }

  set(faults: Faults): Promise<void> {
    return this.widget.set(faults);
  }

  /** Waits until nothing changes any more before time passes. */
  async quiet(): Promise<void> {
    const before = await this.#rest();
    // What has come is noticed when the element looks next.
    if (await this.place.evaluate(() => window.matrix.isPolling())) await this.#rest(before + 2);
  }

  /** How often the element has looked when nothing is on its way but what the door holds. */
  async #rest(least = 0): Promise<number> {
    const polls = await this.place.waitForFunction(
      (mayWait, wanted) => {
        const { rest, isPolling } = window.matrix;
        const count = rest(mayWait);
        // Never 0, which would mean to go on waiting.
        return count !== undefined && (count >= wanted || !isPolling()) && count + 1;
      },
      PATIENCE,
      this.door.isHeld,
      least,
    );
    return Number(await polls.jsonValue()) - 1;
  }

  async status(wanted: string): Promise<void> {
    await this.place.waitForFunction((status) => window.matrix.element?.status === status, PATIENCE, wanted);
  }

  /** Lets time pass to the next thing that was put off, or that long. */
  async pass(milliseconds = TIMEOUT): Promise<void> {
    const wait = await this.place.evaluate((most) => window.matrix.pass(most), milliseconds);
    if (wait !== undefined) this.#waits.push(wait);
    await this.quiet();
  }

  /** Lets time pass until the element has given up, or is ready. */
  async passTimeout(): Promise<void> {
    while (await this.place.evaluate(() => window.matrix.element.status === 'loading')) await this.pass();
  }

  /** Lets time pass until nothing is put off any more, and nothing waited for. */
  async passAll(): Promise<void> {
    for (let times = 0; times < 40; times++) {
      const { isOver } = await this.place.evaluate(() => ({
        isOver: !window.matrix.hasHeld() && !window.matrix.isPolling(),
      }));
      if (isOver) return;
      await this.pass();
    }
    throw new Error('It never ends.');
  }

  /** Looks once nothing moves any more. */
  async look(after: string): Promise<Look> {
    const seen = await this.place.evaluate((id) => window.matrix.look(id), this.widget.id);
    const look = { ...seen, after, requests: this.#requests, waits: this.#waits };
    this.#requests = 0;
    this.#waits = [];
    this.looks.push(look);
    return look;
  }

  async load(): Promise<void> {
    await this.place.evaluate(() => window.matrix.load());
  }

  async logOut(): Promise<void> {
    await this.place.evaluate(() => void document.dispatchEvent(new Event('logout')));
  }

  async render(person: Person): Promise<void> {
    await this.place.evaluate((given) => void Object.assign(window.matrix.element, given), { ...person });
  }

  /** One line to the browser's own tools for the whole visit. */
  async devtools(): Promise<CDPSession> {
    if (!this.#devtools) {
      this.#devtools = await this.page.createCDPSession();
      await this.#devtools.send('Network.enable');
    }
    return this.#devtools;
  }

  /** Comes back online, and waits until the page has heard of it. */
  async goOnline(): Promise<void> {
    if (await this.page.evaluate(() => navigator.onLine)) return;
    await this.page.evaluate(() =>
      addEventListener('online', () => (window.matrix.isBack = true), { once: true }),
    );
    await this.page.setOfflineMode(false);
    await this.page.waitForFunction(() => navigator.onLine && window.matrix.isBack, PATIENCE);
  }

  /** A good page of the site, rendered for somebody, in a tab of its own or in the same one. */
  async goOn(person: Person, after: string): Promise<Look> {
    await this.set({});
    await this.open({ person });
    await this.status('ready');
    await this.quiet();
    return await this.look(after);
  }
}
