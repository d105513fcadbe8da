import { expect } from 'chai';
import type { User } from '../src/config.ts';
import { type ClearReason, type Memory, openSession, personKey, type Session } from '../src/session.ts';

const ANNA: User = { token: 'aa11', userEmail: 'anna@example.com' };
const ANNA_RENAMED: User = { ...ANNA, userName: 'Anna B.' };
const BOB: User = { token: 'bb22', userEmail: 'bob@example.com' };
const SAME_EMAIL: User = { token: 'cc33', userEmail: 'anna@example.com' };

type Call = { clear: true } | { said: User };

/** A browser in which tabs come and go, and a vendor that works or does not. */
class Site {
  readonly calls: Call[] = [];
  readonly pages = new Set<SitePage>();
  stored: string | null = null;
  vendor: 'works' | 'absent' | 'throws' = 'works';

  /** What another page has changed is told to those that are awake. */
  tell(from: SitePage, message: (page: SitePage) => void): void {
    for (const page of this.pages) if (page !== from && !page.isFrozen) message(page);
  }

  wipe(by: SitePage): void {
    this.stored = null;
    this.tell(by, (page) => page.session.hear());
  }
}

/** One document, which does with its session what the element does. */
class SitePage {
  readonly session: Session;
  readonly #site: Site;
  user: User | undefined;
  isFrozen = false;
  /** Nobody who is in here may be said. */
  #spent: string | undefined;

  constructor(site: Site, user: User | undefined) {
    this.#site = site;
    this.user = user;
    const memory: Memory = {
      get: () => site.stored,
      set: (value = null) => {
        if (site.stored === value) return;
        site.stored = value;
        site.tell(this, (page) => page.session.hear());
      },
    };
    this.session = openSession('help.example.com/38', memory);
    site.pages.add(this);
    this.settle();
  }

  render(user: User | undefined): void {
    this.user = user;
    this.settle();
  }

  settle(): void {
    if (personKey(this.user) !== this.#spent) this.#spent = undefined;
    if (this.session.meet(this.#spent ? undefined : this.user)) {
      this.#site.tell(this, (page) => page.clear('other-tab'));
    }
    this.#look();
  }

  clear(reason: ClearReason): void {
    const isOurs = reason === 'event';
    this.#spent = personKey(this.user);
    this.session.owe(reason, !isOurs);
    if (isOurs) this.#site.tell(this, (page) => page.clear('other-tab'));
    if (this.#site.vendor === 'absent' && isOurs) this.session.postpone();
    this.settle();
  }

  leave(isCached: boolean): void {
    this.session.lookAway(isCached && !this.#spent ? this.user : undefined);
    this.isFrozen = isCached;
    if (!isCached) this.#site.pages.delete(this);
  }

  comeBack(): void {
    this.isFrozen = false;
    if (this.session.lookBack(this.#spent ? undefined : this.user)) this.clear('user-changed');
    else this.settle();
  }

  #look(): void {
    const { vendor, calls } = this.#site;
    if (vendor === 'absent') return;
    try {
      if (this.session.due) {
        this.session.pay(() => {
          if (vendor === 'throws') throw new Error();
          calls.push({ clear: true });
        });
      }
    } catch {
      return;
    }
    if (this.user && !this.#spent) this.session.say(this.user, (said) => calls.push({ said }));
  }
}

describe('a session', () => {
  /** The same numbers for the same seed, so that a failure can be seen again. */
  function randomOf(seed: number): (limit: number) => number {
    let state = seed * 2_654_435_761;
    return (limit) => {
      state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
      return (state >>> 7) % limit;
    };
  }

  const PEOPLE = [undefined, ANNA, ANNA_RENAMED, BOB, SAME_EMAIL];
  const VENDORS = ['works', 'works', 'works', 'absent', 'throws'] as const;

  /** Plays a random story, and tells it. */
  function play(seed: number, hasTabs: boolean): { story: string[]; problems: string[] } {
    const random = randomOf(seed);
    const site = new Site();
    const story: string[] = [];
    const problems: string[] = [];
    /** The people who have logged out, until a page is rendered for them again. */
    const gone = new Set<string>();
    let heard = 0;
    let last: User | undefined;
    let isCleared = true;

    const someone = (): User | undefined => PEOPLE[random(PEOPLE.length)];
    const awake = (): SitePage[] => [...site.pages].filter(({ isFrozen }) => !isFrozen);
    const rendered = (user: User | undefined): User | undefined => {
      gone.delete(personKey(user) ?? '');
      return user;
    };
    const check = (): void => {
      for (const call of site.calls.slice(heard)) {
        if ('clear' in call) isCleared = true;
        else {
          if (last && personKey(last) !== personKey(call.said) && !isCleared)
            problems.push(`${call.said.token} after ${last.token} without a clear`);
          if (gone.has(personKey(call.said)!)) problems.push(`${call.said.token} again, who has logged out`);
          last = call.said;
          isCleared = false;
        }
      }
      heard = site.calls.length;
    };
    const act = (what: string, action: () => void): void => {
      story.push(what);
      action();
      check();
    };

    act('opens a page', () => new SitePage(site, rendered(someone())));
    for (let step = 0; step < 14 && !problems.length; step++) {
      const pages = awake();
      const page = pages[random(pages.length)] ?? new SitePage(site, undefined);
      switch (random(hasTabs ? 9 : 7)) {
        case 0: {
          const user = rendered(someone());
          act(`renders ${user?.token}`, () => page.render(user));
          break;
        }
        case 1:
        case 2: {
          const user = rendered(someone());
          const isCached = random(2) === 0;
          act(`goes to a page of ${user?.token}${isCached ? ', cached' : ''}`, () => {
            page.leave(isCached);
            new SitePage(site, user);
          });
          break;
        }
        case 3:
          act(`logs out ${page.user?.token}`, () => {
            if (page.user) gone.add(personKey(page.user)!);
            page.clear('event');
          });
          break;
        case 4:
          site.vendor = VENDORS[random(VENDORS.length)]!;
          act(`vendor ${site.vendor}`, () => awake().forEach((each) => each.settle()));
          break;
        case 5: {
          const user = rendered(someone());
          act(`wipes the storage and goes to a page of ${user?.token}`, () => {
            site.wipe(page);
            page.leave(false);
            new SitePage(site, user);
          });
          break;
        }
        case 6: {
          const cached = [...site.pages].filter(({ isFrozen }) => isFrozen);
          const back = cached[random(cached.length || 1)];
          if (back)
            act(`goes back to a page of ${back.user?.token}`, () => {
              page.leave(true);
              back.comeBack();
            });
          break;
        }
        case 7: {
          const user = rendered(someone());
          act(`opens a tab of ${user?.token}`, () => new SitePage(site, user));
          break;
        }
        case 8:
          if (pages.length > 1) act('closes a tab', () => page.leave(false));
          break;
      }
    }
    return { story, problems };
  }

  for (const [where, hasTabs] of [
    ['one tab', false],
    ['several tabs', true],
  ] as const) {
    it(`clears between any two people, and never says again who has logged out, in ${where}`, () => {
      for (let seed = 1; seed <= 4_000; seed++) {
        const { story, problems } = play(seed, hasTabs);
        if (problems.length) expect.fail(`Seed ${seed}: ${problems.join('; ')}. ${story.join(' / ')}`);
      }
    });
  }

  it('is played by stories in which people are said and cleared', () => {
    const site = new Site();
    new SitePage(site, ANNA).leave(false);
    new SitePage(site, BOB);
    expect(site.calls).to.deep.equal([{ said: ANNA }, { clear: true }, { said: BOB }]);
  });

  it('says nothing twice, and says again what has changed', () => {
    const site = new Site();
    const page = new SitePage(site, ANNA);
    page.settle();
    page.render({ ...ANNA });
    page.render(ANNA_RENAMED);
    expect(site.calls).to.deep.equal([{ said: ANNA }, { said: ANNA_RENAMED }]);
  });

  it('owes a clear that failed until one has worked', () => {
    const site = new Site();
    new SitePage(site, ANNA).leave(false);
    site.vendor = 'throws';
    new SitePage(site, BOB).leave(false);
    new SitePage(site, ANNA).leave(false);
    expect(site.calls).to.deep.equal([{ said: ANNA }]);
    site.vendor = 'works';
    new SitePage(site, ANNA);
    expect(site.calls).to.deep.equal([{ said: ANNA }, { clear: true }, { said: ANNA }]);
    expect(site.stored).to.not.equal(null);
  });

  it('keeps nothing once the person has logged out', () => {
    const site = new Site();
    const page = new SitePage(site, ANNA);
    expect(site.stored).to.be.a('string');
    page.clear('event');
    page.leave(false);
    expect(site.stored).to.equal(null);
  });

  it('remembers a person by a text that differs on each visit', () => {
    const records = [1, 2, 3].map(() => {
      const site = new Site();
      new SitePage(site, ANNA);
      return site.stored;
    });
    expect(new Set(records).size).to.equal(3);
  });

  it('lives with a memory that keeps nothing', () => {
    const calls: unknown[] = [];
    const session = openSession('/', { get: () => null, set: () => {} });
    for (const user of [ANNA, BOB, undefined, ANNA]) {
      session.meet(user);
      if (session.due) session.pay(() => calls.push('clear'));
      if (user) session.say(user, ({ token }) => calls.push(token));
    }
    expect(calls).to.deep.equal(['aa11', 'clear', 'bb22', 'clear', 'aa11']);
  });

  it('is not thrown off by whatever is in the memory', () => {
    for (const garbage of [
      '',
      '!',
      '~',
      '.',
      ':',
      '!~',
      'x:y~',
      '\u0000',
      '💥',
      'a'.repeat(1e5),
      '{"a":1}',
    ]) {
      const site = new Site();
      site.stored = garbage;
      new SitePage(site, ANNA);
      expect(site.calls.at(-1), garbage.slice(0, 10)).to.deep.equal({ said: ANNA });
    }
  });
});
