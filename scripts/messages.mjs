import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { EXPLANATIONS } from '../src/inspector/explanations.ts';
import { problem } from '../src/messages.ts';

/** Writes a page for each code of an error; with `--check` only tells whether they are up to date. */
const FOLDER = 'docs/messages';
const isCheck = process.argv.includes('--check');

/** What each is most often about. */
const SUBJECTS = {
  'bad-src': 'src',
  'bad-properties': 'properties',
  'incomplete-user': 'email',
  'template-not-rendered': 'token',
  'api-missing': 'userConfig',
  'api-threw': 'userConfig',
};

const list = (items, mark) => items.map((item, index) => `${mark(index)} ${item}`).join('\n');

function page(code, { effect, causes, remedies, example }) {
  const { message } = problem(code, SUBJECTS[code]);
  const parts = [
    `# ${code}`,
    `\`\`\`\n<useresponse-widget> ${code}: ${message}\n\`\`\``,
    effect,
    '## Why it happens',
    list(causes, () => '-'),
    '## What to do',
    list(remedies, (index) => `${index + 1}.`),
    ...(example ? ['## Like this', `\`\`\`${example.language}\n${example.text}\n\`\`\``] : []),
    'With `debug` in the tag, the inspector shows what it has found in the page.\n[All messages](../../README.md#when-something-is-wrong)',
  ];
  return `${parts.join('\n\n')}\n`;
}

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const wanted = new Map(Object.entries(EXPLANATIONS).map(([code, said]) => [`${code}.md`, page(code, said)]));
mkdirSync(FOLDER, { recursive: true });
const superfluous = readdirSync(FOLDER).filter((file) => !wanted.has(file));
const stale = [...wanted].filter(([file, text]) => read(`${FOLDER}/${file}`) !== text);

if (isCheck) {
  const isCurrent = !stale.length && !superfluous.length;
  console.log(
    isCurrent ? `${FOLDER} is up to date.` : `${FOLDER} is not what the sources say: npm run messages.`,
  );
  process.exitCode = isCurrent ? 0 : 1;
} else {
  for (const file of superfluous) rmSync(`${FOLDER}/${file}`);
  for (const [file, text] of stale) writeFileSync(`${FOLDER}/${file}`, text);
}
