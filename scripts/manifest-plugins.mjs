import { readdirSync, readFileSync } from 'node:fs';

/** The first version that knows custom states; the analyzer itself says an older one. */
const SCHEMA_VERSION = '2.1.0';
const SOURCES = 'src';

const classesIn = ({ declarations = [] }) => declarations.filter(({ kind }) => kind === 'class');

/** Private members are nobody's business. */
export const publicOnly = () => ({
  name: 'public-only',
  moduleLinkPhase({ moduleDoc }) {
    for (const declaration of classesIn(moduleDoc)) {
      declaration.members = declaration.members?.filter(
        ({ privacy, name }) => privacy !== 'private' && !name.startsWith('#'),
      );
    }
  },
});

/**
 * The element has a property named `properties`, and Lit wants a static field of that name: the analyzer keeps the static
 * one and takes its value for the default. Runs after the analyzer's own reading of Lit's fields.
 */
export const propertiesField = () => {
  let found;
  return {
    name: 'properties-field',
    analyzePhase({ ts, node }) {
      const isField = ts.isPropertyDeclaration(node) && node.name.getText() === 'properties';
      if (!isField || node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)) return;
      found = { type: { text: node.type.getText() }, description: node.jsDoc?.at(-1)?.comment };
    },
    moduleLinkPhase({ moduleDoc }) {
      if (!found) return;
      for (const { attributes, members } of classesIn(moduleDoc)) {
        const attribute = attributes?.find(({ name }) => name === 'properties');
        if (!attribute) continue;
        delete attribute.default;
        Object.assign(attribute, found);
        members.push({
          kind: 'field',
          name: 'properties',
          privacy: 'public',
          ...found,
          attribute: 'properties',
        });
      }
      found = undefined;
    },
  };
};

/** Who has no sources can't look up a type's name: its words stand in its place. */
export const spelledTypes = () => {
  const words = new Map();
  return {
    name: 'spelled-types',
    initialize({ ts }) {
      for (const file of readdirSync(SOURCES).filter((name) => name.endsWith('.ts'))) {
        const source = ts.createSourceFile(
          file,
          readFileSync(`${SOURCES}/${file}`, 'utf8'),
          ts.ScriptTarget.ES2022,
        );
        for (const { kind, name, type } of source.statements)
          if (kind === ts.SyntaxKind.TypeAliasDeclaration && ts.isUnionTypeNode(type))
            words.set(name.text, type.getText(source));
      }
    },
    moduleLinkPhase({ moduleDoc }) {
      for (const { type } of classesIn(moduleDoc).flatMap(({ members }) => members))
        if (words.has(type?.text)) type.text = words.get(type.text);
    },
  };
};

/**
 * The attributes that only the class's description names come last. One that every element has is a property of every
 * element, too, so the class does not declare it.
 */
export const describedAttributes = () => ({
  name: 'described-attributes',
  moduleLinkPhase({ moduleDoc }) {
    for (const { attributes = [], members } of classesIn(moduleDoc)) {
      attributes.sort((one, other) => !one.fieldName - !other.fieldName);
      const inherited = attributes.filter(({ name, fieldName }) => !fieldName && /^[a-z]+$/.test(name));
      for (const attribute of inherited) {
        const { name, type, description } = attribute;
        attribute.fieldName = name;
        members.push({
          kind: 'field',
          name,
          privacy: 'public',
          type,
          description,
          attribute: name,
          inheritedFrom: { name: 'HTMLElement', package: 'global:' },
        });
      }
    }
  },
});

/** What the analyzer leaves as it was in older schemas, or as if each module had declared all that it exports. */
export const currentSchema = () => ({
  name: 'current-schema',
  packageLinkPhase({ customElementsManifest }) {
    const { modules } = customElementsManifest;
    Object.assign(customElementsManifest, { schemaVersion: SCHEMA_VERSION, readme: 'README.md' });
    const homeOf = (name) =>
      modules.find(({ declarations }) => declarations.some((each) => each.name === name));
    for (const { declaration } of modules.flatMap((each) => each.exports))
      declaration.module = homeOf(declaration.name).path;
  },
});

/** Names the files that the package holds, for the sources are not among them. */
export const publishedPaths = () => ({
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const published = (path) => path.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');
    const visit = (value) => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        if ((key === 'path' || key === 'module') && typeof child === 'string') value[key] = published(child);
        else visit(child);
      }
    };
    visit(customElementsManifest);
  },
});
