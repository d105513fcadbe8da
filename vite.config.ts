import { defineConfig, type UserConfig } from 'vite';
import { demo } from './demo/plugin.ts';
import { leanLit, LITS_NAMES } from './scripts/lean-lit.ts';

/** Names of ours that neither pages nor the vendor see: the one file may have shorter ones. */
const OWN_NAMES = [
  ...['due', 'hear', 'lookAway', 'lookBack', 'meet', 'owe', 'pay', 'postpone', 'say'],
  ...['goOn', 'iid', 'isWanted', 'show', 'state', 'timer'],
];

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
    plugins: isInspector ? [] : [leanLit],
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
        compress: {
          passes: 3,
          unsafe_arrows: true,
          // Methods as they are written repeat each other, and pack better.
          arrows: false,
          unsafe_methods: true,
          keep_fargs: false,
          pure_getters: true,
        },
        mangle: { properties: { regex: new RegExp(`^(_.*|${[...LITS_NAMES, ...OWN_NAMES].join('|')})$`) } },
        // A page of another encoding than UTF-8 would garble the rest.
        format: {
          comments: /^!/,
          ascii_only: true,
          // All of it runs as the page boots: so Chromium may compile it beside the main thread, and not one function at a time.
          ...(!isInspector && { preamble: '//# allFunctionsCalledOnLoad' }),
        },
      },
      rolldownOptions: {
        input,
        preserveEntrySignatures: false,
        output: { format: 'iife', entryFileNames: output },
      },
    },
  };
});
