import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import html from 'vscode-html-languageservice';
import { attributes } from '../helpers/manifest.ts';

const { getLanguageService, newHTMLDataProvider, TextDocument } = html;

const read = <Content>(path: string): Content =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as Content;

interface Named {
  name: string;
}
const names = attributes.map(({ name }) => name);

describe('VS Code', () => {
  const service = getLanguageService({
    useDefaultDataProvider: false,
    customDataProviders: [
      newHTMLDataProvider('useresponse-widget', read('dist/vscode.html-custom-data.json')),
    ],
  });

  /** What is offered where the bar is. */
  const offered = (text: string): string[] => {
    const at = text.indexOf('|');
    const document = TextDocument.create('file:///page.html', 'html', 1, text.replace('|', ''));
    // What any element takes is offered besides.
    const { items } = service.doComplete(
      document,
      document.positionAt(at),
      service.parseHTMLDocument(document),
    );
    return items.map(({ label }) => label).filter((label) => label !== 'data-');
  };

  it('offers the tag', () => assert.ok(offered('<|').includes('useresponse-widget')));

  it('offers each attribute, and none that there is not', () =>
    assert.deepEqual(offered('<useresponse-widget |></useresponse-widget>').sort(), [...names].sort()));

  it('offers the words that an attribute takes', () =>
    assert.deepEqual(offered('<useresponse-widget loading="|"></useresponse-widget>'), [
      ...['eager', 'idle', 'interaction'],
    ]));

  it('explains an attribute under the pointer', () => {
    const document = TextDocument.create('file:///page.html', 'html', 1, '<useresponse-widget token="x">');
    const hover = service.doHover(document, document.positionAt(22), service.parseHTMLDocument(document));
    assert.match(JSON.stringify(hover?.contents), /SHA-256/);
  });
});

describe('JetBrains’ editors', () => {
  interface WebTypes extends Named {
    version: string;
    contributions: { html: { elements: (Named & { attributes: (Named & { pattern?: string })[] })[] } };
  }
  const types = read<WebTypes>('dist/web-types.json');
  const [tag] = types.contributions.html.elements;

  it('know the package', () => {
    const {
      name,
      version,
      'web-types': path,
    } = read<Named & { version: string; 'web-types': string }>('package.json');
    assert.deepEqual({ name, version }, { name: types.name, version: types.version });
    assert.deepEqual(read(path), types);
  });

  it('know each attribute', () => {
    const known = tag!.attributes.flatMap(({ name, pattern }) => (pattern ? [] : name));
    assert.deepEqual(known.sort(), [...names].sort());
  });

  it('take any custom field for one', () => {
    const [pattern] = tag!.attributes.flatMap(({ pattern }) => pattern ?? []);
    assert.match('property_170', new RegExp(`^${pattern}$`));
  });
});
