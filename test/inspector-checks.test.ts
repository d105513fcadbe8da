import { expect } from 'chai';
import { readConfig } from '../src/config.ts';
import type { Embed } from '../src/embed.ts';
import { check, count } from '../src/inspector/checks/index.ts';
import { EXPLANATIONS } from '../src/inspector/explanations.ts';
import type { Finding } from '../src/inspector/finding.ts';
import { writeReport } from '../src/inspector/report.ts';
import type { Snapshot } from '../src/inspector/snapshot.ts';
import { readStrangersPage } from '../src/inspector/strangers-page.ts';
import { timeLine } from '../src/inspector/time-line.ts';

type Values = Record<string, unknown>;

const SRC = 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';
const TOKEN = '200b6422385454428ea9b2d6d2e1576ccc127826786adbc66ba89e359dc89612';
const BRIAN = { src: SRC, token: TOKEN, email: 'brian@example.com', name: 'Brian' };

/** A page with a tag on which each value is a property, and an attribute where it is a string; all is well with the rest. */
function page(values: Values, more: Partial<Snapshot> = {}, embed?: Embed): Snapshot {
  const attributes = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [{ name: name.replace(/[A-Z]/g, '-$&').toLowerCase(), value }] : [],
  );
  const { loading, loadOn, clearOn } = values;
  const tag = { ...values, attributes };
  return {
    tags: 1,
    tag,
    ...{ loading, loadOn, clearOn, embed },
    config: readConfig(tag, 'https://shop.example.com/', () => embed),
    status: 'ready',
    origin: 'https://shop.example.com',
    delivery: { from: 20, to: 140 },
    hasApi: { userConfig: true, clearChatStorage: true },
    remembered: 'this-person',
    steps: [{ name: 'identify', at: 150 }],
    violations: [],
    tokenWithoutKey: undefined,
    strangersPage: undefined,
    ...more,
  };
}

const findingsOf = (snapshot: Snapshot): Finding[] => check(snapshot).flatMap(({ findings }) => findings);

function finding(id: string, values: Values, more: Partial<Snapshot> = {}, embed?: Embed): Finding {
  const found = findingsOf(page(values, more, embed)).find((each) => each.id === id);
  if (!found) throw new Error(`No finding ${id}`);
  return found;
}

const error = (code: string): Partial<Snapshot> => ({
  status: 'error',
  steps: [{ name: 'error', at: 9, detail: code }],
  hasApi: { userConfig: false, clearChatStorage: false },
});

describe('The checks of the inspector', () => {
  it('find nothing wrong with a tag that works', () => {
    const groups = check(page({ ...BRIAN, properties: '{"property_170":"x"}', property_171: '188' }));
    expect(count(groups, 'bad')).to.equal(0);
    expect(count(groups, 'note')).to.equal(0);
  });

  it('say of everything that is wrong what to do', () => {
    const broken = {
      ...{ src: 'javascript:1', token: ' x', email: 'x', name: '{{ name }}', chatid: '3' },
      ...{ properties: '{“a”:1}', property_5: '{{ x }}', clearOn: 'a,b', loadOn: 'a,b' },
    };
    for (const each of findingsOf(page(broken, { tags: 2, ...error('script-failed') })))
      if (each.verdict === 'bad') expect(each, each.id).to.have.property('todo');
    for (const values of [{ token: '{{ token }}' }, { email: '{{ email }}' }]) {
      const found = finding('user', { ...BRIAN, ...values });
      expect(found).to.include({ verdict: 'bad' }).and.to.have.property('todo');
    }
  });

  it('have one id for each finding', () => {
    const ids = findingsOf(page({ ...BRIAN, properties: '{"a":1,"b":2}', property_3: '3' })).map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).to.equal(ids.length);
  });

  describe('of the tag', () => {
    it('tell of a second one', () => {
      expect(finding('tag', BRIAN, { tags: 3 })).to.include({ verdict: 'bad', code: 'duplicate' });
    });

    for (const name of ['o"neil', "brien'", 'property_170":"https:', '{', '},'])
      it(`see in ${name} what is left of a value`, () => {
        const found = finding('attributes', { ...BRIAN, [name]: '' });
        expect(found.verdict).to.equal('bad');
        expect(found.shown).to.equal(name);
      });

    const MEANT = { useremail: 'email', chatid: 'chat-id', 'property-170': 'property_170', url: 'src' };
    for (const [wrong, right] of Object.entries(MEANT))
      it(`know that ${wrong} should be ${right}`, () => {
        expect(finding('attributes', { ...BRIAN, [wrong]: 'x' }).found).to.contain(right);
      });

    for (const name of ['class', 'data-turbo-permanent', 'aria-label', '@click', 'v-bind:x', '_ngcontent-ab'])
      it(`have nothing against ${name}`, () => {
        expect(finding('attributes', { ...BRIAN, [name]: 'x' }).verdict).to.equal('good');
      });
  });

  describe('of the address', () => {
    it('say where it leads', () => {
      expect(finding('address', BRIAN).found).to.contain('chat 38 of help.example.com');
    });

    const BAD: Record<string, [values: Values, code: string | undefined]> = {
      'a scheme of another kind': [{ src: 'javascript:alert(1)' }, 'bad-src'],
      'a template': [{ src: '{{ src }}' }, 'bad-src'],
      'a host with a path': [{ host: 'help.example.com/x', chatId: '3' }, 'bad-src'],
      'a host without a chat id': [{ host: 'help.example.com' }, 'chat-id-missing'],
      'a chat id that is a word': [{ src: SRC, chatId: 'x' }, 'chat-id-missing'],
      'no address and no embed code': [{}, undefined],
      'http on a page with https': [{ src: SRC.replace('https:', 'http:') }, undefined],
      'a host without slashes': [{ src: SRC.replace('https://', '') }, undefined],
    };
    for (const [what, [values, code]] of Object.entries(BAD))
      it(`are against ${what}`, () => {
        const { verdict, code: found } = finding('address', values);
        expect([verdict, found]).to.deep.equal(['bad', code]);
      });

    it('doubt an address of a form that is not known', () => {
      expect(finding('address', { src: 'https://help.example.com/chat.js' }).verdict).to.equal('note');
    });

    it('know the embed code of the page', () => {
      const embed = { host: 'help.example.com', chatId: '7', iid: undefined };
      expect(finding('address', {}, {}, embed)).to.deep.include({ verdict: 'good' });
      expect(finding('address', {}, {}, embed).found).to.contain('chat 7');
    });
  });

  describe('of the script', () => {
    it('tell how long it took', () => expect(finding('script', BRIAN).found).to.contain('120 ms'));

    it('think of ad blockers where it failed', () => {
      const found = finding('script', BRIAN, error('script-failed'));
      expect(found).to.include({ verdict: 'bad', code: 'script-failed' });
      expect(found.todo).to.contain('ad blocker');
    });

    it('blame the policy where that has kept it away', () => {
      const violations = [{ directive: 'script-src-elem', blocked: 'help.example.com' }];
      const failed = { ...error('script-failed'), violations };
      expect(finding('script', BRIAN, failed).todo).to.contain('Content-Security-Policy');
      expect(finding('policy', BRIAN, failed)).to.include({ verdict: 'bad' });
      expect(finding('policy', BRIAN, failed).found).to.contain('script-src-elem');
    });

    it('are not sure of what the policy has blocked of others', () => {
      const violations = [{ directive: 'img-src', blocked: 'cdn.example' }];
      expect(finding('policy', BRIAN, { violations }).verdict).to.equal('note');
    });

    for (const code of ['script-timeout', 'script-failed'])
      it(`tell of ${code}`, () => expect(finding('script', BRIAN, error(code)).code).to.equal(code));

    for (const code of ['api-missing', 'api-threw'])
      it(`tell of ${code}, and that the script was there`, () => {
        expect(finding('calls', BRIAN, error(code))).to.include({ verdict: 'bad', code });
        expect(finding('script', BRIAN, error(code)).verdict).to.equal('good');
      });

    it('name the call that is missing', () => {
      const hasApi = { userConfig: true, clearChatStorage: false };
      expect(finding('calls', BRIAN, { hasApi }).found).to.contain('UR.clearChatStorage is not there');
    });

    it('forget an error that is over', () => {
      expect(finding('script', BRIAN, { steps: error('script-failed').steps! }).verdict).to.equal('good');
    });

    const EARLY: Partial<Snapshot> = {
      status: 'waiting',
      delivery: undefined,
      steps: [],
      hasApi: { userConfig: false, clearChatStorage: false },
    };
    it('wait with their judgement until there is something to judge', () => {
      for (const id of ['script', 'calls']) expect(finding(id, BRIAN, EARLY).verdict).to.equal('open');
    });

    it('say for which consent it waits', () => {
      const found = finding('moment', { ...BRIAN, loadOn: 'consent given' }, EARLY);
      expect(found.verdict).to.equal('open');
      expect(found.found).to.contain('consent given');
    });

    it('see commas between the names of events', () => {
      expect(finding('moment', { ...BRIAN, loadOn: 'a,b' }).verdict).to.equal('bad');
      expect(finding('clearing', { ...BRIAN, clearOn: 'a, b' }).verdict).to.equal('bad');
    });

    it('know the words for the moment', () => {
      for (const loading of ['eager', 'idle', 'interaction'])
        expect(finding('moment', { ...BRIAN, loading }).verdict).to.equal('good');
      expect(finding('moment', { ...BRIAN, loading: 'lazy' }).verdict).to.equal('note');
    });
  });

  describe('of the visitor', () => {
    it('take an anonymous one for normal', () => {
      expect(finding('user', { src: SRC }).verdict).to.equal('good');
      expect(finding('user', { src: SRC, token: 'false', email: 'undefined' }).verdict).to.equal('good');
    });

    it('tell which half is missing', () => {
      const withoutEmail = finding('user', { ...BRIAN, email: '' });
      expect(withoutEmail).to.include({ verdict: 'bad', code: 'incomplete-user' });
      expect(withoutEmail.found).to.contain('no email');
      expect(finding('user', { ...BRIAN, token: 'null' }).found).to.contain('no token');
    });

    it('tell who was handed over, and who has logged out since', () => {
      expect(finding('user', BRIAN).found).to.contain('handed');
      const steps = ['identify', 'clear', 'ready'].map((name, at) => ({ name, at }));
      expect(finding('user', BRIAN, { steps })).to.include({ verdict: 'note' });
    });

    const TOKENS: Record<string, [token: string, verdict: string, word: string]> = {
      'a SHA-256': [TOKEN, 'good', '64'],
      'one in capitals': [TOKEN.toUpperCase(), 'note', 'capital'],
      'a fixed one': ['support-users', 'note', 'no SHA-256'],
      'an MD5': ['5d41402abc4b2a76b9719d911017c592', 'note', 'MD5'],
      'a SHA-1': ['da39a3ee5e6b4b0d3255bfef95601890afd80709', 'note', 'SHA-1'],
      'a SHA-256 in Base64': ['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'note', 'Base64'],
      'a JSON Web Token': ['eyJhbGciOi.eyJzdWIiOi.abc', 'note', 'JSON Web Token'],
      'one with a space': [`${TOKEN} `, 'bad', 'white space'],
      'that of an empty text': [
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        'bad',
        'empty',
      ],
      'a template': ['{{ token }}', 'bad', 'template'],
    };
    for (const [what, [token, verdict, word]] of Object.entries(TOKENS))
      it(`know ${what} as token, and do not show it`, () => {
        const found = finding('token', { ...BRIAN, token });
        expect(found.verdict).to.equal(verdict);
        expect(found.found).to.contain(word);
        expect(JSON.stringify(found)).not.to.contain(token);
      });

    it('know a token that was made without a key', () => {
      const found = finding('token', BRIAN, { tokenWithoutKey: TOKEN });
      expect(found.verdict).to.equal('bad');
      expect(found.found).to.contain('email alone');
    });

    const EMAILS: Record<string, [email: string, verdict: string]> = {
      'a usual one': ['brian@example.com', 'good'],
      'one of an intranet': ['brian@localhost', 'good'],
      'one with a plus': ['brian+shop@example.co.uk', 'good'],
      'one with umlauts': ['jürgen@exämple.com', 'good'],
      'one with capitals': ['Brian@example.com', 'note'],
      'one with a space': [' brian@example.com', 'bad'],
      'one with a line break': ['brian@example.com\n', 'bad'],
      'one that was escaped twice': ['a&amp;b@example.com', 'bad'],
      'a name': ['Brian', 'bad'],
      'two of them': ['a@b.test, c@d.test', 'bad'],
      'a template': ['<?= $email ?>', 'bad'],
    };
    for (const [what, [email, verdict]] of Object.entries(EMAILS))
      it(`find ${what} as email ${verdict}`, () => {
        expect(finding('email', { ...BRIAN, email }).verdict).to.equal(verdict);
      });

    it('see names that were escaped twice, or not filled in', () => {
      expect(finding('name', { ...BRIAN, name: 'O&#039;Neil' }).verdict).to.equal('bad');
      expect(finding('name', { ...BRIAN, name: 'Tom & Co.' }).verdict).to.equal('good');
      expect(finding('name', { ...BRIAN, name: '${name}' }).code).to.equal('template-not-rendered');
      expect(finding('name', { ...BRIAN, name: '' }).verdict).to.equal('open');
    });

    it('doubt a name that only a template can be, which support would see as it is', () => {
      for (const name of ['<%= user.name %>', '{!! $name !!}', '#{name}', '*|FNAME|*'])
        expect(finding('name', { ...BRIAN, name })).to.include({ verdict: 'note', shown: name });
      for (const name of ['@brian', '[Dr.Who]', 'Brian <b> 100%'])
        expect(finding('name', { ...BRIAN, name }).verdict).to.equal('good');
    });
  });

  describe('of the custom fields', () => {
    it('show the place of a mistake', () => {
      const found = finding('properties', { ...BRIAN, properties: '{"property_1":“a”}' });
      expect(found).to.deep.include({ verdict: 'bad', code: 'bad-properties' });
      expect(found.found).to.contain('curly');
      expect(found.excerpt).to.include({ line: 1, character: 15 });
    });

    it('see that the quotation marks have ended the attribute', () => {
      const found = finding('properties', { ...BRIAN, properties: '{', 'property_170":"https:': '' });
      expect(found.found).to.contain('attribute ends too early');
    });

    it('say of a list that it is no object', () => {
      expect(finding('properties', { ...BRIAN, properties: ['a'] }).verdict).to.equal('bad');
    });

    it('see a template', () => {
      const properties = '{{ fields }}';
      expect(finding('properties', { ...BRIAN, properties }).code).to.equal('template-not-rendered');
    });

    it('tell of each field, from JSON and from an attribute', () => {
      const values = { ...BRIAN, properties: { property_1: 'a', property_2: 7 }, property_3: 'c' };
      for (const [key, value] of Object.entries({ property_1: 'a', property_2: '7', property_3: 'c' }))
        expect(finding(`field ${key}`, values)).to.include({ verdict: 'good', shown: `${key}: ${value}` });
    });

    it('tell of the fields of an anonymous visitor as well', () => {
      expect(finding('field property_1', { src: SRC, property_1: 'a' }).verdict).to.equal('good');
    });

    it('tell which field is nested, empty, a template or has a key of its own', () => {
      const properties = { property_1: ['a'], property_2: '', property_3: '{{ x }}', colour: 'red' };
      const values = { ...BRIAN, properties: JSON.stringify(properties) };
      expect(finding('field property_1', values)).to.include({ verdict: 'bad', code: 'bad-properties' });
      expect(finding('field property_2', values).verdict).to.equal('note');
      expect(finding('field property_3', values)).to.include({
        verdict: 'bad',
        code: 'template-not-rendered',
      });
      expect(finding('field colour', values).verdict).to.equal('note');
    });

    it('doubt a value that only a template can be', () => {
      expect(finding('field property_4', { ...BRIAN, property_4: '<%= user.phone %>' }).found).to.contain(
        'template',
      );
      expect(finding('field property_4', { ...BRIAN, property_4: '@brian' }).verdict).to.equal('good');
    });
  });

  describe('of the log-out', () => {
    it('name the events', () => {
      expect(finding('clearing', BRIAN).found).to.contain('logout');
      expect(finding('clearing', { ...BRIAN, clearOn: 'bye pagehide' }).found).to.match(
        /bye pagehide.*every time/,
      );
    });

    it('tell that nothing can be cleared without a chat id', () => {
      expect(finding('clearing', { src: 'https://help.example.com/chat.js' }).code).to.equal(
        'chat-id-missing',
      );
    });

    it('tell what is remembered', () => {
      const all = (['nobody', 'this-person', 'another-person', 'owed', 'blocked'] as const).map(
        (remembered) => finding('remembered', BRIAN, { remembered }).found,
      );
      expect(new Set(all).size).to.equal(5);
    });
  });

  describe('of what looks like a template', () => {
    for (const value of [
      '<%= x %>',
      '{!! $x !!}',
      '#{x}',
      '@token',
      '@Model.Token',
      '[user:token]',
      '*|TOKEN|*',
    ])
      it(`say that ${value} is one`, () => {
        for (const id of ['token', 'email']) {
          const { verdict, found } = finding(id, { ...BRIAN, [id]: value });
          expect([verdict, found]).to.deep.equal([
            'bad',
            'It looks like a template that nothing has filled in.',
          ]);
        }
      });

    it('say nothing of a person whose address has such signs', () => {
      expect(finding('email', { ...BRIAN, email: '#{x}@example.com' }).verdict).to.equal('good');
    });
  });

  it('see a link in place of an email', () => {
    expect(finding('email', { ...BRIAN, email: 'mailto:brian@example.com' }).verdict).to.equal('bad');
  });

  it('see a type that there is not, which counts only with a host', () => {
    const host = { ...BRIAN, src: undefined, host: 'help.example.com', chatId: '38' };
    expect(finding('address', { ...host, type: 'supportcenter' }).verdict).to.equal('note');
    expect(finding('address', { ...host, type: 'support-center' }).verdict).to.equal('good');
    expect(finding('address', { ...BRIAN, type: 'supportcenter' }).verdict).to.equal('good');
  });

  describe('of caches', () => {
    const ask = (text: string, headers: Record<string, string> = {}): Finding =>
      finding('caching', BRIAN, { strangersPage: readStrangersPage(text, TOKEN, new Headers(headers)) });

    it('can tell nothing before somebody has asked', () => {
      expect(finding('caching', BRIAN).verdict).to.equal('open');
    });

    it('find the very token in a stranger’s page, and which cache says it has kept it', () => {
      const found = ask(`<useresponse-widget token="${TOKEN}">`, { Age: '30', 'X-Cache': 'HIT' });
      expect(found.verdict).to.equal('bad');
      expect(found.found).to.contain('Age: 30').and.to.contain('X-Cache: HIT');
    });

    it('find the token of somebody else', () => {
      expect(ask(`<useresponse-widget\n email='"a>b"' token='bb22'>`).verdict).to.equal('bad');
    });

    it('are content with a page without a token', () => {
      expect(ask('<useresponse-widget src="x" token="" ></useresponse-widget>').verdict).to.equal('good');
      expect(ask('<useresponse-widget src="x"></useresponse-widget><a token="x">').verdict).to.equal('good');
    });

    it('take no word for nothing, no other attribute and no chance for a token', () => {
      for (const attribute of ['token="null"', "token='false'", 'data-token="x"'])
        expect(ask(`<useresponse-widget ${attribute}>`).verdict, attribute).to.equal('good');
      expect(readStrangersPage('<p>A static page', 'static', new Headers()).outcome).to.equal('clean');
      expect(
        readStrangersPage('<useresponse-widget token=static>', 'static', new Headers()).outcome,
      ).to.equal('same-token');
    });

    it('say so where it can’t be told', () => {
      const strangersPage = { outcome: 'failed', headers: [] } as const;
      expect(finding('caching', BRIAN, { strangersPage }).verdict).to.equal('open');
    });
  });
});

describe('The time line', () => {
  it('has each step in its place', () => {
    const steps = [
      { name: 'config', at: 10 },
      { name: 'identify', at: 150.4 },
      { name: 'config', at: 160 },
      { name: 'clear', at: 170, detail: 'event' },
    ];
    expect(timeLine({ steps, delivery: { from: 20, to: 140 } }).map(({ at }) => at)).to.deep.equal([
      10, 20, 140, 150.4, 170,
    ]);
  });
});

describe('The report', () => {
  const CANARY = 'KaNaRi';
  /** Wherever somebody's data can get to, also by mistake. */
  const EVERYWHERE = {
    src: `${SRC}?${CANARY}`,
    token: CANARY,
    email: `${CANARY}@example.com`,
    name: CANARY,
    [`${CANARY}"`]: '',
    property_170: CANARY,
    [`property_${CANARY}`]: CANARY,
    loading: CANARY,
  };
  const FIELDS = [
    '{"KaNaRi":"KaNaRi"}',
    '{"KaNaRi":["KaNaRi"]}',
    '{KaNaRi',
    '{"KaNaRi":"{{ KaNaRi }}"}',
    CANARY,
  ];
  for (const properties of FIELDS)
    it(`has nothing personal in it where properties is ${properties}`, () => {
      const snapshot = page({ ...EVERYWHERE, properties });
      expect(writeReport(check(snapshot), snapshot, 'Browser').toLowerCase()).not.to.contain(
        CANARY.toLowerCase(),
      );
    });

  it('has no address and no token in it that somebody wrote where a host or an event belongs', () => {
    const mistakes = { host: `${CANARY}@example.com`, chatId: CANARY, type: CANARY, nonce: CANARY };
    for (const events of [`${CANARY}@example.com bye`, `${TOKEN}${CANARY} bye`])
      for (const more of [
        { ...mistakes, src: '' },
        { src: SRC, chatId: CANARY },
      ]) {
        const values = { ...EVERYWHERE, loadOn: events, clearOn: events, ...more };
        const snapshot = page(values, { status: 'waiting', delivery: undefined });
        const report = writeReport(check(snapshot), snapshot, 'Browser');
        expect(report.toLowerCase()).not.to.contain(CANARY.toLowerCase());
        expect(report).to.contain('bye');
      }
  });

  it('says what was found, with codes and times', () => {
    const snapshot = page({ ...BRIAN, email: '' }, { steps: [{ name: 'ready', at: 12.6 }] });
    const report = writeReport(check(snapshot), snapshot, 'Browser 1');
    for (const word of [
      'Browser 1',
      '(incomplete-user)',
      'help.example.com',
      '13 ms  Ready',
      'shop.example.com',
    ])
      expect(report).to.contain(word);
  });
});

describe('The explanation of', () => {
  for (const [code, { summary, effect, causes, remedies }] of Object.entries(EXPLANATIONS))
    it(`${code} has causes and remedies, in whole sentences`, () => {
      expect(summary).to.match(/[^.]$/);
      expect(causes).not.to.be.empty;
      expect(remedies).not.to.be.empty;
      for (const sentence of [effect, ...causes, ...remedies]) expect(sentence).to.match(/^[A-Z`].*\.$/);
    });
});
