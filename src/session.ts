import type { User } from './config.ts';

/** Why a chat session was cleared, as `useresponse-clear` tells it. */
export type ClearReason = 'event' | 'method' | 'user-changed' | 'other-tab' | 'owed';

/** What is remembered of a person or a debt, if anything is. */
type Remembered = string | null | undefined;

/** Where the last person and an owed clear are kept between pages. Never throws. */
export interface Memory {
  get(): Remembered;
  set(value: Remembered): void;
}

/**
 * Begins what is remembered in a person's place: a clear is owed, whoever comes next. A random number follows, so that a
 * page that comes back sees whether somebody has logged out meanwhile.
 */
const OWED = '!';
/** Ends the record of a person for whom nothing is owed, and who is only remembered by a page that may come back. */
const CLEARED = '~';

/** The same string for the same person, and only for him. Never leaves the page's memory. */
export const personKey = (user: User | undefined): string | undefined =>
  user && JSON.stringify([user.token, user.userEmail]);

/**
 * A 32-bit polynomial hash. Too short to get a token back from (32 bits of at least 256), and nobody's email can be
 * guessed from it without his token; long enough that two people are not taken for one.
 */
function digest(text: string): string {
  let hash = 0;
  for (const character of text) {
    hash = (hash * 65_599 + (character.codePointAt(0) as number)) % 4_294_967_291;
  }
  return hash.toString(36);
}

/** What is remembered of a person. The salt is new whenever he is new, so a record also tells one visit from the next. */
const recordOf = (user: User, salt = `${Math.random()}`): string =>
  `${salt}:${digest(salt + personKey(user))}`;

const withoutMark = (record: Remembered): string | undefined => record?.replace(CLEARED, '');

/** The record, if it is that person's. */
const match = (record: Remembered, user: User | undefined): string | undefined => {
  const mine = record && user && recordOf(user, record.split(':')[0]);
  return mine && mine === withoutMark(record) ? mine : undefined;
};

/**
 * What one document owes to one widget: which clear must come before anybody is identified, and what was last said.
 * Decides and remembers; the calls themselves are handed in.
 */
export interface Session {
  readonly scope: string;
  /** The clear that must be made before anybody is identified. */
  due: ClearReason | undefined;
  /**
   * Compares who is in the page with who is remembered. Where the person has changed a clear becomes due, and other tabs
   * are told: before anything is written, or they would take the change for a wiped storage.
   */
  meet(user: User | undefined, tellOtherTabs: () => void): void;
  /** Makes a clear due. One that somebody else has made elsewhere is made here too, but not remembered. */
  owe(reason: ClearReason, isForeign?: boolean): void;
  /** The due clear can't be made now: it is left over, and remembered across pages. */
  postpone(): void;
  /** Makes the due clear and forgets the person. If the call throws, the clear stays owed. */
  pay(clear: () => void): ClearReason;
  /** Identifies the person, unless exactly this was said before; returns whether it was said now. */
  say(user: User, identify: (user: User) => void): boolean;
  /**
   * Another tab has changed what is remembered. Whether it has identified somebody else without a word: both have begun in
   * the same moment, and neither has seen the other. A storage that was emptied as a whole takes nothing from what is held here.
   */
  hear(user: User | undefined, isWiped: boolean): boolean;
  /**
   * The document goes away, or its last element does: writes again what the page has wiped. With a user the document may
   * come back, and marks him so that it will see whether he has logged out meanwhile.
   */
  lookAway(user?: User | false): void;
  /** Whether somebody signed in or logged out since, so that the user in the page is stale. */
  lookBack(user: User | undefined): boolean;
}

export function openSession(scope: string, memory: Memory): Session {
  /** What is remembered, even if the page wipes its storage. */
  let held: Remembered;
  /** What was remembered when the document looked away, or of whom was cleared last. */
  let left: Remembered;
  /** The record that this document agrees with: another one is somebody else's business. */
  let own: string | undefined;
  let said: string | undefined;
  let hasMet = false;
  let hasLeft = false;
  /** The debt that was paid last, in case the storage lets nothing be removed. */
  let paid: Remembered;
  /** Whether the due clear is another tab's or page's, which remembers it itself. */
  let isForeign = false;

  const read = (): Remembered => {
    const record = memory.get() ?? held;
    return (held = record === paid ? undefined : record);
  };
  const write = (record: Remembered): void => memory.set((held = record));

  const session: Session = {
    scope,
    due: undefined,

    meet(user, tellOtherTabs) {
      const record = read();
      const mine = match(record, user);
      const isFirst = !hasMet;
      hasMet = true;
      const isOwed = record?.startsWith(OWED);
      if (mine) own = mine;
      else if (isOwed) {
        // Another tab's debt is not paid here before the person changes here; then one clear pays all.
        if (isFirst || JSON.stringify(user) !== said) {
          session.due ??= 'owed';
          isForeign = false;
        }
      } else if (!session.due && record && !record.endsWith(CLEARED) && (user || isFirst || record === own)) {
        session.due = 'user-changed';
        tellOtherTabs();
      }
      if (session.due && !isForeign && !isOwed) write(OWED + Math.random());
    },

    owe(reason, foreign = false) {
      if (foreign && session.due) return;
      isForeign = foreign;
      session.due = reason;
    },

    postpone() {
      session.owe('owed');
      write(OWED + Math.random());
    },

    pay(clear) {
      const reason = session.due as ClearReason;
      // Owed until the call has worked.
      if (!isForeign) session.postpone();
      clear();
      if (!isForeign) {
        paid = held;
        write(undefined);
      }
      left = own;
      session.due = said = own = undefined;
      isForeign = false;
      return reason;
    },

    say(user, identify) {
      const words = JSON.stringify(user);
      if (words === said) return false;
      // Remembered first, in case the call breaks off half-way.
      write((own = match(read(), user) ?? recordOf(user)));
      // The vendor may do with it what it likes.
      identify({ ...user });
      said = words;
      return true;
    },

    hear(user, isWiped) {
      const record = memory.get();
      if (!isWiped) held = record;
      own = match(record, user) ?? own;
      if (!said || !own || session.due) return false;
      // What another tab dropped without a log-out is still true here.
      if (!record || record.endsWith(CLEARED)) write(own);
      return !(held as string).startsWith(OWED) && !match(held, user);
    },

    lookAway(user) {
      if (!memory.get()) write(held ?? (user ? (match(left, user) ?? recordOf(user)) + CLEARED : undefined));
      left = memory.get();
      hasLeft = true;
    },

    lookBack(user) {
      const now = memory.get();
      if (now === left) return false;
      held = now;
      // A page that was not allowed to write anything has left no record of its own person.
      return hasLeft && !!user && withoutMark(now) !== (withoutMark(left) ?? match(now, user));
    },
  };
  return session;
}
