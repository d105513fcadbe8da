import {
  currentSchema,
  describedAttributes,
  propertiesField,
  publicOnly,
  publishedPaths,
  spelledTypes,
} from './scripts/manifest-plugins.mjs';

export default {
  globs: ['src/element.ts', 'src/index.ts'],
  litelement: true,
  packagejson: false,
  plugins: [
    publicOnly(),
    propertiesField(),
    describedAttributes(),
    spelledTypes(),
    currentSchema(),
    publishedPaths(),
  ],
};
