import { documentOf } from '../configurator/page.ts';
import { texts } from '../configurator/texts.ts';
import { html, type Html } from '../shop/html.ts';
import type { Doc } from './markdown.ts';

/** Pages under one heading of the navigation, or under none, by their files in the repository. */
export interface NavGroup {
  name: string;
  files: string[];
}

interface DocsPage {
  file: string;
  content: Html;
  nav: NavGroup[];
  docs: Map<string, Doc>;
  addressOf(file: string): string;
  home: string;
  index: string;
  styles: string[];
}

/** One page of the documentation; its navigation stands behind the text, for those who read on a phone. */
export function docsPage({ file, content, nav, docs, addressOf, home, index, styles }: DocsPage): string {
  const { docs: words } = texts;
  const titleOf = (other: string): string => docs.get(other)?.headings[0]?.text ?? other;
  const sections = (docs.get(file)?.headings ?? []).filter(({ level }) => level === 2);

  const outline = html`<ul>
    ${sections.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}
  </ul>`;
  const entry = (other: string): Html =>
    other === file
      ? html`<li>
          <a href="${addressOf(other)}" aria-current="page">${titleOf(other)}</a
          >${sections.length > 1 && outline}
        </li>`
      : html`<li><a href="${addressOf(other)}">${titleOf(other)}</a></li>`;

  return documentOf(
    `${titleOf(file)} · ${words.title}`,
    html`${styles.map((address) => html`<link rel="stylesheet" href="${address}" />`)}`,
    html`<a class="skip" href="#text">${words.skip}</a>
      <header class="bar">
        <nav aria-label="${words.site}">
          <a href="${home}">${words.configurator}</a>
          <a href="${index}">${words.title}</a>
          <a class="to-pages" href="#pages">${words.pages}</a>
        </nav>
      </header>
      <div class="reading">
        <main id="text" class="text" tabindex="-1">${content}</main>
        <nav id="pages" class="pages" aria-label="${words.pages}">
          ${nav.map(
            ({ name, files }) =>
              html`${name && html`<h2>${name}</h2>`}
                <ul>
                  ${files.map(entry)}
                </ul>`,
          )}
        </nav>
      </div>`,
    docs.get(file)?.lead,
  );
}
