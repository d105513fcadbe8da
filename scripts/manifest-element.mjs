import { readFileSync } from 'node:fs';

/** The manifest, and what it says of the element. */
export function readManifest() {
  const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  const declarations = manifest.modules.flatMap((module) => module.declarations);
  return { manifest, element: declarations.find(({ tagName }) => tagName) };
}
