import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { demo } from './demo/plugin.ts';

/** The element has no styles of its own; what Lit brings for those that have some would be a sixteenth of the file. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  load: (id) =>
    id.endsWith('/@lit/reactive-element/css-tag.js')
      ? `export const adoptStyles = () => {}, getCompatibleStyle = () => {};
         export const CSSResult = 0, css = 0, supportsAdoptingStyleSheets = 0, unsafeCSS = 0;`
      : null,
};

/**
 * What Lit does for other copies of itself, for polyfills and for decorators: nothing here needs it, and all of it writes to
 * the page's globals.
 */
const FOR_OTHERS = [
  /,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
  /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/,
  /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.*?\.set\(\w+,\w+\)\}/,
];

const withoutGlobals: Plugin = {
  name: 'without-globals',
  transform: {
    filter: { id: /@lit\/reactive-element\/reactive-element\.js$/ },
    handler: (code) =>
      FOR_OTHERS.reduce((rest, part) => {
        if (!part.test(rest)) throw new Error(`Lit has changed: ${part} is not in it any more.`);
        return rest.replace(part, '');
      }, code),
  },
};

/** What `vite build` makes, and with `--mode inspector` the file that `debug` brings. */
const FILES = {
  production: { input: 'src/index.ts', output: 'useresponse-widget.min.js' },
  inspector: { input: 'src/inspector/index.ts', output: 'useresponse-inspector.js' },
};

/** For Node, with its parser in it: who only wants the tag installs no parser. */
const commandLine: UserConfig = {
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/index.ts',
    target: 'node20',
    minify: true,
    emptyOutDir: false,
    license: { fileName: 'cli-licenses.md' },
    rolldownOptions: { output: { entryFileNames: 'cli.js', banner: '#!/usr/bin/env node' } },
  },
};

export default defineConfig(({ command, mode }) => {
  if (command === 'serve') return { plugins: [demo()] };
  if (mode === 'cli') return commandLine;
  const { input, output } = FILES[mode as keyof typeof FILES];
  const isInspector = mode === 'inspector';
  // Files for a CDN or an upload: classic scripts that need nothing else and leave no global name behind.
  return {
    publicDir: false,
    plugins: isInspector ? [] : [withoutStyles, withoutGlobals],
    build: {
      target: 'es2022',
      modulePreload: false,
      emptyOutDir: !isInspector,
      // The inspector is all ours.
      license: isInspector ? false : { fileName: 'licenses.md' },
      // A hundred bytes smaller than Vite's own minifier makes it.
      minify: 'terser',
      terserOptions: {
        ecma: 2022,
        module: true,
        compress: { passes: 3, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false },
        // The names by which copies of Lit would know each other; this one is alone in its file.
        mangle: { properties: { regex: /^_\$/ } },
        // A page of another encoding than UTF-8 would garble the rest.
        format: { comments: /^!/, ascii_only: true },
      },
      rolldownOptions: {
        input,
        preserveEntrySignatures: false,
        output: { format: 'iife', entryFileNames: output },
      },
    },
  };
});
