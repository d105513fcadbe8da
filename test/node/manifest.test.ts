import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFragment } from 'parse5';
import { readText } from '../../demo/docs/files.ts';
import { readMarkdown } from '../../demo/docs/markdown.ts';
import { UseresponseWidget } from '../../src/element.ts';
import { renderWidget, type WidgetOptions } from '../../src/server.ts';
import { attributes, element, FIELD, json } from '../helpers/manifest.ts';
import { mistakesIn } from '../helpers/type-check.ts';
import { attributesOf, elementsIn, tagIn } from '../platforms/parse.ts';

const FILE = 'custom-elements.json';
const names = attributes.map(({ name }) => name);

const mistakes = (code: string): string[] =>
  mistakesIn([{ file: FILE, line: 1, language: 'ts', code: `${code}\nexport {};` }]);

describe(FILE, () => {
  it('is as the schema wants it', () =>
    assert.deepEqual(
      // Of a custom element's own kind of field the schema tells, and then does not ask for it.
      mistakes(`import type { CustomElementField, Package } from 'custom-elements-manifest/schema.d.ts';
        declare module 'custom-elements-manifest/schema.d.ts' {
          interface ClassField extends Pick<CustomElementField, 'attribute'> {}
        }
        export const manifest: Package = ${json};`),
      [],
    ));

  it('has each attribute that the element observes, and those that it need not', () =>
    assert.deepEqual(
      element.attributes.map(({ name }) => name),
      [...UseresponseWidget.observedAttributes, 'nonce', FIELD],
    ));

  it('has each property and method that a page may use', () => {
    const own = Object.getOwnPropertyNames(UseresponseWidget.prototype);
    const members = element.members.map(({ name }) => name);
    assert.deepEqual(
      [...attributes.map(({ fieldName }) => fieldName), 'status', 'load', 'clearChatStorage'].sort(),
      members.sort(),
    );
    assert.deepEqual(
      members.filter((name) => name !== 'nonce' && !own.includes(name)),
      [],
    );
  });

  it('has each event', () =>
    assert.deepEqual(
      mistakes(`import 'useresponse-widget';
        type Name = Extract<keyof GlobalEventHandlersEventMap, \`useresponse-\${string}\`>;
        export const events: Record<Name, true> = {
          ${element.events.map(({ name }) => `'${name}': true`).join()} };`),
      [],
    ));

  it('has a state for each word of the status', () => {
    const status = element.members.find(({ name }) => name === 'status') as { type: { text: string } };
    assert.equal(status.type.text, element.cssStates.map(({ name }) => `'${name}'`).join(' | '));
  });
});

describe('each attribute', () => {
  it('has an example in the reference', () => {
    const { blocks } = readMarkdown(readText('docs/reference.md'));
    const html = blocks.filter(({ language }) => language === 'html').map(({ code }) => code);
    const tags = elementsIn(parseFragment(html.join('\n'))).filter(
      ({ tagName }) => tagName === element.tagName,
    );
    const shown = new Set(tags.flatMap((tag) => Object.keys(attributesOf(tag))));
    assert.deepEqual(
      names.filter((name) => !shown.has(name)),
      [],
    );
  });

  it('is written by a server, but for what only somebody who is looking for a mistake wants', async () => {
    const options = Object.fromEntries(attributes.map(({ fieldName }) => [fieldName, '1'])) as WidgetOptions;
    const html = await renderWidget({ ...options, src: '/sdk/x.js', securityKey: 'key' });
    const written = Object.keys(tagIn(html));
    assert.deepEqual(
      names.filter((name) => !written.includes(name)),
      ['debug'],
    );
  });

  it('is known to the types for frameworks, in both spellings', () => {
    const spelt = new Set(attributes.flatMap(({ name, fieldName }) => [name, fieldName]));
    const known = [...spelt].map((name) => `'${name}': undefined`);
    assert.deepEqual(
      mistakes(`import type { WidgetAttributes } from '../dist/frameworks/attributes.js';
        export const attributes: WidgetAttributes = { ${known.join()} };`),
      [],
    );
  });

  it('is let through by the filter for WordPress, but for what is no editor’s business', () => {
    const [, list = ''] = /\$names = array\((.*)\)/.exec(readText('docs/wordpress.md')) ?? [];
    assert.deepEqual(
      names.filter((name) => !list.includes(`'${name}'`)),
      ['debug', 'nonce'],
    );
  });
});
