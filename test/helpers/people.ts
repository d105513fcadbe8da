import { type Page, until, type Vendor } from './page.ts';

/** What a site's template knows of a visitor; written as attributes. */
export type Person = Partial<Record<'token' | 'email' | 'name' | 'properties', string>>;

export const ANNA: Person = { token: 'aa11', email: 'anna@example.com', name: 'Anna' };
export const BOB: Person = { token: 'bb22', email: 'bob@example.com', name: 'Bob' };
export const NOBODY: Person = {};

/** What the vendor is to be told of them. */
export const said = ({ token, email, name }: Person): Record<string, string> => ({
  token: token!,
  userEmail: email!,
  ...(name && { userName: name }),
});

export const CLEAR = 'clearChatStorage';
export const IDENTIFY = 'userConfig';

/** The tag as a site renders it. */
export function tag({ src }: Pick<Vendor, 'src'>, person: Person = NOBODY, more = ''): string {
  const user = Object.entries(person).map(([name, value]) => `${name}='${value}'`);
  return `<useresponse-widget src="${src}" ${user.join(' ')} ${more}><a href="/">Contact</a></useresponse-widget>`;
}

export const ready = (...pages: Page[]): Promise<void> =>
  until(() => pages.every((page) => page.widget?.status === 'ready'));

/** Ready, with that many people told to the vendor so far. */
export const identified = (page: Page, count = 1): Promise<void> =>
  until(() => page.identified.length === count && page.widget.status === 'ready');

/** The names of the vendor's calls, in their order. */
export const callNames = (page: Page): string[] => page.calls.map(([name]) => name);

/** What the page has stored, but for what the vendor's script keeps for itself. */
export function stored({ window }: { window: Window }): [string, string][] {
  return [window.localStorage, window.sessionStorage].flatMap((storage) =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index)!)
      .filter((key) => !key.startsWith('useresponse-simulator'))
      .map((key): [string, string] => [key, storage.getItem(key)!]),
  );
}

/** Renders another person into a tag that stays, as a framework does. */
export function render(element: Element, person: Person): void {
  for (const name of ['token', 'email', 'name', 'properties'] as const) {
    const value = person[name];
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

/** Parses markup in the page's own document, whose custom elements it then is. */
export function parsed(page: Page, html: string): HTMLElement {
  const template = page.document.createElement('template');
  template.innerHTML = html;
  return page.document.importNode(template.content, true).firstElementChild as HTMLElement;
}

/** A vendor that the page itself brings along, for what the simulator's addresses can't be. */
export function ownVendor(): void {
  const page = window as unknown as {
    UR: unknown;
    useresponseSimulator: { calls: { name: string; args: unknown[] }[] };
  };
  const record = (name: string) => (argument: unknown) => {
    page.useresponseSimulator.calls.push({ name, args: [argument] });
  };
  page.useresponseSimulator = { calls: [] };
  page.UR = { userConfig: record('userConfig'), clearChatStorage: record('clearChatStorage') };
}

/** Brings the vendor's API, at the moment that the test wants, into a page that waits for it. */
export function bringApi({ document }: Page): void {
  const api = document.createElement('script');
  api.textContent = `(${ownVendor.toString()})()`;
  document.head.append(api);
}

/** A function of the test's as a script of the page's. */
export const inline = <Values extends unknown[]>(
  code: (...values: Values) => void,
  ...values: Values
): string => `<script>(${code.toString()})(${values.map((value) => JSON.stringify(value)).join()})</script>`;
