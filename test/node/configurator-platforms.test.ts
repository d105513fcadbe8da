import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import fc from 'fast-check';
import type { Choices, Field } from '../../demo/configurator/choices.ts';
import { CONSENT_BANNERS, linesFor } from '../../demo/configurator/consent-banners.ts';
import { platforms } from '../../demo/configurator/platforms/index.ts';
import { texts } from '../../demo/configurator/texts.ts';
import { readConfig } from '../../src/config.ts';
import { readTag, type ReadTag } from '../platforms/parse.ts';
import { WILD } from '../platforms/people.ts';

const SRC = 'https://help.example.com/public/sdk/chat-uriid_da39a3ee5e6b4b0d3255bfef95601890afd80709-38.js';
const SCRIPT = 'https://cdn.example.com/useresponse-widget.min.js';

const USUAL: Choices = {
  src: SRC,
  host: '',
  chatId: '',
  type: 'chat',
  platform: '',
  recognise: true,
  fields: [],
  loading: 'eager',
  loadOn: '',
  clearOn: '',
  fallback: { address: '', text: 'Contact support' },
  debug: false,
  script: SCRIPT,
};

const text = fc.oneof(
  fc.string(),
  fc.constant(WILD),
  fc.constantFrom('', ' ', '\n>\n', '>', '"', '{{', '?>', '</script>'),
);
const field: fc.Arbitrary<Field> = fc.record({
  key: fc.oneof(text, fc.constantFrom('170', 'property_171', 'Property_1', '__proto__', 'on"x')),
  value: text,
  isExpression: fc.constant(false),
});
const anyChoices: fc.Arbitrary<Choices> = fc.record({
  src: fc.oneof(fc.constant(SRC), fc.constant(''), text),
  host: text,
  chatId: text,
  type: fc.constantFrom('chat', 'support-center'),
  platform: fc.constant(''),
  recognise: fc.boolean(),
  fields: fc.array(field, { maxLength: 4 }),
  loading: fc.constantFrom('eager', 'idle', 'interaction'),
  loadOn: text,
  clearOn: text,
  fallback: fc.record({ address: text, text }),
  debug: fc.boolean(),
  script: text,
});

const tagIn = (id: string, choices: Choices): string =>
  platforms
    .find((platform) => platform.id === id)!
    .snippets(choices)
    .find((snippet) => snippet.id === 'tag')!.code;

/** A browser reads no line ends of other systems, and no NUL. */
const plain = (value: string): string => value.replace(/\0/g, '').trim().replace(/\s+/g, ' ');

/** Those whose text is the page's own HTML. */
const PASTED = ['ghost', 'webflow', 'wix', 'squarespace', 'html'];

describe('Every platform', () => {
  for (const platform of platforms) {
    it(`has words for each text of ${platform.id}`, () => {
      const words = texts.platforms[platform.id as keyof typeof texts.platforms];
      const ids = [true, false].flatMap((recognise) =>
        platform.snippets({ ...USUAL, recognise }).map(({ id }) => id),
      );
      assert.deepEqual(Object.keys(words.snippets).sort(), [...new Set(ids)].sort());
      assert.ok(words.name);
      assert.equal(words.expression === '', !platform.canRecognise);
      for (const { name, steps } of Object.values(
        words.snippets as Record<string, { name: string; steps: string[] }>,
      )) {
        assert.ok(name && steps.length);
      }
    });
  }

  it('has words, and no words are left over', () => {
    assert.deepEqual(Object.keys(texts.platforms).sort(), platforms.map(({ id }) => id).sort());
  });

  it('writes only what differs from the default', () => {
    for (const { id } of platforms) {
      assert.doesNotMatch(tagIn(id, USUAL), /loading|load-on|clear-on|debug|eager|<a /, id);
    }
  });

  it('writes each option that differs', () => {
    const fallback = { address: 'https://help.example.com/', text: 'Help' };
    const choices: Choices = {
      ...{ ...USUAL, src: '', host: 'help.example.com', chatId: '6', type: 'support-center', fallback },
      ...{ loading: 'idle', loadOn: 'consent-given', clearOn: 'bye', debug: true },
    };
    const WORDS = [
      'host',
      'help.example.com',
      'chat-id',
      '6',
      'support-center',
      'idle',
      'consent-given',
      'bye',
    ];
    for (const { id } of platforms) {
      const code = tagIn(id, choices);
      for (const word of [...WORDS, 'on-request', 'Help', SCRIPT])
        assert.ok(code.includes(word), `${id}: ${word}`);
    }
  });

  it('leaves no line with nothing but a >, whatever is chosen', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        for (const platform of platforms) {
          for (const { code } of platform.snippets(choices))
            assert.doesNotMatch(code, /^\s*>\s*$/m, platform.id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('asks for no key, and has a place for one only where nothing is filled in', () => {
    for (const platform of platforms) {
      for (const { id, code } of platform.snippets(USUAL)) {
        if (id === 'key') assert.match(code, /(?:''|=$|"useresponse_key")/m, platform.id);
      }
    }
  });

  it('makes a link to nothing that runs script', () => {
    for (const address of [
      'javascript:alert(1)',
      ' JAVA\tscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
    ]) {
      const choices = { ...USUAL, fallback: { address, text: 'Help' } };
      for (const { id } of platforms) assert.ok(!tagIn(id, choices).includes('Help'), `${id}: ${address}`);
    }
  });
});

const PAGE = 'https://shop.example.com/';

/** What is fetched early is what the element loads, and it does so at once. */
function assertHint({ attributes, hint }: ReadTag): void {
  const { url } = readConfig(
    { ...attributes, chatId: attributes['chat-id'], attributes: [] },
    PAGE,
    () => undefined,
  );
  const isAtOnce = !attributes['load-on'] && !attributes['loading'];
  if (!isAtOnce || url?.includes('initid=&')) assert.equal(hint, undefined);
  else if (url)
    assert.deepEqual(
      { ...hint, href: new URL(hint!['href']!, PAGE).href },
      { rel: 'preload', as: 'script', href: url },
    );
}

describe('A tag that is pasted into a page', () => {
  it('reads as what was chosen, whatever that is, and brings nothing else along', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const { src, host, chatId, type, loading, loadOn, clearOn, debug } = choices;
        const widget = src.trim() ? { src } : { host, 'chat-id': chatId, type: type === 'chat' ? '' : type };
        const all = {
          ...widget,
          loading: loading === 'eager' ? '' : loading,
          'load-on': loadOn,
          'clear-on': plain(clearOn) === 'logout' ? '' : clearOn,
          debug: debug ? 'on-request' : '',
        };
        const wanted = Object.entries(all)
          .map(([name, value]) => [name, plain(value)])
          .filter(([, value]) => value);
        for (const id of PASTED) {
          const tag = readTag(tagIn(id, choices));
          assert.deepEqual(tag.attributes, Object.fromEntries(wanted), id);
          assert.equal(tag.script['src'], choices.script.replace(/\0/g, '').trim());
          const elements = tag.elements.filter((name) => name !== 'a');
          assert.deepEqual(elements, [...(tag.hint ? ['link'] : []), 'script', 'useresponse-widget']);
          assertHint(tag);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('shows the chosen link', () => {
    const fallback = { address: 'mailto:help@example.com', text: WILD };
    for (const id of PASTED) {
      assert.deepEqual(readTag(tagIn(id, { ...USUAL, fallback })).link, fallback, id);
    }
  });

  it('says nothing of a visitor', () => {
    const fields = [{ key: '170', value: 'x', isExpression: false }];
    for (const id of [...PASTED, 'gtm']) {
      assert.doesNotMatch(tagIn(id, { ...USUAL, fields }), /token|email|property_/, id);
    }
  });
});

describe('The script for a tag manager', () => {
  it('holds nothing that a tag manager fills in or a parser takes for an end, whatever is chosen', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const code = tagIn('gtm', choices);
        const script = code.slice('<script>'.length, -'</script>'.length);
        assert.doesNotMatch(script, /\{\{|<\/?script|<!--/);
        // Compiled, not run.
        assert.ok(new Script(script));
      }),
      { numRuns: 300 },
    );
  });
});

describe('Below the tag', () => {
  it('there is room for a line in the text of every platform, but where the tag is made by script', () => {
    for (const { id } of platforms) {
      if (id !== 'gtm') assert.match(tagIn(id, USUAL), /<\/useresponse-widget>\s*(?:$|\n)/, id);
    }
  });

  it('the lines for a consent banner mean nothing to Razor, which can’t be run here', () => {
    for (const banner of CONSENT_BANNERS) assert.doesNotMatch(linesFor(banner), /@/, banner.id);
  });
});

describe('The text for ASP.NET, which can’t be run here', () => {
  it('prints every expression as text, be it a bool or markup, and leaves it out for an anonymous visitor', () => {
    const fields = [{ key: '170', value: 'User.IsInRole("vip")', isExpression: true }];
    const code = tagIn('aspnet', { ...USUAL, fields });
    for (const expression of ['email', 'User.Identity?.Name', 'User.IsInRole("vip")'])
      assert.ok(code.includes(`="@(token == null ? null : Convert.ToString(${expression}))"`), expression);
  });

  it('has the attributes in their places, for a parser of HTML', () => {
    const fields = [{ key: '170', value: WILD, isExpression: false }];
    const code = tagIn('aspnet', { ...USUAL, fields });
    const { attributes } = readTag(code.slice(code.indexOf('<script')));
    assert.deepEqual(Object.keys(attributes), ['token', 'email', 'name', 'property_170', 'src']);
    assert.equal(attributes['property_170'], WILD);
    assert.equal(attributes['token'], '@token');
    assert.ok(!code.slice(code.indexOf('property_170'), code.indexOf('src="https://help')).includes('@'));
  });
});
