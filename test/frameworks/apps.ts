/** A program and what it is told, in an app's folder. */
type Command = (port: number) => string[];

/** An app of the matrix; its folder in `apps/` is called the same. */
export interface App {
  name: string;
  title: string;
  /** The package whose version stands in the table. */
  framework: string;
  /** The file with the component around the element, which the docs show. */
  component: string;
  /** What a developer has to know about the element in this framework; nothing where it is used like any other tag. */
  note?: string;
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
    component: 'src/Support.jsx',
    rendering: 'client',
  }),
  vite({
    name: 'react-18',
    title: 'React 18',
    framework: 'react',
    component: 'src/Support.jsx',
    rendering: 'either',
  }),
  vite({
    name: 'preact',
    title: 'Preact',
    framework: 'preact',
    component: 'src/Support.jsx',
    rendering: 'either',
  }),
  vite({ name: 'vue', title: 'Vue', framework: 'vue', component: 'src/Support.vue', rendering: 'either' }),
  vite({
    name: 'svelte',
    title: 'Svelte',
    framework: 'svelte',
    component: 'src/Support.svelte',
    rendering: 'either',
  }),
  vite({
    name: 'solid',
    title: 'Solid',
    framework: 'solid-js',
    component: 'src/Support.jsx',
    rendering: 'either',
  }),
  {
    name: 'next',
    title: 'Next',
    framework: 'next',
    component: 'app/Support.jsx',
    rendering: 'server',
    develop: (port) => [NEXT, 'dev', '-p', `${port}`, '-H', '127.0.0.1'],
    build: [NEXT, 'build'],
    serve: (port) => [NEXT, 'start', '-p', `${port}`, '-H', '127.0.0.1'],
  },
  {
    name: 'angular',
    title: 'Angular',
    framework: '@angular/core',
    component: 'src/support.ts',
    rendering: 'client',
    develop: (port) => [ANGULAR, 'serve', '--port', `${port}`],
    build: [ANGULAR, 'build'],
    serve: (port) => ['static.mjs', `${port}`, 'dist/browser'],
  },
  {
    name: 'astro',
    title: 'Astro',
    framework: 'astro',
    component: 'src/Support.astro',
    rendering: 'server',
    hasNoProperties: true,
    leastNode: [22, 12],
    develop: (port) => [ASTRO, 'dev', '--port', `${port}`, '--host', '127.0.0.1'],
    build: [ASTRO, 'build'],
    serve: () => ['dist/server/entry.mjs'],
  },
];
