import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readText } from '../../demo/docs/files.ts';
import { readMarkdown } from '../../demo/docs/markdown.ts';
import {
  startSimulator,
  SIMULATOR_SECURITY_KEY,
  type RunningSimulator,
} from '../../demo/simulator/server.ts';
import { freePort } from '../helpers/free-port.ts';
import { callsIn, open, ready, startBrowser, withVisitor } from './helpers/site.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { blocks } = readMarkdown(readText('docs/start.md'));
const blockOf = (language: string): string => blocks.find((block) => block.language === language)!.code;
const COMMAND = blocks
  .flatMap(({ code }) => code.split('\n'))
  .find((line) => line.startsWith('node '))!
  .split(' ')
  .slice(1);
/** The SHA-256 of that key and Anna's address. */
const TOKEN = '70ad1834c37391c16fa0e727b9d8c2514453648457d6a1868f83db3c222f700e';

describe('the server of docs/start.md', { timeout: 240_000 }, () => {
  /** Within the project, where it finds the package by its name. */
  const folder = mkdtempSync(join(root, 'dist/.start-'));
  let simulator: RunningSimulator;
  let server: ChildProcess;
  let address: string;

  before(async () => {
    simulator = await startSimulator();
    writeFileSync(
      join(folder, 'server.mjs'),
      blockOf('js').replace('https://help.example.com', simulator.url),
    );
    writeFileSync(join(folder, '.env'), blockOf('').replace('…', SIMULATOR_SECURITY_KEY));
    const env = { PATH: process.env['PATH'], PORT: `${await freePort()}` };
    server = spawn(process.execPath, COMMAND, { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await Promise.race([
      once(server.stdout!.setEncoding('utf8'), 'data'),
      once(server, 'exit'),
    ])) as [unknown];
    address = typeof line === 'string' ? line.trim() : '';
    assert.ok(address, 'the server does not start');
  });
  after(async () => {
    server?.kill();
    await simulator?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the chat to a stranger, recognises Anna, and forgets her when she logs out', async () => {
    const browser = await startBrowser();
    try {
      await withVisitor(browser, async (newTab) => {
        const tab = await newTab();
        await open(tab, address);
        assert.deepEqual(await callsIn(tab), []);

        await Promise.all([tab.waitForNavigation(), tab.click('a[href="/anna"]')]);
        await ready(tab);
        assert.deepEqual(await callsIn(tab), [['userConfig', TOKEN]]);

        await Promise.all([tab.waitForNavigation(), tab.click('p a[href="/"]')]);
        await ready(tab);
        assert.deepEqual(await callsIn(tab), [['clearChatStorage', '38']]);
      });
    } finally {
      await browser.close();
    }
  });
});
