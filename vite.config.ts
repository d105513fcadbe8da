import { defineConfig } from 'vite';
import { demo } from './demo/plugin.ts';

/** Lit's licence asks to be named wherever its code is. */
const BANNER =
  '/*! useresponse-widget, MIT. Contains @lit/reactive-element, (c) Google LLC, BSD-3-Clause: licenses.md */';

export default defineConfig(({ command }) => {
  if (command === 'serve') return { plugins: [demo()] };
  // The file for a CDN or an upload: a classic script that needs nothing else and leaves no global name behind.
  return {
    publicDir: false,
    build: {
      target: 'es2022',
      modulePreload: false,
      license: { fileName: 'licenses.md' },
      // A hundred bytes smaller than Vite's own minifier makes it.
      minify: 'terser',
      terserOptions: { ecma: 2022, module: true, compress: { passes: 3 }, format: { comments: /^!/ } },
      rolldownOptions: {
        input: 'src/index.ts',
        preserveEntrySignatures: false,
        output: { format: 'iife', entryFileNames: 'useresponse-widget.min.js', banner: BANNER },
      },
    },
  };
});
