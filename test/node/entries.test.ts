import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as Server from '../../src/server.ts';
import type * as Element from '../../src/index.ts';

/** By the names that a user writes; the build makes what they stand for. */
const load = <Entry>(name: string): Promise<Entry> => import(name) as Promise<Entry>;
const { createToken } = await load<typeof Server>('useresponse-widget/server');

const KEY = 's3cr3t-kéy';
/** Found alike by nine languages' own SHA-256. */
const TOKENS = {
  'testchat@test.com': '200b6422385454428ea9b2d6d2e1576ccc127826786adbc66ba89e359dc89612',
  'TestChat@Test.COM': 'a775e6009c3a812c606b09604c4e0ef4bded6a36ae4513acf3be26ec0b06f814',
  'jürgen@test.com': 'd8237e7520d97070ffe9c5396c268104d9983ecd2e522736fef1c9355ca489ff',
  'a&b@example.com': 'ff29c3acd4bcb43d05298c645b6eb48d39be49a14e28cd4644ab579759e3459d',
};

for (const [email, token] of Object.entries(TOKENS)) {
  test(`the server makes the token of ${email}`, async () => {
    assert.equal(await createToken({ email, securityKey: KEY }), token);
  });
}

for (const name of ['email', 'securityKey'] as const) {
  for (const empty of ['', ' \n', undefined, null]) {
    test(`the server makes no token where ${name} is ${JSON.stringify(empty)}`, async () => {
      const parts = { email: 'a@b.test', securityKey: KEY, [name]: empty } as never;
      await assert.rejects(createToken(parts), (error: Error) => error.message.includes(`${name} is empty`));
    });
  }
}

test('a bundle for browsers that asks for the server entry is refused', async () => {
  const entry = new URL('../../dist/server.browser.js', import.meta.url).href;
  await assert.rejects(load(entry), /belongs on a server/);
});

test('the element can be imported on a server, also twice', async () => {
  const { UseresponseWidget } = await load<typeof Element>('useresponse-widget');
  await load(`${import.meta.resolve('useresponse-widget')}?again`);
  const other = await load<typeof Element>('useresponse-widget/element');
  assert.equal(other.UseresponseWidget, UseresponseWidget);
});
