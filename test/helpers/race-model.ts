/** Who is rendered into the tag; nobody is an anonymous visitor. */
export type Someone = 'anna' | 'bob' | 'nobody';

/** What can happen on a site, to the tab that was looked at last. */
export type Step =
  | 'load' // The vendor's API is there.
  | 'logout' // The event.
  | 'method' // clearChatStorage().
  | 'remove' // The element goes, or comes back.
  | 'throws' // The vendor's clear fails from now on,
  | 'works' // or works again.
  | 'wipe' // The page empties its storage.
  | 'other' // The visitor turns to the other tab.
  | `render ${Someone}` // Attributes change.
  | `replace ${Someone}` // Another element comes, and the old one goes.
  | `next ${Someone}` // A navigation.
  | `tab ${Someone}`; // One more tab.

/** A call of the vendor's: somebody is identified, or the chat is cleared. */
export type Call = Someone | 'clear';

class Tab {
  calls: Call[] = [];
  isThere = true;
  isLoaded: boolean;
  someone: Someone;
  spent: Someone | undefined;
  said: Someone | undefined;
  /** Whose visit, as far as this document knows. */
  own: Someone | undefined;
  due: 'own' | 'foreign' | undefined;
  hasMet = false;
  /** What was remembered, and who was rendered, when the element went. */
  left: { version: number; someone: Someone } | undefined;

  constructor(someone: Someone, isLoaded: boolean) {
    this.someone = someone;
    this.isLoaded = isLoaded;
  }

  get user(): Someone | undefined {
    return this.someone === 'nobody' || this.someone === this.spent ? undefined : this.someone;
  }
}

/** What the contract promises of tabs in which one thing happens after the other. */
export class Model {
  tabs: Tab[] = [];
  current = 0;
  /** For the whole origin: who is remembered, or that a clear is owed. */
  #remembered: Someone | 'owed' | undefined;
  #works = true;
  /** Differs whenever something else is remembered. */
  #version = 0;
  /** Those that have heard of a clear elsewhere. */
  #reminded: Tab[] = [];

  constructor(someone: Someone, isLoaded: boolean) {
    this.#open(new Tab(someone, isLoaded));
  }

  get statuses(): string[] {
    return this.tabs.map((tab) =>
      !tab.isThere ? 'waiting' : !tab.isLoaded ? 'loading' : tab.due ? 'error' : 'ready',
    );
  }

  do(step: Step): void {
    const tab = this.tabs[this.current] as Tab;
    const [what, someone] = step.split(' ') as [string, Someone];
    const wasLoaded = tab.isLoaded;
    switch (what) {
      case 'load':
        tab.isLoaded = true;
        break;
      case 'logout':
        if (tab.isThere) this.#logOut(tab);
        break;
      case 'method':
        this.#logOut(tab);
        // What it has done itself, a document without an element does not find again.
        if (!tab.isThere) this.#lookAway(tab);
        break;
      case 'remove':
        if (tab.isThere) this.#lookAway(tab);
        else this.#lookBack(tab);
        break;
      case 'throws':
      case 'works':
        this.#works = what === 'works';
        break;
      case 'other':
        this.current = this.tabs.length - 1 - this.current;
        break;
      case 'render':
        tab.someone = someone;
        break;
      case 'replace':
        tab.someone = someone;
        this.#lookBack(tab);
        break;
      case 'next':
        this.tabs.splice(this.current, 1);
        this.#open(new Tab(someone, tab.isLoaded), this.current);
        break;
      case 'tab':
        if (this.tabs.length < 2) this.#open(new Tab(someone, tab.isLoaded));
        break;
    }
    // A tab looks around only when something happens to it.
    const isTouched = !['throws', 'wipe', 'other'].includes(what) && (what !== 'load' || !wasLoaded);
    for (const each of this.tabs) {
      if ((each === tab && isTouched) || (each.due && this.#works)) this.#settle(each);
    }
    // Whether another tab has paid or only wiped can't be seen: who owes goes on owing.
    if (this.#reminded.splice(0).some(({ due }) => due === 'own')) this.#remember('owed');
  }

  #open(tab: Tab, index = this.tabs.length): void {
    this.tabs.splice(index, 0, tab);
    this.current = index;
    this.#settle(tab);
  }

  #remember(what: Someone | 'owed' | undefined): void {
    if (what !== this.#remembered) this.#version += 1;
    this.#remembered = what;
  }

  #lookAway(tab: Tab): void {
    tab.isThere = false;
    tab.left = { version: this.#version, someone: tab.someone };
  }

  #lookBack(tab: Tab): void {
    tab.isThere = true;
    const { left } = tab;
    tab.left = undefined;
    if (!left || left.version === this.#version || !tab.user) return;
    tab.due ??= 'foreign';
    if (left.someone === tab.someone) tab.spent = tab.someone;
  }

  #logOut(tab: Tab): void {
    tab.due = 'own';
    tab.spent = tab.someone;
    this.#tellOthers(tab);
    this.#pay(tab);
    if (tab.due) this.#remember('owed');
  }

  #tellOthers(from: Tab): void {
    for (const tab of this.tabs) {
      if (tab === from || !tab.isThere) continue;
      this.#reminded.push(tab);
      this.#obey(tab);
    }
  }

  #obey(tab: Tab): void {
    tab.due ??= 'foreign';
    tab.spent = tab.someone;
    tab.own = undefined;
    this.#pay(tab);
  }

  #settle(tab: Tab): void {
    if (!tab.isThere) return;
    if (tab.someone !== tab.spent) tab.spent = undefined;
    const { user } = tab;
    const isFirst = !tab.hasMet;
    tab.hasMet = true;
    const known = this.#remembered;
    if (known && known === user) tab.own = user;
    else if (known === 'owed') {
      if (isFirst || (user && user !== tab.said)) tab.due = 'own';
    } else if (!tab.due && known && known !== user && (user || isFirst || known === tab.own)) {
      tab.due = 'own';
      this.#remember('owed');
      this.#tellOthers(tab);
    }
    this.#pay(tab);
    if (!tab.isLoaded || tab.due || !user || user === tab.said) return;
    tab.calls.push(user);
    this.#remember((tab.said = tab.own = user));
    // Tabs that have not been told of a clear see the stranger.
    for (const other of this.tabs) {
      if (other !== tab && other.isThere && other.said && other.own && !other.due && other.user !== user)
        this.#obey(other);
    }
  }

  #pay(tab: Tab): void {
    if (!tab.due || !tab.isLoaded || !this.#works) return;
    tab.calls.push('clear');
    if (tab.due === 'own') this.#remember(undefined);
    tab.due = tab.said = tab.own = undefined;
  }
}
