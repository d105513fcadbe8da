import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { ANNA, callsIn, identified, logOut, RECORD, useWorld, withVisitor } from './helpers/site.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const POLICIES = [...read('SECURITY.md').matchAll(/^Content-Security-Policy: (.*)$/gm)].map(
  ([, policy]) => policy!,
);

/** What the simulator needs besides, as every vendor's script will: it reports to its server. */
const FOR_THE_VENDOR = (origin: string): string => `connect-src ${origin}; style-src 'self'`;

/** Runs in the page before anything else does. */
const WATCH = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    violations.push(event.effectiveDirective + ' ' + event.blockedURI));
  ${RECORD}`;

const violationsIn = (tab: Page): Promise<string[]> =>
  tab.evaluate(() => (window as unknown as { violations: string[] }).violations);

describe('the headers that SECURITY.md recommends', { timeout: 240_000 }, () => {
  const world = useWorld();
  let pages = 0;

  /** A page with that policy; its first script comes from a file, as the policy may forbid all others. */
  function publish(policy: string): string {
    const { site } = world;
    const widget = site.widget();
    const { origin } = new URL(widget.src);
    const path = `/policy-${++pages}`;
    site.publishDocument(`${path}.js`, WATCH, { 'Content-Type': 'text/javascript' });
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    const named = policy.replaceAll('https://help.example.com', origin);
    return site.publishDocument(
      path,
      `<!doctype html><title>Policy</title><link rel="icon" href="data:,">
      <script nonce="${nonce}" src="${path}.js"></script>
      <script nonce="${nonce}" src="/widget.js" async></script>
      ${widget.tag(ANNA, nonce && `nonce="${nonce}"`)}`,
      { 'Content-Security-Policy': `default-src 'none'; img-src data:; ${named}; ${FOR_THE_VENDOR(origin)}` },
    );
  }

  it('are there', () => assert.equal(POLICIES.length, 3));

  for (const policy of POLICIES) {
    it(`let the widget work: ${policy}`, () =>
      withVisitor(world.browser, async (newTab) => {
        const tab = await newTab();
        await tab.goto(publish(policy));
        await identified(tab);
        await logOut(tab);
        assert.deepEqual(
          (await callsIn(tab)).map(([name]) => name),
          ['userConfig', 'clearChatStorage'],
        );
        assert.deepEqual(await violationsIn(tab), []);
      }));
  }

  it('say no more than is needed: without the host, the script is blocked and the fallback stays', () =>
    withVisitor(world.browser, async (newTab) => {
      const tab = await newTab();
      const policy = POLICIES.find((each) => each.includes('help.example.com'))!;
      await tab.goto(publish(policy.replace(' https://help.example.com', '')));
      await tab.waitForFunction(() => document.querySelector('useresponse-widget')?.status === 'error');
      assert.deepEqual(await callsIn(tab), []);
      assert.match((await violationsIn(tab)).join(), /script-src/);
    }));
});

describe('the caching that docs/caching.md warns of', { timeout: 240_000 }, () => {
  const world = useWorld();
  const code = (language: string): string =>
    new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(read('docs/caching.md'))![1]!;

  for (const [what, person, verdict] of [
    ['is found by the lines for the console', ANNA, /^LEAK/],
    ['is not found where strangers get an empty tag', {}, /^Good/],
  ] as const) {
    it(what, () =>
      withVisitor(world.browser, async (newTab) => {
        const tab = await newTab();
        await tab.goto(world.site.publish('/cached', world.site.widget().tag(person), { script: '' }));
        const said = new Promise<string>((resolve) => tab.once('console', (line) => resolve(line.text())));
        await tab.evaluate(`(async () => { ${code('js')} })()`);
        assert.match(await said, verdict);
      }),
    );
  }

  it('is avoided by an empty tag that is filled later', () =>
    withVisitor(world.browser, async (newTab) => {
      const { site } = world;
      const tab = await newTab();
      const me = site.publishDocument('/me.json', JSON.stringify(ANNA));
      const html = code('html').replace(/https:.*?\.js/, site.widget().src);
      const page = site.publish('/filled', html.replace('/me.json', me));
      // On the second page he is known already: a moment without him would be a log-out.
      for (let visit = 0; visit < 2; visit++) {
        await tab.goto(page);
        await identified(tab);
        assert.deepEqual(await callsIn(tab), [['userConfig', ANNA.token]]);
      }
    }));
});
