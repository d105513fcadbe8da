import { expect } from 'chai';
import { readConfig, type Config } from '../src/config.ts';
import type { Embed } from '../src/embed.ts';

type Attributes = Record<string, unknown>;

const BASE = 'https://shop.example.com/account/';
const CHAT = '/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';
const SRC = `https://help.example.com${CHAT}`;
const ANNA = { token: 'aa11', email: 'anna@example.com' };
const ANNA_SENT = { token: 'aa11', userEmail: 'anna@example.com' };

/** Reads a tag on which each of these is a property, and an attribute where it is a string. */
function read(given: Attributes, base = BASE, embed?: Embed): Config {
  const attributes = Object.entries(given).flatMap(([name, value]) =>
    typeof value === 'string' ? [{ name, value }] : [],
  );
  return readConfig({ ...given, attributes }, base, () => embed);
}

const codesOf = ({ problems }: Config): string[] => problems.map(({ code }) => code);

const ABSENT = [undefined, null, '', ' ', '\n\t '];

describe('The address in src', () => {
  const GOOD: Record<string, string> = {
    [SRC]: SRC,
    [`http://help.example.com${CHAT}`]: `http://help.example.com${CHAT}`,
    [`//help.example.com${CHAT}`]: SRC,
    [`HTTPS://HELP.example.com${CHAT}`]: SRC,
    [`https://help.example.com:8443${CHAT}`]: `https://help.example.com:8443${CHAT}`,
    [CHAT]: `https://shop.example.com${CHAT}`,
    'chat.js': 'https://shop.example.com/account/chat.js',
    '../chat.js?wid=6': 'https://shop.example.com/chat.js?wid=6',
  };
  for (const [src, url] of Object.entries(GOOD)) {
    it(`may be ${src}`, () => {
      const config = read({ src });
      expect(config.url).to.equal(url);
      expect(codesOf(config)).to.deep.equal([]);
    });
  }

  it('takes the scheme of the page where it has none', () => {
    const { url } = read({ src: `//help.example.com${CHAT}` }, 'http://shop.example.com/');
    expect(url).to.equal(`http://help.example.com${CHAT}`);
  });

  const BAD = [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/javascript,alert(1)',
    'blob:https://shop.example.com/5d1b',
    'file:///etc/passwd',
    'ftp://help.example.com/chat.js',
    'ws://help.example.com/chat.js',
    'git+https://help.example.com/chat.js',
    'httpsx://help.example.com/chat.js',
    'about:blank',
    'mailto:help@example.com',
    'https://',
    'https://help.example.com:99999/chat.js',
  ];
  for (const src of BAD) {
    it(`can't be ${JSON.stringify(src)}`, () => {
      const config = read({ src });
      expect(config.url).to.equal(null);
      expect(config.problems[0]?.code).to.equal('bad-src');
      expect(config.problems[0]?.message).to.contain('src');
      expect(codesOf(config)).to.deep.equal(['bad-src']);
    });
  }

  it('wins over host', () => {
    expect(read({ src: SRC, host: 'other.example.com', chatId: '7' }).url).to.equal(SRC);
    expect(read({ src: SRC, host: 'other.example.com' }).url).to.equal(SRC);
  });

  it('is absent when it is empty or white space, and host counts', () => {
    for (const src of ABSENT) {
      const config = read({ src, host: 'help.example.com', chatId: '38' });
      expect(config.url).to.equal(SRC);
      expect(codesOf(config)).to.deep.equal([]);
    }
  });
});

describe('The host', () => {
  const GOOD: Record<string, string> = {
    'help.example.com': SRC,
    'help.example.com/': SRC,
    'https://help.example.com': SRC,
    'https://help.example.com/': SRC,
    'HTTPS://Help.Example.COM/': SRC,
    'http://help.example.com': `http://help.example.com${CHAT}`,
    'help.example.com:8443': `https://help.example.com:8443${CHAT}`,
    'http://help.example.com:8080/': `http://help.example.com:8080${CHAT}`,
    localhost: `https://localhost${CHAT}`,
    'localhost:3000': `https://localhost:3000${CHAT}`,
    '127.0.0.1': `https://127.0.0.1${CHAT}`,
    '[::1]': `https://[::1]${CHAT}`,
    'http://[::1]:8080/': `http://[::1]:8080${CHAT}`,
    'xn--hlfe-0ra.example': `https://xn--hlfe-0ra.example${CHAT}`,
    'hälfe.example': `https://xn--hlfe-loa.example${CHAT}`,
    'help-desk.example.com': `https://help-desk.example.com${CHAT}`,
  };
  for (const [host, url] of Object.entries(GOOD)) {
    it(`may be ${host}`, () => {
      const config = read({ host, chatId: '38' });
      expect(config.url).to.equal(url);
      expect(codesOf(config)).to.deep.equal([]);
    });
  }

  it('without a scheme takes that of the page', () => {
    const { url } = read({ host: 'help.example.com', chatId: '38' }, 'http://shop.example.com/');
    expect(url).to.equal(`http://help.example.com${CHAT}`);
  });

  const BAD = [
    'javascript:alert(1)',
    'javascript://help.example.com',
    'javascript:alert(1)//',
    'data:text/javascript,alert(1)',
    'ftp://help.example.com',
    'file:///etc',
    '//help.example.com',
    '///help.example.com',
    'https:help.example.com',
    'https:/help.example.com',
    'https:///help.example.com',
    'https://',
    'https://https://help.example.com',
    '/',
    '/help',
    '.example.com/help',
    'help.example.com/help',
    'help.example.com//',
    'help.example.com/..',
    'help.example.com/public/sdk/',
    'help.example.com?a=b',
    'help.example.com/?a=b',
    'help.example.com#a',
    'help.example.com/#',
    'user@help.example.com',
    'user:password@help.example.com',
    'https://user@help.example.com',
    'shop.example.com@evil.example',
    'help.example.com:',
    'help.example.com:port',
    'help.example.com:-1',
    'help.example.com:80:80',
    'help.example.com:99999',
    ':8080',
    'help.example.com evil.example',
    'help .example.com',
    'help.example.com\nevil.example',
    'help.example.com\\evil',
    '\\\\help.example.com',
    'https:\\\\help.example.com',
    'help.example.com%2fevil',
    '%68elp.example.com',
    'help.example.com%00',
    '{{ host }}',
    '{host}',
    '${host}',
    '%HOST%',
    '<?= $host ?>',
    'help.example.com<script>',
    'help.example.com"',
    "help.example.com'",
    'help,example,com',
    'help.example.com;evil',
    'help.example.com|evil',
    'help.example.com^',
    '[::1',
    '::1',
    '[help]',
    '[]',
    '*.example.com',
  ];
  for (const host of BAD) {
    it(`can't be ${JSON.stringify(host)}`, () => {
      const config = read({ host, chatId: '38' });
      expect(config.url).to.equal(null);
      expect(config.problems[0]?.code).to.equal('bad-src');
      expect(config.problems[0]?.message).to.contain('host');
      expect(codesOf(config)).to.deep.equal(['bad-src']);
    });
  }

  it('asks for the support center with an id that is new on every page', () => {
    const { url } = read({ host: 'help.example.com', chatId: '6', type: 'support-center' });
    expect(url).to.match(/^https:\/\/help\.example\.com\/sdk\/supportCenter\.js\?initid=.*&wid=6$/);
  });
});

describe('The chat id', () => {
  const BAD = ['abc', '38a', '-38', '3.8', '3e8', '0x38', '3 8', '٣٨', '38;', '../38', '38.js', '{{ id }}'];
  for (const chatId of [...ABSENT, ...BAD]) {
    it(`can't be ${JSON.stringify(chatId)} with a host`, () => {
      const config = read({ host: 'help.example.com', chatId });
      expect(config.url).to.equal(null);
      expect(config.problems[0]?.code).to.equal('chat-id-missing');
      expect(config.problems[0]?.message).to.contain('chat-id');
      expect(codesOf(config)).to.deep.equal(['chat-id-missing']);
    });
  }
  for (const chatId of BAD) {
    it(`that is ${JSON.stringify(chatId)} leaves src as it is`, () => {
      const config = read({ src: SRC, chatId });
      expect(config.url).to.equal(SRC);
      expect(config.url).not.to.equal(null);
      expect(codesOf(config)).to.deep.equal(['chat-id-missing']);
    });
  }

  it('may be a number, as a property', () => {
    const config = read({ host: 'help.example.com', chatId: 38 });
    expect(config).to.include({ url: SRC, chatId: '38' });
    expect(codesOf(config)).to.deep.equal([]);
  });

  it('is told as missing next to a bad host', () => {
    const config = read({ host: 'help.example.com/path' });
    expect(config.url).to.equal(null);
    expect(codesOf(config)).to.have.members(['bad-src', 'chat-id-missing']);
  });

  it('counts as given, src or not', () => {
    expect(read({ src: SRC, chatId: '7' }).chatId).to.equal('7');
    expect(read({ host: 'help.example.com', chatId: '7' }).chatId).to.equal('7');
    expect(
      read({ chatId: '7' }, BASE, { host: 'help.example.com', chatId: '38', iid: undefined }).chatId,
    ).to.equal('7');
  });

  const SHAPES: Record<string, string> = {
    [SRC]: '38',
    [`//help.example.com${CHAT}`]: '38',
    [`${SRC}?v=2`]: '38',
    'https://static.example.io/public/acme/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-13.js':
      '13',
    'https://help.example.com/sdk/supportCenter.js?initid=uriid_1700000000000_42&wid=6': '6',
    'https://help.example.com/sdk/supportCenter.js?wid=6&initid=uriid_1700000000000_42': '6',
  };
  for (const [src, chatId] of Object.entries(SHAPES)) {
    it(`is read from ${src}`, () => {
      for (const given of ABSENT) expect(read({ src, chatId: given }).chatId).to.equal(chatId);
    });
  }

  it('is unknown where the address holds none', () => {
    const config = read({ src: 'https://help.example.com/chat.js' });
    expect(config.chatId).to.equal(undefined);
    expect(config.url).to.equal('https://help.example.com/chat.js');
    expect(codesOf(config)).to.deep.equal([]);
  });

  it("is read from the vendor's own embed code where neither src nor host is given", () => {
    const config = read({}, BASE, { host: 'help.example.com', chatId: '38', iid: undefined });
    expect(config).to.include({ url: undefined, chatId: '38' });
    expect(codesOf(config)).to.deep.equal([]);
  });
});

describe('Which widget it is', () => {
  const EMBEDDED: Embed = { host: 'help.example.com', chatId: '38', iid: undefined };

  it('is the same however the tag says it', () => {
    const tags = [
      read({ src: SRC }),
      read({ src: SRC, chatId: '38' }),
      read({ src: `//HELP.example.com${CHAT}?v=2` }),
      read({ host: 'help.example.com', chatId: '38' }),
      read({ host: 'http://help.example.com/', chatId: 38 }),
      read({}, BASE, EMBEDDED),
      read({ chatId: '38' }, BASE, { ...EMBEDDED, chatId: '7' }),
    ];
    for (const { scope } of tags) expect(scope).to.equal('help.example.com/38');
  });

  it('differs where host, port or chat id do', () => {
    const scopes = [
      read({ src: SRC }),
      read({ src: SRC, chatId: '7' }),
      read({ host: 'other.example.com', chatId: '38' }),
      read({ host: 'help.example.com:8443', chatId: '38' }),
      read({ host: 'help.example.com:8443', chatId: '7' }),
    ].map(({ scope }) => scope);
    expect(new Set(scopes).size).to.equal(scopes.length);
  });

  it('holds only what is known of it', () => {
    expect(read({ src: 'https://help.example.com/chat.js' }).scope).to.equal('help.example.com/');
    expect(read({ chatId: '38' }).scope).to.equal('/38');
    expect(read({}).scope).to.equal('/');
    expect(read({ src: 'javascript:alert(1)' }, BASE, EMBEDDED).scope).to.equal('/');
  });
});

describe('The user', () => {
  const NOTHING = [...ABSENT, 'false', 'null', 'undefined', ' false\n'];

  it('is token and email, and what else is given', () => {
    expect(read({ src: SRC, ...ANNA }).user).to.deep.equal(ANNA_SENT);
    expect(read({ src: SRC, ...ANNA, name: 'Anna', properties: '{"property_1":"x"}' }).user).to.deep.equal({
      ...ANNA_SENT,
      userName: 'Anna',
      properties: { property_1: 'x' },
    });
  });

  it('is nobody without token and email, which is no error', () => {
    for (const token of NOTHING) {
      for (const email of NOTHING) {
        const config = read({ src: SRC, token, email, name: 'Anna' });
        expect(config.user).to.equal(undefined);
        expect(codesOf(config)).to.deep.equal([]);
      }
    }
  });

  for (const nothing of NOTHING) {
    it(`has neither name nor fields where they are ${JSON.stringify(nothing)}`, () => {
      const config = read({ src: SRC, ...ANNA, name: nothing, properties: nothing });
      expect(config.user).to.deep.equal(ANNA_SENT);
      expect(codesOf(config)).to.deep.equal([]);
    });

    it(`is incomplete where the other half is ${JSON.stringify(nothing)}`, () => {
      const noEmail = read({ src: SRC, token: 'aa11', email: nothing });
      expect(noEmail.user).to.equal(undefined);
      expect(codesOf(noEmail)).to.deep.equal(['incomplete-user']);
      expect(noEmail.problems[0]?.message).to.match(/^email is missing/);
      const noToken = read({ src: SRC, token: nothing, email: 'anna@example.com' });
      expect(noToken.user).to.equal(undefined);
      expect(codesOf(noToken)).to.deep.equal(['incomplete-user']);
      expect(noToken.problems[0]?.message).to.match(/^token is missing/);
    });
  }

  it('may be called what a framework writes for nothing, in other words', () => {
    for (const name of ['Null', 'falsetto', 'undefined person', 'not null', 'anull', '0'])
      expect(read({ src: SRC, ...ANNA, name }).user?.userName).to.equal(name);
  });
});

describe('The custom fields', () => {
  const fieldsOf = (given: Attributes): unknown => read({ src: SRC, ...ANNA, ...given }).user?.properties;

  it('come as JSON or as an object', () => {
    const properties = { property_170: 'https://example.com', property_172: '188', topic: 'sales' };
    expect(fieldsOf({ properties })).to.deep.equal(properties);
    expect(fieldsOf({ properties: JSON.stringify(properties) })).to.deep.equal(properties);
    expect(fieldsOf({ properties: ` ${JSON.stringify(properties, null, 2)}\n` })).to.deep.equal(properties);
    expect(fieldsOf({ properties: Object.assign(Object.create(null), properties) })).to.deep.equal(
      properties,
    );
  });

  it('become strings', () => {
    const properties = { a: 1, b: -0.5, c: true, d: false, e: null, f: '', g: 0 };
    const strings = { a: '1', b: '-0.5', c: 'true', d: 'false', e: '', f: '', g: '0' };
    expect(fieldsOf({ properties })).to.deep.equal(strings);
    expect(fieldsOf({ properties: JSON.stringify(properties) })).to.deep.equal(strings);
  });

  it('may be left undefined in an object, and are then not sent', () => {
    const config = read({ src: SRC, ...ANNA, properties: { a: undefined, b: 'x' } });
    expect(config.user?.properties).to.deep.equal({ b: 'x' });
    expect(codesOf(config)).to.deep.equal([]);
    expect(read({ src: SRC, ...ANNA, properties: { a: undefined } }).user).to.deep.equal(ANNA_SENT);
  });

  it('are refused as a text so long that reading it would freeze the page', () => {
    const textOf = (length: number): string => JSON.stringify({ a: 'x'.repeat(length) });
    expect(fieldsOf({ properties: textOf(90_000) })).to.deep.equal({ a: 'x'.repeat(90_000) });
    const config = read({ src: SRC, ...ANNA, properties: textOf(110_000) });
    expect(config.user).to.deep.equal(ANNA_SENT);
    expect(fieldsOf({ properties: `{"a":"x"${' '.repeat(110_000)}}` })).to.equal(undefined);
    expect(codesOf(config)).to.deep.equal(['bad-properties']);
    expect(config.problems[0]?.message).to.contain('too long');
  });

  it('are refused as an object that is as long in all', () => {
    const long = { a: 'x'.repeat(60_000), b: 'x'.repeat(60_000) };
    const config = read({ src: SRC, ...ANNA, properties: long });
    expect(config.user).to.deep.equal(ANNA_SENT);
    expect(codesOf(config)).to.deep.equal(['bad-properties']);
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key_${index}`, '']));
    expect(read({ src: SRC, ...ANNA, properties: many }).user).to.deep.equal(ANNA_SENT);
  });

  const NESTED = { anArray: '["x"]', anObject: '{"x":1}', emptyArray: '[]', emptyObject: '{}' };
  for (const [key, value] of Object.entries(NESTED)) {
    it(`leave out a nested value (${value}) and only that`, () => {
      const json = `{"before":"1","${key}":${value},"after":"2"}`;
      for (const properties of [json, JSON.parse(json)]) {
        const config = read({ src: SRC, ...ANNA, properties });
        expect(config.user?.properties).to.deep.equal({ before: '1', after: '2' });
        expect(codesOf(config)).to.deep.equal(['bad-properties']);
        expect(config.problems[0]?.message).to.contain(key);
      }
    });
  }

  const BAD = [
    '{',
    "{'property_1':'x'}",
    '{"a":"b"',
    'a=b',
    '[]',
    '[{"a":"b"}]',
    '"a"',
    '1',
    'true',
    '[object Object]',
  ];
  for (const properties of [...BAD, [], ['a'], new Map([['a', 'b']]), new Date(0)]) {
    it(`can't be ${Object.prototype.toString.call(properties)} ${String(properties)}`, () => {
      const config = read({ src: SRC, ...ANNA, properties });
      expect(config.user).to.deep.equal(ANNA_SENT);
      expect(codesOf(config)).to.deep.equal(['bad-properties']);
      expect(config.problems[0]?.message).to.contain('properties');
    });
  }

  it('may be attributes of their own, which win', () => {
    expect(fieldsOf({ property_170: 'x' })).to.deep.equal({ property_170: 'x' });
    expect(
      fieldsOf({
        properties: '{"property_170":"old","property_171":"kept"}',
        property_170: 'new',
        property_x: 'y',
      }),
    ).to.deep.equal({ property_170: 'new', property_171: 'kept', property_x: 'y' });
  });

  it('are absent as attributes when empty or white space', () => {
    expect(fieldsOf({ property_1: '', property_2: ' \n', property_3: 'x' })).to.deep.equal({
      property_3: 'x',
    });
    expect(fieldsOf({ properties: '{"property_1":"kept"}', property_1: ' ' })).to.deep.equal({
      property_1: 'kept',
    });
    expect(read({ src: SRC, ...ANNA, property_1: ' ' }).user).to.deep.equal(ANNA_SENT);
  });

  it('may hold the words of frameworks as they are', () => {
    expect(fieldsOf({ property_1: 'false', property_2: 'null' })).to.deep.equal({
      property_1: 'false',
      property_2: 'null',
    });
  });

  it('count where the JSON is bad', () => {
    const config = read({ src: SRC, ...ANNA, properties: '{', property_1: 'x' });
    expect(config.user?.properties).to.deep.equal({ property_1: 'x' });
    expect(codesOf(config)).to.deep.equal(['bad-properties']);
  });

  it('never reach the prototype of all objects', () => {
    const config = read({
      src: SRC,
      ...ANNA,
      properties:
        '{"__proto__":{"polluted":"1"},"constructor":{"prototype":{"polluted":"1"}},"property_1":"x"}',
    });
    expect(config.user?.properties?.['property_1']).to.equal('x');
    expect(({} as Attributes)['polluted']).to.equal(undefined);
    expect((config.user?.properties as Attributes)['polluted']).to.equal(undefined);
    expect(codesOf(config)).to.deep.equal(['bad-properties', 'bad-properties']);
    expect(Object.getPrototypeOf(fieldsOf({ properties: '{"__proto__":"x","a":"b"}' }))).to.equal(
      Object.prototype,
    );
  });
});

describe('Custom fields in another order', () => {
  const sent = (tag: Record<string, unknown>): string =>
    JSON.stringify(read({ src: SRC, ...ANNA, ...tag }).user);

  it('are the same user, who needs not be told again', () => {
    expect(sent({ property_1: 'a', property_2: 'b' })).to.equal(sent({ property_2: 'b', property_1: 'a' }));
    expect(sent({ properties: { b: 1, a: 2 } })).to.equal(sent({ properties: { a: 2, b: 1 } }));
    expect(sent({ properties: '{"property_1":"x","a":"y"}', property_1: 'z' })).to.equal(
      sent({ properties: { a: 'y', property_1: 'z' } }),
    );
  });
});

describe('A template that was not rendered', () => {
  const UNRENDERED = [
    '{{ user.value }}',
    '{{value}}',
    'Mr {{ value }} Smith',
    '{{ value\n| escape }}',
    '{{{ value }}}',
    '{% if user %}x{% endif %}',
    'x {%= value %}',
    '${user.value}',
    'x-${ value }-y',
    '<?php echo $value; ?>',
    '<?= $value ?>',
    '<?=$value',
    '%VALUE%',
    '%user_name%',
    ' %VALUE%\n',
  ];
  for (const value of UNRENDERED) {
    it(`${JSON.stringify(value)} makes no user`, () => {
      for (const name of ['token', 'email']) {
        const config = read({ src: SRC, ...ANNA, [name]: value });
        expect(config.user).to.equal(undefined);
        expect(codesOf(config)).to.deep.equal(['template-not-rendered']);
        expect(config.problems[0]?.message).to.contain(name);
        expect(config.problems[0]?.message).not.to.contain(value);
      }
    });

    it(`${JSON.stringify(value)} is left out as a name or a field`, () => {
      const asName = read({ src: SRC, ...ANNA, name: value, property_1: 'x' });
      expect(asName.user).to.deep.equal({ ...ANNA_SENT, properties: { property_1: 'x' } });
      expect(codesOf(asName)).to.deep.equal(['template-not-rendered']);
      expect(asName.problems[0]?.message).to.contain('name');
      for (const given of [{ property_7: value }, { properties: JSON.stringify({ property_7: value }) }]) {
        const asField = read({ src: SRC, ...ANNA, name: 'Anna', property_1: 'x', ...given });
        expect(asField.user).to.deep.equal({
          ...ANNA_SENT,
          userName: 'Anna',
          properties: { property_1: 'x' },
        });
        expect(codesOf(asField)).to.deep.equal(['template-not-rendered']);
        expect(asField.problems[0]?.message).to.contain('property_7');
      }
    });

    it(`${JSON.stringify(value)} is left out as properties`, () => {
      const config = read({ src: SRC, ...ANNA, properties: value, property_1: 'x' });
      expect(config.user).to.deep.equal({ ...ANNA_SENT, properties: { property_1: 'x' } });
      expect(codesOf(config)).to.deep.equal(['template-not-rendered']);
      expect(config.problems[0]?.message).to.contain('properties');
    });
  }

  it('is found far behind other text, and over many lines', () => {
    for (const value of [`${'x'.repeat(5_000)}{{ y }}`, `{{ ${'x\n'.repeat(5_000)} }}`]) {
      const config = read({ src: SRC, ...ANNA, name: value });
      expect(config.user).to.deep.equal(ANNA_SENT);
      expect(codesOf(config)).to.deep.equal(['template-not-rendered']);
    }
  });

  const RENDERED = [
    '100%',
    '50% of 20%',
    'a %NAME% b',
    'a %NAME%',
    'a%NAME%',
    '%NAME% b',
    '%NAME%b',
    '%two words%',
    '{x}',
    '}}',
    '{ {x} }',
    '$x',
    '$ {x}',
    '<b>',
    'x?>',
  ];
  for (const value of RENDERED) {
    it(`is not ${JSON.stringify(value)}`, () => {
      const config = read({ src: SRC, token: value, email: value, name: value, property_1: value });
      expect(config.user).to.deep.equal({
        token: value,
        userEmail: value,
        userName: value,
        properties: { property_1: value },
      });
      expect(codesOf(config)).to.deep.equal([]);
    });
  }

  it('is found without freezing the page', () => {
    const timed = (): number => {
      const before = performance.now();
      for (const part of ['{{', '{%', '${', '%W', '<', '{'])
        read({ src: SRC, ...ANNA, name: part.repeat(200_000), properties: part.repeat(200_000) });
      return performance.now() - before;
    };
    // A machine may stop for seconds, but hardly twice.
    expect(Math.min(timed(), timed())).to.be.below(5_000);
  });
});
