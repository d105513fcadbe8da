import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromHash, toHash } from '../../demo/configurator/address.ts';
import { CONSENT_BANNERS, eventsOf } from '../../demo/configurator/consent-banners.ts';
import { looksSecret } from '../../demo/configurator/secrets.ts';
import { initialState, isHost, type State } from '../../demo/configurator/state.ts';

const INITIAL = initialState('Contact support');
const PLATFORMS = ['php', 'wix'];
const SRC = 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';
const KEY = 'k3Y9sFq2LwZ81xVbT0pRmN5c';
const TOKEN = '200b6422385454428ea9b2d6d2e1576ccc127826786adbc66ba89e359dc89612';

const restore = (hash: string): State => fromHash(hash, INITIAL, PLATFORMS);
const withChoices = (choices: Partial<State['choices']>, banner = 'none'): State => ({
  choices: { ...INITIAL.choices, ...choices },
  banner,
});

describe('the choice in the page’s address', () => {
  it('is empty at the beginning', () => assert.equal(toHash(INITIAL, INITIAL), ''));

  it('can be read by people', () =>
    assert.equal(
      toHash(
        withChoices({
          platform: 'php',
          src: SRC,
          fields: [{ key: '170', value: 'a b', isExpression: false }],
        }),
        INITIAL,
      ),
      `platform=php&src=${SRC}&field=170:a+b`,
    ));

  const text = fc.string({ unit: 'grapheme', maxLength: 15 });
  const states = fc.record({
    banner: fc.constantFrom('none', 'other', ...CONSENT_BANNERS.map(({ id }) => id)),
    choices: fc.record({
      src: fc.constantFrom('', SRC, 'https://a.example/sdk/supportCenter.js?initid=&wid=6'),
      host: fc.constant(''),
      chatId: fc.constant(''),
      type: fc.constant('chat' as const),
      platform: fc.constantFrom('', ...PLATFORMS),
      recognise: fc.boolean(),
      fields: fc.array(
        fc.record({
          key: text.map((key) => key.replaceAll(':', '')),
          value: text,
          isExpression: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      loading: fc.constantFrom('eager' as const, 'idle' as const, 'interaction' as const),
      loadOn: text,
      clearOn: text,
      fallback: fc.record({ address: text, text }),
      debug: fc.boolean(),
      script: text,
    }),
  });

  it('comes back as it was, whatever is in it', () =>
    fc.assert(
      fc.property(states, ({ banner, choices }) => {
        const known = CONSENT_BANNERS.find(({ id }) => id === banner);
        const loadOn = known ? eventsOf(known) : banner === 'other' ? choices.loadOn : '';
        const state = { banner, choices: { ...choices, loadOn } };
        // Made-up objects may lack a prototype.
        assert.deepEqual(restore(`#${toHash(state, INITIAL)}`), structuredClone(state));
      }),
    ));

  it('stays whole where a mail or a chat makes a link of it', () => {
    for (const value of [
      "get_user_meta( $user->ID, 'phone', true )",
      'Really?',
      'a.',
      'a,',
      'a:',
      '*a*',
      'a~',
      'a ',
    ]) {
      const state = withChoices({ fields: [{ key: '170', value, isExpression: true }] });
      const hash = toHash(state, INITIAL);
      assert.match(hash, /^[^\s!'()*"<>]*[\w/]$/, value);
      assert.deepEqual(restore(`#${hash}`), state);
    }
  });

  it('never throws, whatever somebody has written there', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (hash) => void restore(hash))));

  it('brings in no script address that is none, no unknown platform and no unknown banner', () => {
    const { choices, banner } = restore(
      '#src=javascript:alert(1)&platform=<b>&consent=nobody&type=x&loading=no',
    );
    assert.deepEqual({ choices, banner }, INITIAL);
  });

  it('brings in no script address but a widget’s', () => {
    for (const src of ['https://evil.test/evil.js', 'https://help.example.com/'])
      assert.equal(restore(`#src=${src}`).choices.src, '');
  });

  it('brings in nothing that was cut in two', () => {
    const fields = Array.from({ length: 40 }, (_, index) => ({
      ...{ key: `${index}`, value: 'some words '.repeat(30), isExpression: true },
    }));
    const { choices } = restore(`#${toHash(withChoices({ src: SRC, fields }), INITIAL)}`);
    assert.equal(choices.src, SRC);
    assert.ok(choices.fields.length > 10);
    for (const field of choices.fields) assert.deepEqual(field, fields[Number(field.key)]);
  });

  it('leaves out what looks like a key', () => {
    const fields = [{ key: '170', value: KEY, isExpression: false }];
    const hash = toHash(withChoices({ fields, clearOn: KEY, host: KEY, chatId: TOKEN }), INITIAL);
    assert.equal(hash, 'field=170%3A');
  });
});

describe('a host', () => {
  for (const host of [
    'help.example.com',
    'HELP.example.com:8443',
    'https://hilfe.müller.example/',
    '[::1]:8080',
  ])
    it(`can be ${host}`, () => assert.ok(isHost(host)));
  for (const host of [
    'help.example.com/kb',
    'help.example.com:99999',
    'a:b',
    'https:',
    'help example',
    'a@b.test',
  ])
    it(`can't be ${host}`, () => assert.ok(!isHost(host)));
});

describe('a security key or a token', () => {
  for (const value of [KEY, TOKEN, `hash('sha256', '${KEY}' . $email)`, `token=${TOKEN}`]) {
    it(`is recognised in ${value}`, () => assert.ok(looksSecret(value)));
  }

  for (const value of [
    '',
    '188',
    'Brian "B" O\'Connor',
    'https://shop.example/customers?id=7',
    'uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709',
    SRC,
    "get_user_meta( $user->ID, 'billing_company', true )",
    'request.user.profile.customer_number',
    'CookieScriptCategory-functionality',
    'a-very-long-but-ordinary-text-of-words',
    '+48 123 456 789',
  ]) {
    it(`is not seen in ${value || 'nothing'}`, () => assert.ok(!looksSecret(value)));
  }
});
