import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { tagIn } from '../platforms/parse.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const blocks = [...readFileSync(join(root, 'docs/server.md'), 'utf8').matchAll(/^```js\n([^]*?)^```/gm)];

interface User {
  email?: string;
  name?: string;
  website?: string;
  plan?: string;
}
interface Module {
  support(user?: User): Promise<string>;
  tokenOf(user?: User): Promise<string> | undefined;
}

describe('the code of docs/server.md', () => {
  /** Within the project, where it finds the package by its name. */
  const folder = mkdtempSync(join(root, 'dist/.server-docs-'));
  const module = {} as Module;
  before(async () => {
    process.env['USERESPONSE_KEY'] = 's3cr3t-kéy';
    for (const [index, [, code]] of blocks.entries()) {
      const file = join(folder, `${index}.mjs`);
      writeFileSync(file, code!);
      Object.assign(module, await import(pathToFileURL(file).href));
    }
  });
  after(() => rmSync(folder, { recursive: true }));

  const ANNA = { email: 'a&b@example.com', name: '"Anna" <b>', website: 'https://a.test/?b&c', plan: '188' };
  const TOKEN = 'ff29c3acd4bcb43d05298c645b6eb48d39be49a14e28cd4644ab579759e3459d';

  it('renders a tag for somebody', async () => {
    const html = await module.support(ANNA);
    const { token, email, name, properties } = tagIn(html);
    assert.deepEqual({ token, email, name }, { token: TOKEN, email: ANNA.email, name: ANNA.name });
    assert.deepEqual(JSON.parse(properties!), { property_170: ANNA.website, property_172: '188' });
    assert.match(html, /^<link rel="preload" as="script" href="https:/);
    assert.ok(!html.includes('s3cr3t'));
  });

  it('renders a tag for nobody', async () => {
    assert.deepEqual(Object.keys(tagIn(await module.support())), ['src']);
  });

  it('makes a token for somebody, and none for nobody', async () => {
    assert.equal(await module.tokenOf(ANNA), TOKEN);
    assert.equal(module.tokenOf(), undefined);
    assert.equal(module.tokenOf({ email: '' }), undefined);
  });
});
