import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { useProject } from './helpers/project.ts';
import { ROOT } from './helpers/run.ts';
import { useTools } from './helpers/tools.ts';

/** What users write, and two mistakes that must be found. */
const PROGRAM = `
import { UseresponseWidget } from 'useresponse-widget';
import { UseresponseWidget as Class } from 'useresponse-widget/element';
import { createToken, renderWidget } from 'useresponse-widget/server';

export const isOne: boolean = UseresponseWidget === Class;
const tag: UseresponseWidget = document.querySelector('useresponse-widget')!;
export const isReady: boolean = tag.status === 'ready';
tag.properties = { property_170: 'https://example.com' };
document.addEventListener('useresponse-error', ({ detail }) => console.log(detail.code.length));
export const token: Promise<string> = createToken({ email: 'a@b.test', securityKey: 'key' });
export const html: Promise<string> = renderWidget({ host: 'help.example.com', chatId: 38 });

// @ts-expect-error There is no such status.
export const isClosed = tag.status === 'closed';
// @ts-expect-error Nothing can be rendered from nothing.
void renderWidget(7);
`;
const MAIN_ONLY = `
import { UseresponseWidget } from 'useresponse-widget';
export const tag: UseresponseWidget = document.querySelector('useresponse-widget')!;
`;
const REQUIRE = `
import server = require('useresponse-widget/server');
export const token: Promise<string> = server.createToken({ email: 'a@b.test', securityKey: 'key' });
`;

describe('the types of the installed package', () => {
  const project = useProject();
  const oldFolder = useTools('typescript', { typescript: '5.0.4' });

  const compilerIn = (folder: string): string => join(folder, 'node_modules/typescript/lib/tsc.js');
  const TODAY = compilerIn(ROOT);
  const COMPILERS = {
    'TypeScript as it is today': TODAY,
    'the oldest TypeScript that reads them': compilerIn(oldFolder),
  };

  /** Checks a program, and the package's declarations with it. */
  const check = async (compiler: string, name: string, text: string, ...options: string[]): Promise<void> => {
    project.write(name, text);
    const strict = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
    // The compiler's own declarations are none of ours.
    strict.push('--skipDefaultLibCheck');
    await project.run(process.execPath, compiler, name, ...strict, ...options);
  };

  const resolving = (resolution: string, module = resolution): string[] => [
    ...['--moduleResolution', resolution, '--module', module],
  ];

  for (const [title, compiler] of Object.entries(COMPILERS)) {
    for (const [resolution, module] of [['bundler', 'esnext'], ['nodenext'], ['node16']] as const) {
      it(`are found by ${title} with ${resolution}`, () =>
        check(compiler, 'program.mts', PROGRAM, ...resolving(resolution, module)));
    }
  }

  for (const condition of ['workerd', 'edge-light'])
    it(`are found at the edge, for ${condition}`, () =>
      check(
        TODAY,
        'program.mts',
        PROGRAM,
        ...resolving('bundler', 'esnext'),
        ...['--customConditions', `${condition},browser`],
      ));

  it('are found by a program that takes modules by require', () =>
    check(TODAY, 'program.cts', REQUIRE, ...resolving('nodenext')));

  it('are found with node10 for the main entry', () =>
    check(TODAY, 'main.ts', MAIN_ONLY, ...resolving('node10', 'esnext'), ...['--ignoreDeprecations', '6.0']));

  it('are not found with node10 for the other entries, because it reads no exports', () =>
    assert.rejects(
      check(TODAY, 'program.ts', PROGRAM, ...resolving('node10', 'esnext'), '--ignoreDeprecations', '6.0'),
      /Cannot find module 'useresponse-widget\/element'[^]*Consider updating to 'node16', 'nodenext', or 'bundler'/,
    ));

  it('say that there is nothing in the entry for servers, where it is imported for a browser', () =>
    assert.rejects(
      check(
        TODAY,
        'browser.mts',
        PROGRAM,
        ...resolving('bundler', 'esnext'),
        '--customConditions',
        'browser',
      ),
      /not callable|possibly 'undefined'|Cannot invoke/,
    ));
});
