import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { readManifest } from './manifest-element.mjs';

/** What editors read to complete and explain the tag, made of the manifest: for VS Code and for JetBrains. */
const FOLDER = 'dist';
const VSCODE = 'vscode.html-custom-data.json';
const JETBRAINS = 'web-types.json';
/** Stands for any custom field: no attribute has this name. */
const FIELD = 'property_…';

const { manifest, element } = readManifest();
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Attributes are text: what only a property takes would be offered as a value. */
const asText = (text = 'string') => {
  const kinds = text
    .replace(/Record<[^>]*>/, '')
    .split('|')
    .map((kind) => kind.trim())
    .filter((kind) => kind && !['null', 'undefined', 'boolean'].includes(kind));
  return kinds.join(' | ');
};

const field = element.attributes.find(({ name }) => name === FIELD);
element.attributes = element.attributes
  .filter((attribute) => attribute !== field)
  .map(({ type, ...rest }) => ({ ...rest, type: { text: asText(type?.text) } }));

const edit = (name, change) => {
  const path = `${FOLDER}/${name}`;
  const content = JSON.parse(readFileSync(path, 'utf8'));
  change(content);
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
};

rmSync(`${FOLDER}/${VSCODE}`, { force: true });
rmSync(`${FOLDER}/${JETBRAINS}`, { force: true });
generateVsCodeCustomElementData(manifest, {
  outdir: FOLDER,
  htmlFileName: VSCODE,
  cssFileName: null,
  hideLogs: true,
});
generateJetBrainsWebTypes(manifest, {
  outdir: FOLDER,
  webTypesFileName: JETBRAINS,
  packageJson: false,
  hideLogs: true,
});
edit(JETBRAINS, (types) => {
  Object.assign(types, { name: 'useresponse-widget', version });
  const [tag] = types.contributions.html.elements;
  tag.attributes.push({
    name: 'Custom field',
    pattern: 'property_.+',
    description: field.description,
    value: { type: 'string' },
  });
});
