import { readFileSync, writeFileSync } from 'node:fs';
import { EXPLANATIONS } from '../src/inspector/explanations.ts';
import { readManifest } from './manifest-element.mjs';

/** The tables of the README come from the manifest and the messages: `--check` only tells whether they are up to date. */
const FILE = 'README.md';
const isCheck = process.argv.includes('--check');

const { element } = readManifest();

const cell = (text = '') => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
const code = (text) => (text ? `\`${cell(text)}\`` : '–');

const rowsOf = {
  attributes: () => [
    ['attribute', 'property', 'default', 'meaning'],
    ...element.attributes.map(({ name, fieldName, default: value, description }) => [
      code(name),
      code(fieldName),
      code(value),
      cell(description),
    ]),
  ],
  events: () => [
    ['event', 'when'],
    ...element.events.map(({ name, description }) => [code(name), cell(description)]),
  ],
  codes: () => [
    ['code', 'what it means'],
    ...Object.entries(EXPLANATIONS).map(([name, { summary }]) => [
      `[${code(name)}](docs/messages/${name}.md)`,
      cell(summary),
    ]),
  ],
};

function table(rows) {
  const [head, ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return [head, `| ${rows[0].map(() => '---').join(' | ')} |`, ...body].join('\n');
}

const now = readFileSync(FILE, 'utf8');
const wanted = now.replace(
  /(<!-- table: (\w+) -->)[^]*?(<!-- end -->)/g,
  (_, start, name, end) => `${start}\n\n<!-- prettier-ignore -->\n${table(rowsOf[name]())}\n\n${end}`,
);
if (isCheck) {
  console.log(
    now === wanted ? `${FILE} is up to date.` : `${FILE} differs from the sources: npm run readme.`,
  );
  process.exitCode = now === wanted ? 0 : 1;
} else writeFileSync(FILE, wanted);
