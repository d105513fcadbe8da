import assert from 'node:assert/strict';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

export interface ReadTag {
  attributes: Record<string, string>;
  script: Record<string, string>;
  hint: Record<string, string> | undefined;
  link: { address: string; text: string } | undefined;
  /** The names of all elements, in their order: what else got in. */
  elements: string[];
}

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** All elements of a tree, in their order. */
export const elementsIn = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
];

/** Reads a piece of a page as a browser does. */
export function readTag(html: string): ReadTag {
  const elements = elementsIn(parseFragment(html));
  const find = (name: string): Element | undefined => elements.find(({ tagName }) => tagName === name);
  const link = find('a');
  return {
    attributes: attributesOf(find('useresponse-widget')),
    script: attributesOf(find('script')),
    hint: find('link') && attributesOf(find('link')),
    link: link && { address: attributesOf(link)['href'] ?? '', text: textOf(link) },
    elements: elements.map(({ tagName }) => tagName),
  };
}

/** The attributes of the one tag in a page. */
export function tagIn(html: string): Record<string, string> {
  const { attributes, elements } = readTag(html);
  const count = elements.filter((name) => name === 'useresponse-widget').length;
  assert.equal(count, 1, `${count} tags in ${html.slice(0, 500)}`);
  return attributes;
}

export const attributesOf = (element: Element | undefined): Record<string, string> =>
  Object.fromEntries((element?.attrs ?? []).map(({ name, value }) => [name, value]));

const textOf = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
