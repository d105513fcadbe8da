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
  /** The address that relative ones start from, if the page names another one than its own. */
  base: string | undefined;
}

const valueOf = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value;

const elementsIn = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
];

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
    base: named('base').map((base) => valueOf(base, 'href'))[0],
  };
}
