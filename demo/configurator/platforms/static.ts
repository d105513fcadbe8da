import type { Choices, Platform } from '../choices.ts';
import { tagOf } from '../tag.ts';
import { markup } from './markup.ts';

/** Where no code of the site's owner runs on a server: every visitor is anonymous there. */

const anonymous = (choices: Choices): Choices => ({ ...choices, recognise: false, fields: [] });

const pasted = (id: string, group: Platform['group']): Platform => ({
  id,
  group,
  canRecognise: false,
  tried: 'parser',
  snippets: (choices) => [{ id: 'tag', language: 'html', code: markup(anonymous(choices)) }],
});

/** A string in a script, in which a tag manager finds nothing to fill in nor a parser the script's end. */
const literal = (text: string): string =>
  JSON.stringify(text).replace(/[<>{}&'\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

/** A tag manager takes scripts for certain; what it does to elements that it does not know is its own affair. */
function tagManagerScript(choices: Choices): string {
  const { script, attributes, link } = tagOf(anonymous(choices));
  const lines = [
    "var widget = document.createElement('useresponse-widget');",
    ...attributes.map(([name, value]) => `widget.setAttribute(${literal(name)}, ${literal(value)});`),
  ];
  if (link) {
    lines.push(
      "var link = document.createElement('a');",
      `link.href = ${literal(link.address)};`,
      `link.textContent = ${literal(link.text)};`,
      'widget.appendChild(link);',
    );
  }
  lines.push(
    // A tag manager in the head may be earlier than the body.
    '(document.body || document.documentElement).appendChild(widget);',
    "var script = document.createElement('script');",
    `script.src = ${literal(script)};`,
    'document.head.appendChild(script);',
  );
  return `<script>
  (function () {
    if (document.querySelector('useresponse-widget')) return;
${lines.map((line) => `    ${line}\n`).join('')}  })();
</script>`;
}

const tagManager: Platform = {
  id: 'gtm',
  group: 'builder',
  canRecognise: false,
  tried: 'parser',
  snippets: (choices) => [{ id: 'tag', language: 'html', code: tagManagerScript(choices) }],
};

export const staticPlatforms: Platform[] = [
  pasted('ghost', 'cms'),
  pasted('webflow', 'builder'),
  pasted('wix', 'builder'),
  pasted('squarespace', 'builder'),
  tagManager,
  pasted('html', 'code'),
];
