import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

interface TagInPage {
  attributes: { name: string; value: string }[];
}

/** What of a page the checks look at. */
export interface ReadPage {
  tags: TagInPage[];
  scripts: { src: string; nonce: string | undefined }[];
  /** The policies that the page brings along in its head. */
  policies: string[];
  /** The address that relative ones start from, if the page names another one than its own. */
  base: string | undefined;
}

const valueOf = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value;

/** What is in a template is no part of the page, unless it makes a shadow tree. */
function childrenOf(node: Node): Node[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const template = node.nodeName === 'template' && (node as DefaultTreeAdapterTypes.Template);
  const isShadow = template && valueOf(template, 'shadowrootmode') !== undefined;
  return isShadow ? [...template.content.childNodes, ...children] : [...children];
}

/** In the order of the page; without descending into calls, which a page of unclosed tags would exhaust. */
function elementsIn(root: Node): Element[] {
  const elements: Element[] = [];
  const rest = [root];
  for (let node = rest.pop(); node; node = rest.pop()) {
    if ('tagName' in node) elements.push(node);
    for (const child of childrenOf(node).reverse()) rest.push(child);
  }
  return elements;
}

export function readPage(html: string): ReadPage {
  const elements = elementsIn(parse(html));
  const named = (name: string): Element[] => elements.filter(({ tagName }) => tagName === name);
  return {
    tags: named('useresponse-widget').map(({ attrs }) => ({
      attributes: attrs.map(({ name, value }) => ({ name, value })),
    })),
    scripts: named('script').flatMap((script) => {
      const src = valueOf(script, 'src');
      return src ? [{ src, nonce: valueOf(script, 'nonce') }] : [];
    }),
    policies: named('meta')
      .filter((meta) => valueOf(meta, 'http-equiv')?.toLowerCase() === 'content-security-policy')
      .map((meta) => valueOf(meta, 'content') ?? ''),
    // One without an address only says where links open.
    base: named('base')
      .map((base) => valueOf(base, 'href'))
      .find((href) => href !== undefined),
  };
}
