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
  develop: Command;
  build?: string[];
  serve: Command;
}

const vite = (app: Omit<App, 'develop' | 'serve'>): App => ({
  ...app,
  develop: (port) => ['vite.mjs', `${port}`],
  serve: (port) => ['vite.mjs', `${port}`, 'build'],
});

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
];
