import { readFileSync } from 'node:fs';
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest/schema.d.ts';

export const json = readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8');
const manifest = JSON.parse(json) as Package;

/** What the manifest says of the element. */
export const element = manifest.modules
  .flatMap(({ declarations = [] }) => declarations as CustomElementDeclaration[])
  .find(({ tagName }) => tagName) as CustomElementDeclaration &
  Required<Pick<CustomElementDeclaration, 'attributes' | 'cssStates' | 'events' | 'members'>>;

/** Stands for any custom field: no attribute has this name. */
export const FIELD = 'property_…';

/** The attributes that have a name. */
export const attributes = element.attributes.filter(({ name }) => name !== FIELD);
