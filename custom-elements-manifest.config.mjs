import { propertiesField, publicOnly, publishedPaths } from './scripts/manifest-plugins.mjs';

export default {
  globs: ['src/element.ts', 'src/index.ts'],
  litelement: true,
  packagejson: false,
  plugins: [publicOnly(), propertiesField(), publishedPaths()],
};
