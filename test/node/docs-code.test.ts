import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'parse5';
import postcss from 'postcss';
import { markdownFiles, readText } from '../../demo/docs/files.ts';
import { readMarkdown, type CodeBlock } from '../../demo/docs/markdown.ts';
import { readConfig } from '../../src/config.ts';
import { HELP } from '../../src/cli/texts.ts';
import { EXPLANATIONS } from '../../src/inspector/explanations.ts';
import { pageOf, problem, type ErrorCode } from '../../src/messages.ts';
import { attributes, element } from '../helpers/manifest.ts';
import { mistakesIn, syntaxMistakesIn } from '../helpers/type-check.ts';
import { attributesOf, elementsIn, type Element } from '../platforms/parse.ts';

/** What only runs elsewhere: the test that takes these blocks out of the text and runs them, and how many it takes. */
const RUN_BY: Record<string, Record<string, [test: string, count: number]>> = {
  'SECURITY.md': { '': ['test/e2e/security.test.ts', 3] },
  'docs/messages/incomplete-user.md': { php: ['test/recipes/messages.test.ts', 1] },
  'docs/start.md': { '': ['test/e2e/start.test.ts', 1] },
  'docs/troubleshooting.md': { '': ['test/e2e/troubleshooting.test.ts', 7] },
  'docs/wikis.md': { php: ['test/cms/wikis.test.ts', 2] },
  'docs/wordpress.md': { php: ['test/cms/wordpress.test.ts', 6] },
};
/** Written by a command, out of files that tests run. */
const COPIED_FROM: Record<string, string> = { 'docs/frameworks.md': 'test/frameworks/apps' };

const root = fileURLToPath(new URL('../../', import.meta.url));
const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
const ATTRIBUTES = attributes.map(({ name }) => name);
/** What any element may have. */
const COMMON = /^(id|class|hidden|slot|title|data-.+|aria-.+|hx-.+)$/;
const WORDS: Record<string, RegExp> = {
  loading: /^(eager|idle|interaction)$/,
  type: /^(chat|support-center)$/,
  debug: /^(on-request)?$/,
  timeout: /^\d+$/,
};

function checkTag(tag: Element): void {
  for (const { name, value } of tag.attrs) {
    const isKnown = ATTRIBUTES.includes(name) || /^property_\d+$/.test(name) || COMMON.test(name);
    assert.ok(isKnown, `${name} is no attribute of the tag`);
    if (WORDS[name]) assert.match(value, WORDS[name], name);
  }
  const { 'chat-id': chatId, ...values } = attributesOf(tag);
  const said = { ...values, chatId, attributes: tag.attrs };
  const { problems } = readConfig(said, 'https://shop.example.com/', () => undefined);
  assert.deepEqual(problems, []);
}

function checkHtml(code: string): void {
  const mistakes: string[] = [];
  const tree = parse(code, {
    onParseError: ({ code: mistake }) => mistakes.push(mistake),
  });
  assert.deepEqual(
    mistakes.filter((mistake) => mistake !== 'missing-doctype'),
    [],
  );
  for (const each of elementsIn(tree)) {
    const [text] = each.childNodes;
    if (each.tagName === 'useresponse-widget') checkTag(each);
    if (each.tagName === 'script' && text && 'value' in text)
      assert.deepEqual(syntaxMistakesIn(text.value, 'script.js'), []);
  }
}

function checkCss(code: string): void {
  postcss.parse(code);
  for (const [, state] of code.matchAll(/:state\(([^)]*)\)/g))
    assert.ok(
      element.cssStates.some(({ name }) => name === state),
      `no state ${state}`,
    );
}

const hasScript = (name = ''): boolean => name in scripts;

/** What may be asked of a program, in a line for the shell. */
const COMMANDS: Record<string, (words: string[]) => boolean> = {
  npm: ([verb, name]) => (verb === 'run' ? hasScript(name) : verb === 'install' || hasScript(verb)),
  npx: ([program, command]) =>
    program === 'useresponse-widget'
      ? HELP.includes(`useresponse-widget ${command} `)
      : existsSync(join(root, 'node_modules/.bin', program!)),
  node: (words) => words.at(-1) === 'server.mjs' || existsSync(join(root, words.at(-1)!)),
  export: ([setting]) => /^[A-Z_]+=/.test(setting!),
  echo: () => true,
  wc: () => true,
  curl: ([option]) => option === '-d',
};

function checkShell(code: string): void {
  const lines = code.split('\n').map((line) => line.replace(/(^|\s)#.*/, '').trim());
  for (const line of lines.filter(Boolean)) {
    for (const command of line.split(/ (?:\||&&) /)) {
      const [program, ...words] = command.split(/\s+/).filter((word, at) => at || !/^[A-Z_]+=/.test(word));
      assert.ok(COMMANDS[program!]?.(words), `not known: ${command}`);
      for (const file of words.filter((word) => /^(test|scripts|src|docs)\//.test(word)))
        assert.ok(existsSync(join(root, file)), `there is no ${file}`);
    }
  }
}

/** What the element says in the console, letter by letter; about which attribute it is differs. */
function checkConsole(code: string): void {
  const [, name] = /^<useresponse-widget> ([\w-]+): /.exec(code) ?? [];
  assert.ok(name && name in EXPLANATIONS, 'of a kind that is not known');
  const [start, end = ''] = problem(name as ErrorCode, '*').message.split('*');
  const said = code.replace(pageOf(name as ErrorCode), '').trim();
  const isRight = said.startsWith(`<useresponse-widget> ${name}: ${start}`) && said.endsWith(end);
  assert.ok(isRight, `the message of ${name} is another one`);
}

const checkDiff = (code: string): void => {
  for (const line of code.trimEnd().split('\n')) assert.match(line, /^[-+] \S/);
};

const CHECKS: Record<string, (code: string) => void> = {
  css: checkCss,
  diff: checkDiff,
  html: checkHtml,
  json: (code) => void JSON.parse(code),
  sh: checkShell,
  jsx: (code) => assert.deepEqual(syntaxMistakesIn(code, 'block.jsx'), []),
  tsx: (code) => assert.deepEqual(syntaxMistakesIn(code, 'block.tsx'), []),
  '': checkConsole,
};
/** Checked all at once. */
const TYPED = ['js', 'ts'];

const blocks = markdownFiles().flatMap((file) =>
  readMarkdown(readText(file)).blocks.map((block) => ({ file, ...block })),
);
type Block = CodeBlock & { file: string };

const copies = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !/lock/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').trimEnd());

function check({ file, language, code }: Block): void {
  const [test] = RUN_BY[file]?.[language] ?? [];
  const source = COPIED_FROM[file];
  if (test)
    assert.ok(existsSync(join(root, test)) && readText(test).includes(file), `${test} does not run it`);
  else if (source) assert.ok(copies(source).includes(code.trimEnd()), `it is in no file of ${source}`);
  else if (CHECKS[language]) CHECKS[language](code);
  else assert.fail(`no test knows what to do with ${language}`);
}

describe('the code in the texts', () => {
  for (const block of blocks) {
    const isTyped = TYPED.includes(block.language) && !COPIED_FROM[block.file];
    if (isTyped) continue;
    it(`is right in line ${block.line} of ${block.file} (${block.language || 'plain'})`, () => check(block));
  }

  it('has the types that it says', () => {
    const typed = blocks.filter(({ file, language }) => TYPED.includes(language) && !COPIED_FROM[file]);
    assert.deepEqual(mistakesIn(typed), []);
  });

  it('names only commands that there are, in the sentences too', () => {
    const unknown = markdownFiles().flatMap((file) =>
      [...readText(file).matchAll(/`[^`\n]*?\bnpm run ([\w:]+)/g)]
        .filter(([, name]) => !hasScript(name))
        .map(([, name]) => `${file}: npm run ${name}`),
    );
    assert.deepEqual(unknown, []);
  });

  it('is run as often as it is there', () => {
    for (const [file, tests] of Object.entries(RUN_BY))
      for (const [language, [test, count]] of Object.entries(tests)) {
        const found = blocks.filter((block) => block.file === file && block.language === language);
        assert.equal(found.length, count, `${test} runs ${count} of the blocks of ${file}`);
      }
  });

  it('is never written as HTML, where no test would see it', () => {
    for (const file of markdownFiles()) assert.doesNotMatch(readText(file), /^\s*<(pre|code)\b/m, file);
  });
});
