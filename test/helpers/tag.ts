import { type Page } from './page.ts';

/** Writes the element's tag as a server would, whatever the values hold. */
export function tag(attributes: Record<string, string>, content = ''): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  return `<useresponse-widget${written.join('')}>${content}</useresponse-widget>`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The elements that may fetch something of the vendor's, as they are in the page now. */
export const vendorElements = (page: Page): Element[] =>
  [...page.document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link')].filter(
    (element) => isVendors('src' in element ? element.src : element.href),
  );

/** What the page has asked of the vendor's host, as the browser tells. */
export const vendorFetches = (page: Page): string[] =>
  page.window.performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter(isVendors);

const isVendors = (url: string): boolean => url.startsWith(window.SIMULATOR_URL);
