import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { before, describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { ROOT, run } from './helpers/run.ts';
import { useTarball } from './helpers/tarball.ts';

/** All that a user needs, and nothing else. */
const WANTED = [
  /^package\.json$/,
  /^(README|CHANGELOG|SECURITY)\.md$/,
  /^LICENSE$/,
  /^custom-elements\.json$/,
  // The files for a page, which need nothing else.
  /^dist\/useresponse-widget\.min\.js$/,
  /^dist\/useresponse-inspector\.js$/,
  // The command.
  /^dist\/cli\.js$/,
  // Modules and their types.
  /^dist\/[a-z]+(\.browser)?\.(js|d\.ts)$/,
  /^dist\/server\/[a-z]+\.(js|d\.ts)$/,
  /^dist\/frameworks\/(preact|react|solid|svelte|vue)\.js$/,
  /^dist\/frameworks\/[a-z]+\.d\.ts$/,
  // What is in the bundles of others.
  /^dist\/(cli-)?licenses\.md$/,
  // Data for editors.
  /^dist\/web-types\.json$/,
  /^dist\/vscode\.html-custom-data\.json$/,
  // What the console's messages and the README lead to.
  /^docs\/messages\/[a-z-]+\.md$/,
  /^docs\/recipes\/[\w.]+$/,
  /^docs\/(README|[a-z-]+)\.md$/,
  /^docs\/[a-z-]+\.svg$/,
];

/** For those who work on the package, who have the repository. */
const ELSEWHERE = [
  ...['CONTRIBUTING.md', 'demo/README.md', 'docs/decisions.md', 'docs/demo.png', 'docs/faults.md'],
  ...['docs/mutation.md', 'docs/releasing.md', 'docs/updating.md', 'test/recipes/vectors.ts'],
];

/** The types' own imports name the sources. */
const IMPORTS = /(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g;
const LINKS = /\]\(([^)#\s]+)/g;

interface Manifest {
  modules: { path: string }[];
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, unknown>;

/** All strings within a value. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(stringsIn);

const wordsOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, word]) => word!);

describe('the package', () => {
  const tarball = useTarball();
  /** The files that package.json leads to, and those that these lead to. */
  const reached = new Set<string>();

  const reach = (path: string): void => {
    if (reached.has(path) || !/\.(js|d\.ts)$/.test(path)) return;
    reached.add(path);
    for (const word of wordsOf(read(path), IMPORTS)) {
      const target = join(dirname(path), word);
      reach(path.endsWith('.d.ts') ? target.replace(/\.ts$/, '.d.ts') : target);
    }
  };

  before(() =>
    stringsIn([manifest.exports, manifest.bin])
      .map((path) => join(path))
      .forEach(reach),
  );

  it('holds what a user needs, and nothing else', () => {
    const unwanted = tarball.paths.filter((path) => !WANTED.some((pattern) => pattern.test(path)));
    assert.deepEqual(unwanted, []);
    const missing = WANTED.filter((pattern) => !tarball.paths.some((path) => pattern.test(path)));
    assert.deepEqual(missing, []);
  });

  it('holds no module that no entry leads to', () => {
    const modules = tarball.paths.filter((path) => path.startsWith('dist/') && path.endsWith('.js'));
    assert.deepEqual(
      modules.filter((path) => !reached.has(path)),
      [],
    );
  });

  it('holds every module that an entry leads to, and its types', () =>
    assert.deepEqual(
      [...reached].filter((path) => !tarball.paths.includes(path)),
      [],
    ));

  it('holds no map, and names no folder of the machine that built it', () => {
    for (const path of tarball.paths.filter((each) => each.startsWith('dist/'))) {
      const text = read(path);
      assert.doesNotMatch(text, /\/\/[#@] sourceMappingURL=/, path);
      assert.ok(!text.includes(ROOT), path);
    }
  });

  it('has every file that package.json names', () => {
    const { exports, bin, types, unpkg, jsdelivr, customElements, sideEffects } = manifest;
    const named = [exports, bin, types, unpkg, jsdelivr, customElements, sideEffects, manifest['web-types']];
    for (const path of stringsIn(named)) assert.ok(tarball.paths.includes(join(path)), path);
  });

  it('has every file that its manifest of custom elements names', () => {
    for (const { path } of (JSON.parse(read('custom-elements.json')) as Manifest).modules)
      assert.ok(tarball.paths.includes(path), path);
  });

  it('has every page that its pages lead to', () => {
    for (const path of tarball.paths.filter((each) => each.endsWith('.md'))) {
      for (const link of wordsOf(read(path), LINKS).filter((each) => !/^https?:/.test(each))) {
        const target = join(dirname(path), link);
        assert.ok([...tarball.paths, ...ELSEWHERE].includes(target), `${path} leads to ${target}`);
      }
    }
  });

  it('asks a server for nothing but one module at run time', () =>
    assert.deepEqual(Object.keys(manifest.dependencies as object), ['@lit/reactive-element']));

  it('is found good by publint', async () => {
    const { buffer } = readFileSync(tarball.file);
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg, { color: false })),
      [],
    );
  });

  // Modules alone: a copy for `require` beside them would register the element, and keep its state, twice. Each Node that
  // is supported takes modules by `require`, too. The files for a page have no names to give types to.
  it('is found good by Are the Types Wrong', async () => {
    const options = ['--profile', 'esm-only', '--no-emoji', '--no-color', '--exclude-entrypoints'];
    const files = ['./dist/useresponse-widget.min.js', './dist/useresponse-inspector.js'];
    await run(ROOT, 'npx', 'attw', tarball.file, ...options, ...files);
  });
});
