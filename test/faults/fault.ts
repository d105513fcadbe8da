import type { Faults } from '../../demo/simulator/types.ts';
import type { Browser } from 'puppeteer-core';
import { ANNA, BOB, type Person, type Site, withVisitor } from '../e2e/helpers/site.ts';
import { type Look, type PageParts, Visit } from './visit.ts';

/** The looks at the pages before the fault, as it happens, and at the good page after it. */
export const BEFORE = 'before';
export const OPENED = '';
export const LOGGED_OUT = 'a log-out';
const ENDED = 'it ends';
export const NEXT = 'the next page';

export type Step = [after: string, act: (visit: Visit) => Promise<unknown>];

/** A row of the matrix. */
export interface Fault {
  name: string;
  /** The page on which it happens; one for Anna where nothing else is said. */
  page?: PageParts;
  /** What is wrong with the vendor while that page is open. */
  vendor?: Faults;
  /** Brings it about, before the page is opened. */
  begin?(visit: Visit): Promise<unknown> | void;
  /** Ends what `begin` has begun. */
  end?(visit: Visit): Promise<unknown> | void;
  /** What happens on the page after it is opened. */
  steps: Step[];
  /** What happens before somebody logs out, on a second visit; no such visit where it is missing. */
  logOut?: Step[] | undefined;
  /** Whether nobody has been here before it happens; Anna has, where nothing is said. */
  isFirstVisit?: boolean;
  /** Whether the element is in a frame of the page. */
  isFramed?: boolean;
  /** Whether no page can know about another. */
  isForgetful?: boolean;
}

type Parts = Omit<Fault, 'steps'> & { steps?: Step[]; isLate?: boolean; mend?: Step[1] };

/** What keeps the vendor away from the start, until it ends and the page's script tries again. */
export const failure = ({ isLate = false, mend, ...fault }: Parts): Fault => {
  const first = isLate ? [TIMEOUT] : [];
  const recovery: Step = [
    'it ends, `load()`',
    async (visit) => {
      await endOf(fault, visit);
      await visit.quiet();
      await mend?.(visit);
      await visit.load();
      await visit.quiet();
      await visit.passTimeout();
    },
  ];
  return { steps: [...first, RETRIES, recovery], logOut: first, ...fault };
};

/** What the element copes with: it is there all the same. */
export const trifle = (fault: Omit<Fault, 'steps'> & { steps?: Step[] }): Fault => ({
  steps: [],
  logOut: fault.steps ?? [],
  ...fault,
});

const LOG_OUT: Step = [LOGGED_OUT, (visit) => visit.logOut()];
export const RETRIES: Step = ['the retries', (visit) => visit.passAll()];
export const TIMEOUT: Step = ['15 s', (visit) => visit.passTimeout()];

async function endOf(fault: Pick<Fault, 'end'>, visit: Visit): Promise<void> {
  await visit.set({});
  await fault.end?.(visit);
}

/** What was seen of one visitor, and of which widget. */
export interface Observation {
  fault: Fault;
  looks: Look[];
  /** The same fault once more, now with a log-out while it lasts. */
  logOut: Look[];
  widget: string;
}

export const observe = (fault: Fault, site: Site, browser: Browser): Promise<Observation> =>
  withVisitor(browser, async (newTab) => {
    const visit = await Visit.begin(site, newTab);
    try {
      const person = fault.page?.person ?? ANNA;
      if (!fault.isFirstVisit) await visit.goOn(ANNA, BEFORE);
      await meet(fault, visit, person, fault.steps);
      await visit.goOn(BOB, NEXT);
      const looks = visit.looks.splice(0);
      if (fault.logOut) {
        // Bob is the one who is here now.
        await meet(fault, visit, BOB, [...fault.logOut, LOG_OUT, RETRIES]);
        await visit.goOn(ANNA, NEXT);
      }
      return { fault, looks, logOut: visit.looks, widget: visit.widget.id };
    } finally {
      visit.door.close();
    }
  });

/** Lets somebody come to the page while the fault lasts. */
async function meet(fault: Fault, visit: Visit, person: Person, steps: Step[]): Promise<void> {
  await visit.set(fault.vendor ?? {});
  await fault.begin?.(visit);
  await visit.open({ ...fault.page, person });
  if (fault.isFramed) visit.place = visit.page.frames().at(-1)!;
  await visit.quiet();
  await visit.look(OPENED);
  for (const [after, act] of steps) {
    await act(visit);
    await visit.quiet();
    await visit.look(after);
  }
  await endOf(fault, visit);
  await visit.quiet();
  await visit.look(ENDED);
}
