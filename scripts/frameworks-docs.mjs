/** Puts into docs/frameworks.md what a run has seen, and what the apps' own files say. */
import { existsSync, readFileSync } from 'node:fs';
import { APPS } from '../test/frameworks/apps.ts';
import { BEHAVIOURS } from '../test/frameworks/behaviours.ts';
import { PAGE_BEHAVIOURS } from '../test/frameworks/page-behaviours.ts';
import { PAGE_LIBRARIES } from '../test/frameworks/page-libraries.ts';
import { resultsFile, sourceOf } from './frameworks-install.mjs';

const seenOf = ({ name }) => {
  const file = resultsFile(name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};

const versionOf = ({ name, framework }) => JSON.parse(sourceOf(name, 'package.json')).dependencies[framework];

/** Kept in every mode, or which were not. */
function outcome(modes) {
  if (!modes) return '–';
  const broken = Object.keys(modes).filter((mode) => !modes[mode]);
  return broken.length ? `✗ ${broken.join(', ')}` : '✓';
}

/** How many of the promises that could be tried were kept. */
function score(seen) {
  const tried = Object.values(seen).flatMap((modes) => Object.values(modes));
  return `${Math.floor((100 * tried.filter(Boolean).length) / tried.length)} %`;
}

function results(frameworks, behaviours) {
  const seen = frameworks.map(seenOf);
  return table([
    ['', ...frameworks.map((each) => `${each.title}<br>${versionOf(each)}`)],
    ...behaviours.map(({ name }) => [name, ...seen.map((each) => outcome(each[name]))]),
    ['**all that can be tried**', ...seen.map((each) => `**${score(each)}**`)],
  ]);
}

/** What stands in a page between these marks, or in the first that matches. */
const piece = ({ name }, pattern) => {
  const found = pattern.exec(sourceOf(name, 'page.html'));
  return found && `\`${(found[1] ?? found[0]).trim()}\``;
};

/** Its files as they are. */
const codeOf = ({ name, files }) =>
  files
    .map((file) => `\`\`\`${file.split('.').at(-1)}\n${sourceOf(name, file).trimEnd()}\n\`\`\``)
    .join('\n\n');

const PARTS = {
  apps: () => results(APPS, BEHAVIOURS),
  pages: () => results(PAGE_LIBRARIES, PAGE_BEHAVIOURS),
  recipes: () =>
    table([
      ['', 'the log-out link loads in full', 'a page that no cache keeps', 'a tag that is kept'],
      ...PAGE_LIBRARIES.map((library) => [
        library.title,
        piece(library, /<a href="\/sign-out"[^>]*>/),
        piece(library, /\{\{#fresh\}\},?([^]*?)\{\{\/fresh\}\}/) ?? 'none is kept',
        piece(library, /<useresponse-widget\{\{#kept\}\}([^]*?)\{\{\/kept\}\}/) ?? 'outside of the container',
      ]),
    ]),
  components: () => APPS.map((app) => `### ${app.title}\n\n${app.note}\n\n${codeOf(app)}`).join('\n\n'),
};

function table(rows) {
  const [head, ...body] = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return ['<!-- prettier-ignore -->', head, `| ${rows[0].map(() => '---').join(' | ')} |`, ...body].join(
    '\n',
  );
}

/** The page with its parts as they are now. */
export const withParts = (page) =>
  page.replace(
    /(<!-- part: (\w+) -->)[^]*?(<!-- end -->)/g,
    (_, start, name, end) => `${start}\n\n${PARTS[name]()}\n\n${end}`,
  );
