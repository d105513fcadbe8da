import { expect } from 'chai';
import fc from 'fast-check';
import { diagnoseJson, excerpt, type Mistake } from '../src/inspector/json-diagnosis.ts';

/** Each with the mistake and what stands at its place. */
const BROKEN: [text: string, mistake: Mistake, place: string][] = [
  ['[object Object]', 'object-as-text', '[object'],
  ['{&quot;property_1&quot;:&quot;a&quot;}', 'escaped-twice', '&quot;'],
  ['{&amp;quot;property_1&amp;quot;:1}', 'escaped-twice', '&amp;quot;'],
  ['{&#34;property_1&#34;:1}', 'escaped-twice', '&#34;'],
  ['{\\"property_1\\":\\"a\\"}', 'encoded-twice', '\\"'],
  ['"{\\"property_1\\":1}"', 'encoded-twice', '"{'],
  ['{"property_1":\u00a0"a"}', 'odd-space', '\u00a0'],
  ['\ufeff{"property_1":"a"}', 'odd-space', '\ufeff'],
  ['{\u200b"property_1":"a"}', 'odd-space', '\u200b'],
  ['{“property_1”:"a"}', 'curly-quotes', '“'],
  ['{"property_1":“a”}', 'curly-quotes', '“'],
  ['{"property_1":"a”}', 'curly-quotes', '”'],
  ['{"property_1":"a”,"property_2":"b"}', 'curly-quotes', '”'],
  ['{„property_1“:"a"}', 'curly-quotes', '„'],
  ['{«property_1»:"a"}', 'curly-quotes', '«'],
  ["{'property_1':'a'}", 'single-quotes', "'"],
  ['{"property_1":\'a\'}', 'single-quotes', "'"],
  ['{property_1:"a"}', 'no-quotes', 'property_1'],
  ['{"property_1":blue}', 'no-quotes', 'blue'],
  ['{"property_1":007}', 'no-quotes', '007'],
  ['{"property_1":True}', 'other-language', 'True'],
  ['{"property_1":None}', 'other-language', 'None'],
  ['{"property_1"=>"a"}', 'other-language', '=>'],
  ['Array', 'other-language', 'Array'],
  ["array('property_1' => 1)", 'other-language', 'array'],
  ['{"property_1":undefined}', 'other-language', 'undefined'],
  ['{"property_1":"a" "property_2":"b"}', 'missing-comma', '"property_2"'],
  ['{"property_1":"a"\n"property_2":"b"}', 'missing-comma', '"property_2"'],
  ['{"property_1":1 "property_2":2}', 'missing-comma', '"property_2"'],
  ['{"property_1":"a",}', 'trailing-comma', ',}'],
  ['{"property_1":"a",\n}', 'trailing-comma', ',\n'],
  ['{"property_1":"O"Neil"}', 'inner-quote', '"Neil'],
  ['{"property_1":"say "hi" now"}', 'inner-quote', '"hi'],
  ['{"property_1" "a"}', 'missing-colon', '"a"'],
  ['{"property_1":}', 'missing-value', '}'],
  ['{"property_1":,"property_2":1}', 'missing-value', ','],
  ['{"property_1":"a\nb"}', 'line-break', '\nb'],
  ['{"property_1":"it\\\'s"}', 'bad-escape', "\\'"],
  ['{', 'cut-off', ''],
  ['{"property_1":"a', 'cut-off', ''],
  ['{"property_1":{"a":1}', 'cut-off', ''],
  ['{"property_1":1} and more', 'text-after', 'and more'],
  ['["property_1"]', 'not-an-object', '["'],
  ['"property_1"', 'not-an-object', '"property_1"'],
  ['42', 'not-an-object', '42'],
  ['{"property_1":1;"property_2":2}', 'unexpected', ';'],
  ['hello', 'unexpected', 'hello'],
];

describe('The diagnosis of a JSON text', () => {
  for (const [text, mistake, place] of BROKEN) {
    it(`of ${JSON.stringify(text)} finds ${mistake}`, () => {
      const found = diagnoseJson(text);
      expect(found?.mistake).to.equal(mistake);
      const rest = text.slice(found?.at);
      expect(rest.slice(0, place.length || 1)).to.equal(place);
    });
  }

  const FINE = ['{}', ' {"a":"b"}\n', '{"a":"x &quot; y","b":[1,{"c":null}],"d":-1.5e3}', '{"a":"„quoted“"}'];
  for (const text of FINE) {
    it(`of ${JSON.stringify(text)} finds nothing`, () => expect(diagnoseJson(text)).to.equal(undefined));
  }

  const isObject = (text: string): boolean => {
    try {
      return {}.toString.call(JSON.parse(text)) === '[object Object]';
    } catch {
      return false;
    }
  };

  it('finds a mistake in exactly the texts that the browser refuses', () => {
    const json = fc.json({ depthSize: 'small' });
    const object = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value));
    const broken = fc
      .tuple(object, fc.nat(), fc.constantFrom('', '"', "'", ',', '}', '“', '\\', '\n', 'x', ':', '&quot;'))
      .map(([text, at, by]) => text.slice(0, at % text.length) + by + text.slice((at % text.length) + 1));
    fc.assert(
      fc.property(fc.oneof(json, object, broken, fc.string()), (text) => {
        const found = diagnoseJson(text);
        expect(!found, text).to.equal(isObject(text));
        if (found) expect(found.at).to.be.within(0, text.length);
      }),
      { numRuns: 3_000 },
    );
  });

  it('does not give up on a text that is nested without end', () => {
    expect(diagnoseJson(`{"a":${'['.repeat(50_000)}`)).to.be.an('object');
  });
});

describe('The place of a mistake', () => {
  it('is shown in its line', () => {
    const text = '{\n  "a": "b",\n  "c": d\n}';
    expect(excerpt(text, text.indexOf('d\n'))).to.deep.equal({
      line: 3,
      character: 8,
      text: '  "c": d',
      indent: 7,
    });
  });

  it('counts lines as any system writes them', () => {
    expect(excerpt('{\r\n"a"', 3).line).to.equal(2);
    expect(excerpt('{\r"a"', 2).line).to.equal(2);
  });

  it('is shown with no more around it than fits beside it', () => {
    const text = `{"a":"${'x'.repeat(200)}"?${'y'.repeat(200)}`;
    const shown = excerpt(text, text.indexOf('?'));
    expect(shown.text.charAt(shown.indent)).to.equal('?');
    expect(shown.character).to.equal(text.indexOf('?') + 1);
    expect(shown.text).to.match(/^….{36}…$/);
  });

  it('is behind the text where the text ends too early', () => {
    const shown = excerpt('{"a":', 5);
    expect(shown).to.deep.equal({ line: 1, character: 6, text: '{"a":', indent: 5 });
  });

  it('is not moved by a tab', () => expect(excerpt('{\t?', 2)).to.include({ text: '{ ?', indent: 2 }));
});
