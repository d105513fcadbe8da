import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launch, type Browser } from 'puppeteer-core';
import { readText } from '../../demo/docs/files.ts';
import { readMarkdown } from '../../demo/docs/markdown.ts';
import { findEngine } from '../../scripts/browsers.mjs';
import { useWorld } from './helpers/site.ts';

/** The lines that the text says are in the console. */
const LINES = readMarkdown(readText('docs/troubleshooting.md')).blocks.flatMap(({ code }) =>
  code.trimEnd().split('\n'),
);
const isOfFirefox = (line: string): boolean => line.startsWith('Content-Security-Policy: ');

const HOST = 'https://help.example.com';
const OWN_CODE = '<script>window.onload = () => UR.userConfig({});</script>';
const BUNDLE = '<script type="module" src="/bundle.js"></script>';
/** A page that is there already, as for a browser that tells nothing of a preload. */
const LATE = '<script src="/late.js"></script>';

describe('the lines of docs/troubleshooting.md', { timeout: 240_000 }, () => {
  const world = useWorld();

  /** Opens such a page, and gives what the console says until a line that begins so. */
  async function consoleOf(browser: Browser, body: string, policy: string, last: string): Promise<string[]> {
    const { site } = world;
    const { src } = site.widget();
    const named = (text: string): string =>
      text.replace(/\/public\/sdk\/chat-\w+-\d+/, '/chat').replaceAll(new URL(src).origin, HOST);
    site.publishDocument('/bundle.js', readText('dist/server.browser.js'), {
      'Content-Type': 'text/javascript',
    });
    site.publishDocument(
      '/late.js',
      `addEventListener('load', () => { document.body.innerHTML = '<useresponse-widget src="${src}">'; });`,
      { 'Content-Type': 'text/javascript' },
    );
    const page = site.publishDocument(
      '/console',
      `<!doctype html><title>Console</title><link rel="icon" href="data:,"><script src="/widget.js" async></script>${body.replaceAll('SRC', src)}`,
      policy ? { 'Content-Security-Policy': policy } : {},
    );
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    const lines: string[] = [];
    const seen = new Promise<void>((resolve) => {
      const add = (line: string): void => {
        lines.push(named(line));
        if (named(line).startsWith(last)) resolve();
      };
      tab.on('console', (message) => add(message.text()));
      tab.on('pageerror', (error) => {
        const { name, message } = error as Error;
        add(isOfFirefox(message) ? message : `Uncaught ${name}: ${message}`);
      });
    });
    await tab.goto(page);
    await seen;
    await context.close();
    return lines;
  }

  const TAG = '<useresponse-widget src="SRC"></useresponse-widget>';
  const PRELOADED =
    '<link rel="preload" as="script" href="SRC"><useresponse-widget src="SRC" load-on="never"></useresponse-widget>';
  const short = (line: string): string => line.replace(/\/public\/sdk\/chat-\w+-\d+/, '/chat');
  const CASES: [body: string, policy: string, last: string][] = [
    [TAG, "script-src 'self'", '<useresponse-widget>'],
    [TAG, "require-trusted-types-for 'script'; trusted-types other", '<useresponse-widget>'],
    [OWN_CODE, '', 'Uncaught ReferenceError'],
    [BUNDLE, '', 'Uncaught Error'],
    [PRELOADED, '', 'The resource'],
  ];

  it('are what Chromium says', async () => {
    const seen: string[] = [];
    for (const each of CASES) seen.push(...(await consoleOf(world.browser, ...each)));
    for (const line of LINES.filter((each) => !isOfFirefox(each)))
      assert.ok(
        seen.some((each) => each.startsWith(short(line))),
        `${line}\nis none of\n${seen.join('\n')}`,
      );
  });

  it('are what Firefox says', async (test) => {
    const firefox = await findEngine('firefox');
    if (!firefox) return test.skip('needs firefox');
    const browser = await launch({ browser: 'firefox', executablePath: firefox.executable, headless: true });
    try {
      const [line] = LINES.filter(isOfFirefox);
      const seen = await consoleOf(browser, LATE, "script-src 'self'", 'Content-Security-Policy: ');
      assert.ok(seen.includes(short(line!)), `${line}\nis none of\n${seen.join('\n')}`);
    } finally {
      await browser.close();
    }
  });
});
