import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readConfig, type Config, type Tag } from '../src/config.ts';
import { closePages, openPage, type Page, Vendor } from './helpers/page.ts';
import { inline, ownVendor } from './helpers/people.ts';
import { FACTOR, SEED } from './helpers/runs.ts';

/** In each engine; with all three it makes more than 20,000. */
const TAGS = 6_500 * FACTOR;
const ELEMENTS = 150 * FACTOR;
const MEMORIES = 150 * FACTOR;

const BASE = 'https://shop.example.com/account/';
const CHAT = /^\/public\/sdk\/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-\d+\.js$/;
const SUPPORT_CENTER = /^\/sdk\/supportCenter\.js$/;
/** In everything that is personal, so that it can be found where it must not be. */
const SECRET = 'KaNaRi';

const EVIL = [
  'javascript:alert(1)',
  'JaVaScRiPt\t:alert(1)',
  'data:text/javascript,alert(1)',
  'blob:https://evil.example/1',
  '//evil.example',
  '/\\evil.example',
  'https://help.example.com@evil.example/sdk/chat-x-1.js',
  'help.example.com/../../x',
  'help.example.com:99999',
  'help.example.com#',
  'help.example.com?',
  '[::1]',
  'xn--hlp-bma.example',
  'hélp.example',
  '"><script>window.polluted = 1</script>',
  "'><img src=x onerror=alert(1)>",
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"a":[1],"b":{"c":1},"d":null,"__proto__":"x"}',
  '[object Object]',
  '{{ user.token }}',
  '{% if x %}',
  '${token}',
  '<?= $token ?>',
  '%TOKEN%',
  'null',
  'undefined',
  'false',
  '0',
  '1e9',
  '٣٨',
  '\u0000',
  '\u202e\u2066',
  '\ud800',
  '💥',
  '{%'.repeat(500),
  '${'.repeat(500),
  'a'.repeat(5_000),
  ' ',
  '',
];

const evilText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...EVIL) },
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.array(fc.constantFrom(...EVIL), { maxLength: 3 }).map((parts) => parts.join('')),
);
const evilValue = fc.oneof(
  { weight: 6, arbitrary: evilText },
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSet: true }),
);
const personal = evilText.map((text) => (text.trim() ? SECRET + text : text));
const evilObject = fc.oneof(
  evilValue,
  fc.dictionary(fc.oneof(fc.constantFrom('__proto__', 'constructor', 'property_2'), fc.string()), evilValue),
  fc.constantFrom<unknown>(
    Object.defineProperty({}, 'a', {
      enumerable: true,
      get: () => {
        throw new Error(SECRET);
      },
    }),
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error(SECRET);
        },
      },
    ),
    Object.assign(() => {}, { a: 1 }),
    Symbol('x'),
  ),
);
const ATTRIBUTES = ['src', 'host', 'chatId', 'type', 'token', 'email', 'name'] as const;
const evilTag: fc.Arbitrary<Tag> = fc.record({
  src: fc.option(evilValue, { nil: undefined }),
  host: fc.option(evilValue, { nil: undefined }),
  chatId: fc.option(fc.oneof(evilValue, fc.nat()), { nil: undefined }),
  type: fc.oneof(evilValue, fc.constant('support-center')),
  token: personal,
  email: personal,
  name: personal,
  properties: evilObject,
  attributes: fc.uniqueArray(
    fc.record({
      name: fc.oneof(fc.string(), fc.constantFrom('property_1', 'property___proto__', 'onclick')),
      value: personal,
    }),
    { maxLength: 4, selector: ({ name }) => name },
  ),
});

/** An address of the configured origin and of a known shape, or exactly the one that was given. */
function mayBeAsked(address: string, { src, host }: { src?: unknown; host?: unknown }): boolean {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return false;
  if (/string|number/.test(typeof src) && `${src as string}`.trim()) {
    return url.href === new URL(src as string, BASE).href;
  }
  const given = String(host);
  const origin = new URL(/^https?:/i.test(given) ? given : `https://${given}`);
  const isKnown = url.pathname.startsWith('/sdk') ? SUPPORT_CENTER : CHAT;
  return url.host === origin.host && !url.username && isKnown.test(url.pathname);
}

const isPolluted = (): boolean => 'polluted' in {} || Object.keys(Object.prototype).length > 0;

async function check<Input>(
  inputs: fc.Arbitrary<Input>,
  runs: number,
  test: (input: Input) => unknown,
): Promise<void> {
  const { failed, errorInstance, counterexample } = await fc.check(
    fc.asyncProperty(inputs, async (input) => void (await test(input))),
    { seed: SEED, numRuns: runs },
  );
  if (failed) expect.fail(`SEED=${SEED}: ${String(errorInstance)} for ${fc.stringify(counterexample)}`);
}

describe(`hostile input (SEED=${SEED})`, function () {
  this.timeout(120_000 * FACTOR);
  afterEach(closePages);

  it('is read without an error, into nothing but text and an address that was meant', async () => {
    await check(evilTag, TAGS, (tag) => {
      const { url, problems, user }: Config = readConfig(tag, BASE, () => undefined);
      if (url) expect(mayBeAsked(url, tag), url).to.equal(true);
      const messages = problems.map(({ message }) => message);
      expect(new Set(messages).size, messages.join(' / ')).to.equal(messages.length);
      expect(messages.join()).not.to.contain(SECRET);
      if (user?.properties) {
        expect(Object.getPrototypeOf(user.properties)).to.equal(Object.prototype);
        expect(Object.values(user.properties).every((value) => typeof value === 'string')).to.equal(true);
      }
      expect(isPolluted()).to.equal(false);
    });
  });

  it('of five megabytes is refused at once', () => {
    const properties = JSON.stringify({ property_1: 'x'.repeat(5_000_000) });
    const timedOnce = (action: () => void): number => {
      const start = performance.now();
      for (let i = 0; i < 10; i++) action();
      return performance.now() - start;
    };
    // The best of some, in which nothing else has come between.
    const timed = (action: () => void): number =>
      Math.min(...Array.from({ length: 4 }, () => timedOnce(action)));
    let config: Config | undefined;
    const ours = timed(
      () =>
        (config = readConfig({ token: 'a', email: 'b', properties, attributes: [] }, BASE, () => undefined)),
    );
    const parsing = timed(() => void JSON.parse(properties));
    expect(config?.problems.map(({ code }) => code)).to.deep.equal(['bad-properties']);
    expect(config?.user).to.deep.equal({ token: 'a', userEmail: 'b' });
    expect(ours).to.be.below(parsing);
  });

  /** A page whose requests are noted instead of made. */
  async function openQuietPage(): Promise<{ page: Page; asked: Element[] }> {
    const page = await openPage('', { head: inline(ownVendor) });
    const asked: Element[] = [];
    page.document.head.append = (...nodes) => void asked.push(...(nodes as Element[]));
    return { page, asked };
  }

  const noErrors = (page: Page): void =>
    void expect(page.window.consoleLines.filter((line) => line.startsWith('un'))).to.deep.equal([]);

  it('in the attributes of an element asks for nothing else, and writes nothing into the page', async () => {
    const { page, asked } = await openQuietPage();
    const elements = page.document.getElementsByTagName('*');
    const attributes = fc.record({
      ...Object.fromEntries(
        [...ATTRIBUTES, 'properties', 'property_1'].map((name) => [
          name,
          fc.option(personal, { nil: undefined }),
        ]),
      ),
      src: fc.option(evilText, { nil: undefined }),
      host: fc.option(evilText, { nil: undefined }),
      chatId: fc.option(evilText, { nil: undefined }),
      loading: evilText,
      clearOn: evilText,
      timeout: evilText,
      nonce: evilText,
    });
    await check(attributes, ELEMENTS, async (values) => {
      const element = page.document.createElement('useresponse-widget');
      for (const [name, value] of Object.entries(values)) {
        if (value !== undefined) element.setAttribute(name.replace(/[A-Z]/, '-$&'), value);
      }
      const first = page.events.length;
      const before = elements.length;
      page.document.body.append(element);
      await element.updateComplete;
      expect(elements.length).to.equal(before + 1);
      for (const link of asked.splice(0)) {
        const address = (link as HTMLScriptElement).src || (link as HTMLLinkElement).href;
        expect(/^(script|link)$/.test(link.localName)).to.equal(true);
        const { src, host } = values;
        expect(
          mayBeAsked(address, {
            src: src?.trim() ? new URL(src, page.document.baseURI).href : undefined,
            host,
          }),
          address,
        ).to.equal(true);
      }
      // A missing chat id is told twice where it also stands in the way of a clear: once of the tag, once of the clear.
      const told = page.events
        .slice(first)
        .filter(([type]) => type === 'useresponse-error')
        .map(([, detail]) => JSON.stringify(detail))
        .filter((line) => !line.includes('chat-id-missing'));
      expect(new Set(told).size, told.join()).to.equal(told.length);
      element.remove();
      await new Promise((resolve) => page.window.setTimeout(resolve));
    });
    noErrors(page);
    expect(JSON.stringify([page.events, page.window.consoleLines])).not.to.contain(SECRET);
    expect((page.window as unknown as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(isPolluted()).to.equal(false);
  });

  it('in what is remembered, and in the words of other tabs, leaves the widget working', async () => {
    const { page } = await openQuietPage();
    let id = 0;
    const memories = fc.record({
      remembered: evilText,
      key: fc.option(evilText),
      newValue: fc.option(evilText),
    });
    await check(memories, MEMORIES, async ({ remembered, key, newValue }) => {
      const { host } = new Vendor();
      const known = `useresponse-widget:${host}/${++id}`;
      page.window.localStorage.setItem(known, remembered);
      const element = page.document.createElement('useresponse-widget');
      Object.assign(element, { host, chatId: `${id}`, token: `t${id}`, email: 'a@example.com' });
      page.document.body.append(element);
      await element.updateComplete;
      for (const name of [key, known, null]) {
        page.window.dispatchEvent(new page.window.StorageEvent('storage', { key: name, newValue }));
      }
      page.dispatch('logout');
      expect(page.window.localStorage.getItem(known)).to.equal(null);
      expect(page.cleared.at(-1)).to.equal(`${id}`);
      element.remove();
      await new Promise((resolve) => page.window.setTimeout(resolve));
    });
    noErrors(page);
    expect(isPolluted()).to.equal(false);
  });
});
