import { posix } from 'node:path';
import { Html } from '../shop/html.ts';
import { isElsewhere, markdownFiles, readText, targetOf } from './files.ts';
import { readMarkdown, renderCode, renderMarkdown, type Doc } from './markdown.ts';
import { docsPage, type NavGroup } from './page.ts';

const INDEX = 'docs/README.md';
/** The configurator. */
const HOME = 'index.html';

/** The repository's texts as a site. All addresses begin at its root. */
export interface Site {
  /** What writes the page, by its address. */
  pages: Map<string, () => string>;
  /** Pictures: addresses, and the files of the repository. */
  files: Map<string, string>;
}

/** Where the pages find their styles, from the page that `relative` knows. */
export type Styles = (relative: (address: string) => string) => string[];

const isPicture = (file: string): boolean => /\.(png|svg)$/.test(file);

/** What is in `docs/` keeps its place, all else is behind it; the README of a folder is its first page. */
function addressOf(file: string): string {
  const place = file.startsWith('docs/') ? file : `docs/project/${file}`;
  if (isPicture(file)) return place;
  return `${place.replace(/\bREADME\.md$/, 'index').replace(/\.md$/, '')}.html`;
}

/** The index, as a list of pages under each of its headings, and before the first. */
function navOf(docs: Map<string, Doc>): NavGroup[] {
  const groups = new Map<string, string[]>();
  for (const { address, section } of docs.get(INDEX)!.links) {
    const file = targetOf(INDEX, address);
    if (!file || !docs.has(file)) continue;
    groups.set(section, [...(groups.get(section) ?? []), file]);
  }
  return [...groups].map(([name, files]) => ({ name, files: [...new Set(files)] }));
}

export function openSite(styles: Styles): Site {
  const docs = new Map(markdownFiles().map((file) => [file, readMarkdown(readText(file))]));
  const nav = navOf(docs);
  const site: Site = { pages: new Map(), files: new Map() };

  const add = (file: string, write: (relative: (address: string) => string) => string): void => {
    const address = addressOf(file);
    const relative = (to: string): string => posix.relative(posix.dirname(address), to);
    site.pages.set(address, () =>
      docsPage({
        file,
        content: new Html(write(relative)),
        nav,
        docs,
        addressOf: (other) => relative(addressOf(other)),
        home: relative(HOME),
        index: relative(addressOf(INDEX)),
        styles: styles(relative),
      }),
    );
  };

  for (const [file, { links, images }] of docs) {
    const addresses = [...links.map(({ address }) => address), ...images].filter(
      (each) => !isElsewhere(each),
    );
    for (const target of addresses.map((address) => targetOf(file, address))) {
      if (!target || docs.has(target)) continue;
      if (isPicture(target)) site.files.set(addressOf(target), target);
      else add(target, () => `<h1>${target}</h1>${renderCode(readText(target))}`);
    }
    add(file, (relative) =>
      renderMarkdown(readText(file), (address) => {
        if (isElsewhere(address)) return address;
        const target = targetOf(file, address);
        return target && relative(addressOf(target)) + (/#.*/.exec(address)?.[0] ?? '');
      }),
    );
  }
  return site;
}
