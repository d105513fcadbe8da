import GithubSlugger from 'github-slugger';
import MarkdownIt, { type Token } from 'markdown-it';
import { partsOf } from '../configurator/code-parts.ts';
import { escapeAttribute } from '../shop/escape-attribute.ts';

interface Heading {
  level: number;
  text: string;
  /** The anchor, as GitHub names it. */
  id: string;
}

interface Link {
  address: string;
  text: string;
  /** The heading of level two that it stands under. */
  section: string;
}

export interface CodeBlock {
  /** Empty where the block names none. */
  language: string;
  code: string;
  /** Counted from 1. */
  line: number;
}

/** A Markdown text, read. */
export interface Doc {
  tokens: Token[];
  /** The first sentences. */
  lead: string;
  headings: Heading[];
  links: Link[];
  images: string[];
  blocks: CodeBlock[];
}

/** A text without colours is no code: what a console says, a header. */
const colour = (code: string, language: string): string =>
  partsOf(code)
    .map(({ text, kind }) =>
      kind && language ? `<span class="${kind}">${escapeAttribute(text)}</span>` : escapeAttribute(text),
    )
    .join('');

// Comments, and line breaks in tables, are HTML.
const markdown = new MarkdownIt({ html: true });

// What scrolls must be within a keyboard's reach.
export const renderCode = (code: string, language = 'any'): string =>
  `<pre tabindex="0"><code>${colour(code, language)}</code></pre>\n`;

markdown.renderer.rules.fence = (tokens, index) => renderCode(tokens[index]!.content, tokens[index]!.info);
markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';

const valueOf = (token: Token, name: string): string => `${token.attrGet(name) ?? ''}`;

const textOf = (tokens: Token[]): string =>
  tokens.map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('');

export function readMarkdown(text: string): Doc {
  const tokens = markdown.parse(text, {});
  const lead = tokens[tokens.findIndex(({ type }) => type === 'paragraph_open') + 1];
  const doc: Doc = {
    tokens,
    lead: textOf(lead?.children ?? []),
    headings: [],
    links: [],
    images: [],
    blocks: [],
  };
  const slugger = new GithubSlugger();
  let section = '';
  for (const [index, { type, tag, content, children, info, map }] of tokens.entries()) {
    if (type === 'heading_open') {
      const title = textOf(tokens[index + 1]!.children!);
      if (tag === 'h2') section = title;
      doc.headings.push({ level: Number(tag[1]), text: title, id: slugger.slug(title) });
    }
    if (type === 'fence' || type === 'code_block')
      doc.blocks.push({ language: info, code: content, line: map![0] + 1 });
    for (const [place, child] of (children ?? []).entries()) {
      if (child.type === 'image') doc.images.push(valueOf(child, 'src'));
      if (child.type !== 'link_open') continue;
      const end = children!.findIndex((other, at) => at > place && other.type === 'link_close');
      doc.links.push({
        address: valueOf(child, 'href'),
        text: textOf(children!.slice(place + 1, end)),
        section,
      });
    }
  }
  return doc;
}

/**
 * Writes a text as HTML, each heading with a link to itself. `lead` tells where an address leads to in the site, or nothing
 * for one that is not in it.
 */
export function renderMarkdown(text: string, lead: (address: string) => string | undefined): string {
  const { tokens, headings } = readMarkdown(text);
  const ids = headings.map(({ id }) => id);
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') anchor(token, tokens[index + 1]!, ids.shift()!);
    // A cell that heads nothing is no heading.
    if (token.type === 'th_open' && !tokens[index + 1]!.content) token.tag = tokens[index + 2]!.tag = 'td';
    for (const child of token.children ?? []) {
      const name = child.type === 'image' ? 'src' : 'href';
      const address = valueOf(child, name);
      if (address) child.attrSet(name, lead(address) ?? '');
    }
    token.children = token.children && withoutEmptyLinks(token.children);
  }
  return markdown.renderer.render(tokens, markdown.options, {});
}

function anchor(heading: Token, content: Token, id: string): void {
  heading.attrSet('id', id);
  if (content.children!.some(({ type }) => type === 'link_open')) return;
  const [{ children }] = markdown.parse(`[.](#${id})`, {}).slice(1) as [Token];
  content.children = [children![0]!, ...content.children!, children!.at(-1)!];
}

/** A link that leads nowhere is its text. */
function withoutEmptyLinks(tokens: Token[]): Token[] {
  let isEmpty = false;
  return tokens.filter((token) => {
    if (token.type === 'link_open') isEmpty = !valueOf(token, 'href');
    return !(isEmpty && token.type.startsWith('link_'));
  });
}
