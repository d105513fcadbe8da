import { expect } from 'chai';
import { pageOf, problem, type ErrorCode, type Problem } from '../src/messages.ts';

/** Of what each code is told, and what its author must find in the text besides, to know where to look. */
const CODES: Record<ErrorCode, { subjects?: string[]; names: string[] }> = {
  'bad-src': { subjects: ['src', 'host'], names: ['embed code'] },
  'bad-properties': { subjects: ['properties', 'property_7 in properties'], names: ['JSON.stringify'] },
  'incomplete-user': { subjects: ['token', 'email'], names: ['token', 'email'] },
  'template-not-rendered': { subjects: ['token', 'property_7'], names: ['server'] },
  'chat-id-missing': { names: ['chat-id', 'embed code'] },
  'script-failed': { names: ['script', 'src', 'host'] },
  'script-timeout': { names: ['script', 'src', 'host', 'timeout'] },
  'api-missing': { subjects: ['userConfig', 'clearChatStorage'], names: ['src', 'host', 'timeout'] },
  'api-threw': { subjects: ['userConfig', 'clearChatStorage'], names: ['attributes'] },
  duplicate: { names: ['Remove'] },
};

describe('The message of', () => {
  for (const [code, { subjects = [], names }] of Object.entries(CODES)) {
    const tell = (): Problem[] =>
      subjects.length
        ? subjects.map((subject) => problem(code as ErrorCode, subject))
        : [problem(code as ErrorCode)];

    it(`${code} says in two sentences what is wrong and what to do`, () => {
      for (const found of tell()) {
        expect(found.code).to.equal(code);
        expect(found.message).to.match(/^\S.{8,}?\. [A-Z].{8,}\.$/);
      }
    });

    it(`${code} names ${[...subjects, ...names].join(', ')}, and leaves no gap`, () => {
      for (const { message } of tell()) {
        for (const name of names) expect(message).to.contain(name);
        expect(message).not.to.match(/\*|undefined|null| {2}|^ /);
      }
      // Before the advice, which is the same for all.
      for (const [index, subject] of subjects.entries()) {
        expect(tell()[index]?.message.split(/\. (?=[A-Z])/)[0]).to.contain(subject);
      }
    });
  }

  it('every code leads to the page of its own in the docs', () => {
    for (const code of Object.keys(CODES)) {
      expect(pageOf(code as ErrorCode)).to.equal(
        `https://unpkg.com/useresponse-widget/docs/messages/${code}.md`,
      );
    }
  });

  it('one code is not that of another', () => {
    const messages = Object.keys(CODES).map((code) => problem(code as ErrorCode, 'x').message);
    expect(new Set(messages).size).to.equal(messages.length);
  });

  it('a custom field names its key, whatever that is', () => {
    for (const key of ['*', '$&', '$$', "$'", '$1', '']) {
      const { message } = problem('template-not-rendered', key);
      expect(message.split(' is a template')[0]).to.equal(key);
    }
  });

  it('a call names it as a page would write it', () => {
    for (const code of ['api-missing', 'api-threw'] as const) {
      expect(problem(code, 'userConfig').message).to.contain('UR.userConfig ');
    }
  });
});
