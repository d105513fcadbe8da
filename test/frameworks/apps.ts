/** A program and what it is told, in an app's folder. */
type Command = (port: number) => string[];

/** An app of the matrix; its folder in `apps/` is called the same. */
export interface App {
  name: string;
  title: string;
  /** The package whose version stands in the table. */
  framework: string;
  /** The files that the docs show: the component around the element, and what else it takes. */
  files: string[];
  /** What a developer has to know about the element in this framework. */
  note: string;
  /** Where the first page is rendered: in the browser, on a server, or as the test wants it. */
  rendering: 'client' | 'server' | 'either';
  /** Its templates write attributes and nothing else. */
  hasNoProperties?: boolean;
  /** The oldest Node that the framework runs on, where that is not the one of this project; an app brings its own then. */
  leastNode?: [major: number, minor: number];
  develop: Command;
  build?: string[];
  serve: Command;
}

const vite = (app: Omit<App, 'develop' | 'serve'>): App => ({
  ...app,
  develop: (port) => ['vite.mjs', `${port}`],
  serve: (port) => ['vite.mjs', `${port}`, 'build'],
});

const ANGULAR = 'node_modules/@angular/cli/bin/ng.js';
const ASTRO = 'node_modules/astro/bin/astro.mjs';
const NEXT = 'node_modules/next/dist/bin/next';

export const APPS: App[] = [
  vite({
    name: 'react-19',
    title: 'React 19',
    framework: 'react',
    files: ['src/Support.jsx'],
    note: 'Nothing special. For a page that comes from a server see Next.',
    rendering: 'client',
  }),
  vite({
    name: 'react-18',
    title: 'React 18',
    framework: 'react',
    files: ['src/Support.jsx'],
    note: 'React 18 writes attributes and nothing else: JSON for `properties`, effects for the events and for names in camelCase.',
    rendering: 'either',
  }),
  vite({
    name: 'preact',
    title: 'Preact',
    framework: 'preact',
    files: ['src/Support.jsx'],
    note: 'Nothing special.',
    rendering: 'either',
  }),
  vite({
    name: 'vue',
    title: 'Vue',
    framework: 'vue',
    files: ['src/Support.vue', 'vite.config.js'],
    note: 'Vue has to be told that the tag is no component of yours: `isCustomElement`.',
    rendering: 'either',
  }),
  vite({
    name: 'svelte',
    title: 'Svelte',
    framework: 'svelte',
    files: ['src/Support.svelte'],
    note: 'Nothing special.',
    rendering: 'either',
  }),
  vite({
    name: 'solid',
    title: 'Solid',
    framework: 'solid-js',
    files: ['src/Support.jsx'],
    note: '`attr:` writes an attribute, `prop:` sets a property with a capital letter in its name, `on:` listens.',
    rendering: 'either',
  }),
  {
    name: 'next',
    title: 'Next',
    framework: 'next',
    files: ['app/Support.jsx'],
    note: "React's hydration sets no object and attaches no listener to a custom element, and HTML knows no capital letters: so JSON for `properties`, attributes in kebab-case (`load-on`), and an effect that listens first and then brings the element.",
    rendering: 'server',
    develop: (port) => [NEXT, 'dev', '-p', `${port}`, '-H', '127.0.0.1'],
    build: [NEXT, 'build'],
    serve: (port) => [NEXT, 'start', '-p', `${port}`, '-H', '127.0.0.1'],
  },
  {
    name: 'angular',
    title: 'Angular',
    framework: '@angular/core',
    files: ['src/support.ts'],
    note: '`CUSTOM_ELEMENTS_SCHEMA` lets the tag through; `[name]` sets a property, `[attr.name]` writes an attribute.',
    rendering: 'client',
    develop: (port) => [ANGULAR, 'serve', '--port', `${port}`],
    build: [ANGULAR, 'build'],
    serve: (port) => ['static.mjs', `${port}`, 'dist/browser'],
  },
  {
    name: 'angular-ssr',
    title: 'Angular SSR',
    framework: '@angular/ssr',
    files: ['src/support.ts'],
    note: 'A server writes attributes only: `[attr.name]`, and JSON for `properties`.',
    rendering: 'server',
    develop: (port) => [ANGULAR, 'serve', '--port', `${port}`],
    build: [ANGULAR, 'build'],
    serve: () => ['dist/server/server.mjs'],
  },
  {
    name: 'astro',
    title: 'Astro',
    framework: 'astro',
    files: ['src/Support.astro'],
    note: 'Astro writes attributes and nothing else: JSON for `properties`. Its `ClientRouter` may be there or not; to hear the events, listen on the document.',
    rendering: 'server',
    hasNoProperties: true,
    leastNode: [22, 12],
    develop: (port) => [ASTRO, 'dev', '--port', `${port}`, '--host', '127.0.0.1'],
    build: [ASTRO, 'build'],
    serve: () => ['dist/server/entry.mjs'],
  },
];
