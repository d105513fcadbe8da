import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createToken, renderWidget, type WidgetOptions } from '../src/server.ts';
import { FACTOR, SEED, shareOf } from './helpers/runs.ts';

const SRC = 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';
const KEY = 's3cr3t-kéy-6f1d';

/** As a page reads it that holds the tag between two others. */
function read(html: string): Element {
  const page = new DOMParser().parseFromString(`<main><i></i>${html}<b></b></main>`, 'text/html');
  const [before, tag, after, ...more] = page.querySelector('main')!.children;
  expect(before?.localName).to.equal('i');
  expect(after?.localName).to.equal('b');
  expect(more).to.have.length(0);
  expect(tag?.localName).to.equal('useresponse-widget');
  expect(page.querySelectorAll('*')).to.have.length(7);
  return tag!;
}

const attributesOf = (tag: Element): Record<string, string> =>
  Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value]));

/** No HTML can hold half of a character, or the one with the number 0. */
const asHtml = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '\ufffd');

const NASTY = [
  `"><script>alert(1)</script>`,
  `' onmouseover='x`,
  '&quot;&amp;&#39;&lt',
  '</useresponse-widget><b>',
  '<!--',
  ']]>',
  'a\r\nb\rc\nd\te',
  '\u0000\u0001\u0085\u00a0\u2028\u2029\ufeff\ufffe',
  '\ud800 \udc00 👩‍👩‍👧 \u202e',
  'A\u0308 ä',
  '{{ x }} ${y} <?php ?> %NAME%',
  '$& $1 $$',
  'x'.repeat(100_000),
];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'&<>"\'=`/ \t\r\n\0;#x1a\ud800\udc00{}') }),
  fc.constantFrom(...NASTY),
);

describe('renderWidget', function () {
  this.timeout(60_000 * FACTOR);

  it('gives one tag that says exactly what it was given', async () => {
    const html = await renderWidget({
      src: SRC,
      securityKey: KEY,
      email: 'brian@example.com',
      name: 'Brian C.',
      properties: {
        property_170: 'https://example.com',
        property_171: 2,
        property_172: true,
        property_173: null,
      },
      loading: 'idle',
      loadOn: 'consent',
      clearOn: 'logout pagehide',
      timeout: 5000,
      nonce: 'r4nd0m',
      fallback: '<a href="https://help.example.com/">Contact support</a>',
    });
    const tag = new DOMParser().parseFromString(html, 'text/html').querySelector('useresponse-widget')!;
    expect(attributesOf(tag)).to.deep.equal({
      src: SRC,
      token: await createToken({ email: 'brian@example.com', securityKey: KEY }),
      email: 'brian@example.com',
      name: 'Brian C.',
      properties:
        '{"property_170":"https://example.com","property_171":2,"property_172":true,"property_173":null}',
      loading: 'idle',
      'load-on': 'consent',
      'clear-on': 'logout pagehide',
      timeout: '5000',
      nonce: 'r4nd0m',
    });
    expect(tag.innerHTML).to.equal('<a href="https://help.example.com/">Contact support</a>');
  });

  it(`says any value as it is, whatever is in it (SEED=${SEED})`, async () => {
    const values = fc.record({
      ...{ src: text, host: text, chatId: text, type: text, email: text, name: text },
      ...{ loading: text, loadOn: text, clearOn: text, nonce: text },
      properties: fc.dictionary(text, text, { maxKeys: 3 }),
    });
    const check = async (
      given: { email: string; properties: Record<string, string> } & Record<string, unknown>,
    ) => {
      const options = { ...given, src: `${given['src'] as string}x`, securityKey: KEY } as WidgetOptions;
      const html = await renderWidget(options);
      expect(html)
        .not.to.contain(KEY)
        .and.not.to.match(/[\r\n\t]/);
      const { properties, token, ...rest } = attributesOf(read(html));
      const wanted: Record<string, unknown> = { ...options, 'chat-id': given['chatId'] };
      Object.assign(wanted, { 'load-on': given['loadOn'], 'clear-on': given['clearOn'] });
      for (const name of ['chatId', 'loadOn', 'clearOn', 'properties', 'securityKey']) delete wanted[name];
      // To the tag an address of nothing but spaces is none, and without it a token is one too many.
      if (!given.email.trim()) delete wanted['email'];
      for (const [name, value] of Object.entries(wanted)) {
        if (value) wanted[name] = asHtml(value as string);
        else delete wanted[name];
      }
      expect(rest).to.deep.equal(wanted);
      expect(JSON.parse(properties ?? '{}')).to.deep.equal(given.properties);
      const { email = '' } = rest;
      expect(token).to.equal(email ? await createToken({ email, securityKey: KEY }) : undefined);
    };
    await fc.assert(fc.asyncProperty(values, check), { seed: SEED, numRuns: shareOf(2_000) });
  });

  for (const value of NASTY) {
    it(`says this as it is, in XML too: ${JSON.stringify(value.slice(0, 30))}`, async () => {
      const html = await renderWidget({ src: SRC, name: value });
      expect(read(html).getAttribute('name')).to.equal(asHtml(value));
      // Of these characters XML has none.

      if (/[\0-\x08\ufffe]/.test(value)) return;
      const page = new DOMParser().parseFromString(html, 'application/xhtml+xml');
      expect(page.documentElement.getAttribute('name')).to.equal(asHtml(value));
    });
  }

  it('leaves out what is not given', async () => {
    const nothing = {
      email: '',
      name: null,
      properties: undefined,
      loading: null,
      timeout: null,
      fallback: null,
    };
    expect(await renderWidget({ src: SRC, ...nothing })).to.equal(
      `<useresponse-widget src="${SRC}"></useresponse-widget>`,
    );
  });

  it('takes an address of white space for nobody’s, as the tag does', async () => {
    expect(
      attributesOf(read(await renderWidget({ src: SRC, email: ' \n', securityKey: KEY }))),
    ).to.deep.equal({
      src: SRC,
    });
  });

  it('says nothing for what is left of `user && user.email` where there is nobody', async () => {
    const nobody = { email: false, name: false, properties: false, fallback: false } as unknown;
    expect(await renderWidget({ src: SRC, securityKey: KEY, ...(nobody as WidgetOptions) })).to.equal(
      `<useresponse-widget src="${SRC}"></useresponse-widget>`,
    );
  });

  it('takes host and chatId in place of src', async () => {
    const html = await renderWidget({ host: 'help.example.com', chatId: 38, type: 'support-center' });
    expect(attributesOf(read(html))).to.deep.equal({
      ...{ host: 'help.example.com', 'chat-id': '38', type: 'support-center' },
    });
  });

  it('takes properties as JSON, too', async () => {
    const html = await renderWidget({ src: SRC, properties: '{"property_170":"\\u003c"}' });
    expect(read(html).getAttribute('properties')).to.equal('{"property_170":"\\u003c"}');
  });

  const failures: [what: string, options: WidgetOptions, words: RegExp][] = [
    ['no widget', {}, /src is missing.*host and chatId/],
    ['a widget of white space', { src: ' ', host: '\n' }, /src is missing/],
    ['a host without an id', { host: 'help.example.com' }, /chatId is missing/],
    ['a host with an id of white space', { host: 'help.example.com', chatId: ' ' }, /chatId is missing/],
    [
      'an email with a key of white space',
      { src: SRC, email: 'a@b.test', securityKey: ' \n' },
      /securityKey is missing/,
    ],
    [
      'an email that is no text',
      { src: SRC, email: 42 as unknown as string, securityKey: KEY },
      /email is no string but number/,
    ],
    ['an email without a key', { src: SRC, email: 'a@b.test' }, /securityKey is missing/],
    [
      'an email with an empty key',
      { src: SRC, email: 'a@b.test', securityKey: '' },
      /securityKey is missing/,
    ],
    ['properties without an end', { src: SRC, properties: cycle() }, /properties can’t be written as JSON/],
  ];
  for (const [what, options, words] of failures) {
    it(`refuses ${what}, and says what to do`, async () => {
      const error = (await renderWidget({ ...options }).catch((reason: unknown) => reason)) as Error;
      expect(error).to.be.instanceOf(TypeError);
      expect(error.message).to.match(words);
    });
  }

  it('shows the key in no error', async () => {
    const noText = 42 as unknown as string;
    for (const options of [
      {},
      { host: 'x' },
      { src: SRC, properties: cycle() },
      { src: SRC, email: noText },
    ]) {
      const error = (await renderWidget({ ...options, securityKey: KEY }).catch(
        (reason: unknown) => reason,
      )) as Error;
      expect(`${error.stack} ${String(error.cause)}`).not.to.contain(KEY);
    }
  });

  it('warns once of a key with white space at an end, without showing it', async () => {
    const lines: unknown[] = [];
    const { warn } = console;
    console.warn = (...line) => lines.push(...line);
    try {
      for (let time = 0; time < 3; time++)
        await renderWidget({ src: SRC, email: 'a@b.test', securityKey: `${KEY}\n` });
    } finally {
      console.warn = warn;
    }
    expect(lines).to.have.length(1);
    expect(lines[0])
      .to.match(/securityKey has white space/)
      .and.not.to.contain(KEY);
  });

  describe('with hints', () => {
    const linkOf = (html: string): Record<string, string> | undefined => {
      const link = new DOMParser().parseFromString(html, 'text/html').querySelector('link');
      return link ? attributesOf(link) : undefined;
    };
    const rendered = async (options: WidgetOptions): Promise<Record<string, string> | undefined> =>
      linkOf(await renderWidget({ hints: true, ...options }));

    it('lets the script start with the page', async () => {
      expect(await rendered({ src: SRC, nonce: 'abc' })).to.deep.equal({
        ...{ rel: 'preload', as: 'script', href: SRC, nonce: 'abc' },
      });
      expect(await rendered({ host: 'help.example.com', chatId: '38' })).to.deep.equal({
        ...{ rel: 'preload', as: 'script', href: SRC.replace('https:', '') },
      });
    });

    it('opens the connection where the script comes a little later, or its address is made in the page', async () => {
      expect(await rendered({ src: SRC, loading: 'idle' })).to.deep.equal({
        ...{ rel: 'preconnect', href: 'https://help.example.com' },
      });
      expect(
        await rendered({ host: 'http://help.example.com:81/', chatId: 6, type: 'support-center' }),
      ).to.deep.equal({
        ...{ rel: 'preconnect', href: 'http://help.example.com:81' },
      });
    });

    it('has none for a script that waits for the visitor', async () => {
      expect(await rendered({ src: SRC, loading: 'interaction' })).to.equal(undefined);
    });

    it('has none before a consent, nor where none are asked for', async () => {
      expect(await rendered({ src: SRC, loadOn: 'consent' })).to.equal(undefined);
      expect(linkOf(await renderWidget({ src: SRC }))).to.equal(undefined);
    });

    for (const [what, options] of Object.entries<WidgetOptions>({
      'an address of another kind': { src: 'javascript:alert(1)' },
      'a template that was not rendered': { src: 'https://{{ host }}/chat.js' },
      'a host that is none': { host: 'help.example.com/help', chatId: 38 },
      'an id that is none': { host: 'help.example.com', chatId: '38a' },
      'another kind of address, for later': { src: 'ftp://help.example.com/chat.js', loading: 'idle' },
    }))
      it(`has none for what the tag will not load: ${what}`, async () => {
        const html = await renderWidget({ hints: true, ...options });
        expect(linkOf(html)).to.equal(undefined);
        expect(read(html).attributes).to.have.length(Object.keys(options).length);
      });

    it('looks at host where src is white space, as the tag does', async () => {
      expect(await rendered({ src: ' ', host: 'help.example.com', chatId: 38 })).to.deep.equal({
        ...{ rel: 'preload', as: 'script', href: SRC.replace('https:', '') },
      });
    });

    it('escapes them as well', async () => {
      expect(await rendered({ src: '"><script>' })).to.deep.equal({
        ...{ rel: 'preload', as: 'script', href: '"><script>' },
      });
    });
  });
});

function cycle(): Record<string, never> {
  const properties: Record<string, unknown> = {};
  properties['property_1'] = properties;
  return properties as Record<string, never>;
}
