import { check, count, type Group, type GroupName } from './checks/index.ts';
import { h } from './dom.ts';
import { viewFinding } from './finding-view.ts';
import { writeReport } from './report.ts';
import type { Snapshot } from './snapshot.ts';
import { makeSheet } from './styles.ts';
import { TEXTS } from './texts.ts';
import { timeLine } from './time-line.ts';

const texts = TEXTS.panel;
const GROUPS = Object.keys(TEXTS.groups) as GroupName[];

export interface PanelActions {
  /** The person who looks at the panel has closed it. */
  close(): void;
  askAsStranger(): Promise<void>;
}

/** What is seen of the inspector. Shows one snapshot after the other, and changes only what is different in it. */
export class Panel {
  /** Not in the body: libraries that exchange the body's content would take it along. */
  readonly host = document.createElement('useresponse-inspector');
  readonly #actions: PanelActions;
  readonly #root = this.host.attachShadow({ mode: 'open' });
  readonly #summary = h('p', { class: 'summary', role: 'status' });
  readonly #lists = Object.fromEntries(GROUPS.map((name) => [name, h('ul')])) as Record<
    GroupName,
    HTMLUListElement
  >;
  readonly #steps = h('ol');
  readonly #askButton = h('button', { type: 'button', click: () => void this.#ask() }, texts.askAsStranger);
  readonly #copyAnswer = h('p', { role: 'status' });
  readonly #report = h('textarea', { readonly: true, hidden: true, 'aria-label': texts.report });
  readonly #body = h(
    'div',
    { class: 'body', id: 'body', tabindex: '0', role: 'group', 'aria-label': texts.title },
    ...GROUPS.flatMap((name) => [h('h3', {}, TEXTS.groups[name]), this.#lists[name]]),
    h('p', { class: 'actions' }, this.#askButton),
    h('h3', {}, texts.steps),
    this.#steps,
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', click: () => void this.#copy() }, texts.copy),
      this.#copyAnswer,
      this.#report,
    ),
    h('p', { class: 'actions' }, h('small', {}, texts.note)),
  );
  readonly #foldButton = h(
    'button',
    { type: 'button', 'aria-controls': 'body', 'aria-expanded': 'true', click: () => this.#fold() },
    texts.collapse,
  );
  readonly #panel = h(
    'section',
    { class: 'panel', 'aria-label': texts.title, lang: 'en', dir: 'ltr' },
    h(
      'header',
      {},
      h('div', {}, h('h2', {}, texts.title), this.#summary),
      this.#foldButton,
      h('button', { type: 'button', 'aria-label': texts.close, click: () => this.close() }, '✕'),
    ),
    this.#body,
  );
  /** What each part of the panel shows now. */
  readonly #shown = new WeakMap<Element, string>();
  #snapshot: Snapshot | undefined;
  #groups: Group[] = [];
  /** What had the focus before it went into the panel. */
  #before: HTMLElement | undefined;

  constructor(actions: PanelActions) {
    this.#actions = actions;
    this.#root.adoptedStyleSheets = [makeSheet()];
    this.#root.append(this.#panel);
  }

  open(): void {
    if (this.host.isConnected) return;
    document.documentElement.append(this.host);
    this.#before = deepestFocus();
    addEventListener('focusin', this.#handleFocus);
    addEventListener('keydown', this.#handleKey);
  }

  close(): void {
    this.hide();
    this.#actions.close();
  }

  hide(): void {
    const hadFocus = this.#root.activeElement !== null;
    removeEventListener('focusin', this.#handleFocus);
    removeEventListener('keydown', this.#handleKey);
    this.host.remove();
    if (hadFocus) this.#before?.focus();
  }

  show(snapshot: Snapshot): void {
    const groups = check(snapshot);
    this.#snapshot = snapshot;
    this.#groups = groups;
    const bad = count(groups, 'bad');
    const notes = count(groups, 'note');
    this.#change(this.#summary, [bad, notes, snapshot.status], () => {
      this.#summary.className = `summary ${bad ? 'bad' : notes ? 'note' : 'good'}`;
      return [`${texts.summary(bad, notes)} · ${texts.status[snapshot.status]}`];
    });
    this.#showGroups(groups);
    const moments = timeLine(snapshot);
    this.#change(this.#steps, moments, () =>
      moments.map(({ at, text }) => h('li', {}, h('time', {}, TEXTS.steps.at(at)), text)),
    );
    this.#askButton.hidden = !snapshot.config.user;
  }

  /** A finding stays in place as long as it says the same: a reader may be there. */
  #showGroups(groups: Group[]): void {
    for (const { name, findings } of groups) {
      const list = this.#lists[name];
      (list.previousElementSibling as HTMLElement).hidden = !findings.length;
      const ids = findings.map(({ id }) => id);
      this.#change(list, ids, () => findings.map(() => h('li')));
      for (const [place, finding] of findings.entries()) {
        const item = list.children[place] as Element;
        const now = JSON.stringify(finding);
        if (this.#shown.get(item) === now) continue;
        const view = viewFinding(finding);
        this.#shown.set(view, now);
        item.replaceWith(view);
      }
    }
  }

  #change(element: Element, content: unknown, view: () => (Node | string)[]): void {
    const now = JSON.stringify(content);
    if (this.#shown.get(element) === now) return;
    this.#shown.set(element, now);
    element.replaceChildren(...view());
  }

  readonly #handleFocus = (event: FocusEvent): void => {
    const path = event.composedPath();
    if (!path.includes(this.host)) this.#before = path[0] as HTMLElement;
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const focused = document.activeElement;
    // In a form or a dialog of the page, Escape is the page's.
    const isOurs = !focused || focused === document.body || focused === this.host;
    if (event.key === 'Escape' && isOurs && !event.defaultPrevented) this.close();
  };

  #fold(): void {
    const isFolded = this.#panel.classList.toggle('folded');
    this.#body.hidden = isFolded;
    this.#foldButton.ariaExpanded = `${!isFolded}`;
    this.#foldButton.textContent = isFolded ? texts.expand : texts.collapse;
  }

  async #ask(): Promise<void> {
    this.#askButton.textContent = texts.asking;
    await this.#actions.askAsStranger();
    this.#askButton.textContent = texts.askAsStranger;
  }

  async #copy(): Promise<void> {
    if (!this.#snapshot) return;
    const report = writeReport(this.#groups, this.#snapshot, navigator.userAgent);
    this.#report.value = report;
    this.#report.hidden = false;
    try {
      // Missing on http pages.
      await navigator.clipboard.writeText(report);
      this.#copyAnswer.textContent = texts.copied;
    } catch {
      this.#copyAnswer.textContent = texts.notCopied;
      this.#report.select();
    }
  }
}

/** What has the focus, also in shadow trees. */
function deepestFocus(root: DocumentOrShadowRoot = document): HTMLElement | undefined {
  const focused = root.activeElement;
  return (focused?.shadowRoot && deepestFocus(focused.shadowRoot)) ?? (focused as HTMLElement | undefined);
}
