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
