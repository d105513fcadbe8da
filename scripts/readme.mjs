import { readFileSync, writeFileSync } from 'node:fs';
import { EXPLANATIONS } from '../src/inspector/explanations.ts';
import { readManifest } from './manifest-element.mjs';

/**
 * The tables of the README and the reference come from the manifest and the messages: `--check` only tells whether they are
 * up to date. In the reference they have more columns.
 */
const FILES = ['README.md', 'docs/reference.md'];
const isCheck = process.argv.includes('--check');

const { element } = readManifest();

const cell = (text = '') => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
const code = (text) => (text ? `\`${cell(text)}\`` : '–');

/** Absent is the same for all of them, and said above the table. */
const typeOf = ({ type }) => code(type.text.replace(/ \| (null|undefined)(?= \||$)/g, ''));
const detailOf = ({ type }) => code(/^CustomEvent<(.*)>$/.exec(type.text)[1]);
const members = element.members.filter(({ attribute, privacy }) => !attribute && privacy !== 'private');

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
  'attributes-and-types': () => [
    ['attribute', 'property', 'type', 'default', 'meaning'],
    ...element.attributes.map((attribute) => [
      code(attribute.name),
      code(attribute.fieldName),
      typeOf(attribute),
      code(attribute.default),
      cell(attribute.description),
    ]),
  ],
  members: () => [
    ['member', 'type', 'what'],
    ...members.map(({ kind, name, type, return: result, description }) => [
      code(kind === 'method' ? `${name}()` : name),
      code((type ?? result.type).text),
      cell(description),
    ]),
  ],
  events: () => [
    ['event', 'when'],
    ...element.events.map(({ name, description }) => [code(name), cell(description)]),
  ],
  'events-and-details': () => [
    ['event', '`detail`', 'when'],
    ...element.events.map((event) => [code(event.name), detailOf(event), cell(event.description)]),
  ],
  states: () => [
    ['state', 'selector', 'when'],
    ...element.cssStates.map(({ name, description }) => [
      code(name),
      code(`${element.tagName}:state(${name})`),
      cell(description),
    ]),
  ],
  slots: () => [
    ['slot', 'what'],
    ...element.slots.map(({ name, description }) => [
      name ? code(name) : 'without a name',
      cell(description),
    ]),
  ],
  codes: (folder) => [
    ['code', 'what it means'],
    ...Object.entries(EXPLANATIONS).map(([name, { summary }]) => [
      `[${code(name)}](${folder}messages/${name}.md)`,
      cell(summary),
    ]),
  ],
};

function table(rows) {
  const [head, ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return [head, `| ${rows[0].map(() => '---').join(' | ')} |`, ...body].join('\n');
}

for (const file of FILES) {
  const folderOfDocs = file.startsWith('docs/') ? '' : 'docs/';
  const now = readFileSync(file, 'utf8');
  const wanted = now.replace(
    /(<!-- table: ([\w-]+) -->)[^]*?(<!-- end -->)/g,
    (_, start, name, end) =>
      `${start}\n\n<!-- prettier-ignore -->\n${table(rowsOf[name](folderOfDocs))}\n\n${end}`,
  );
  if (!isCheck) writeFileSync(file, wanted);
  else if (now === wanted) console.log(`${file} is up to date.`);
  else {
    console.log(`${file} differs from the sources: npm run readme.`);
    process.exitCode = 1;
  }
}
