import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useProject } from './helpers/project.ts';

const TOKEN = '200b6422385454428ea9b2d6d2e1576ccc127826786adbc66ba89e359dc89612';

describe('the installed package in Node', () => {
  const project = useProject();

  const print = async (name: string, text: string, ...options: string[]): Promise<unknown> => {
    project.write(name, text);
    return JSON.parse(await project.run(process.execPath, '--no-warnings', ...options, name));
  };

  it('makes a token and a tag', async () => {
    const program = `
      import { createToken, renderWidget } from 'useresponse-widget/server';
      const person = { email: 'testchat@test.com', securityKey: 's3cr3t-kéy' };
      const html = await renderWidget({ ...person, host: 'help.example.com', chatId: 38 });
      console.log(JSON.stringify({ token: await createToken(person), html }));
    `;
    const { token, html } = (await print('token.mjs', program)) as { token: string; html: string };
    assert.equal(token, TOKEN);
    assert.match(html, new RegExp(`^<useresponse-widget .*token="${TOKEN}"`));
  });

  it('does the same for a program that takes modules by require', async () => {
    const program = `
      const { createToken } = require('useresponse-widget/server');
      createToken({ email: 'testchat@test.com', securityKey: 's3cr3t-kéy' })
        .then((token) => console.log(JSON.stringify(token)));
    `;
    assert.equal(await print('token.cjs', program), TOKEN);
  });

  it('can be imported by a page that is rendered on a server, and registers one element', async () => {
    const program = `
      import { UseresponseWidget } from 'useresponse-widget';
      import { UseresponseWidget as Class } from 'useresponse-widget/element';
      const registered = customElements.get('useresponse-widget');
      console.log(JSON.stringify([registered === UseresponseWidget, UseresponseWidget === Class]));
    `;
    assert.deepEqual(await print('page.mjs', program), [true, true]);
  });

  it('registers nothing for who imports the class alone', async () => {
    const program = `
      import { UseresponseWidget } from 'useresponse-widget/element';
      console.log(JSON.stringify([typeof UseresponseWidget, typeof customElements.get('useresponse-widget')]));
    `;
    assert.deepEqual(await print('class.mjs', program), ['function', 'undefined']);
  });

  it('does nothing where only the types of a framework are imported', async () => {
    const program = `
      const names = ['preact', 'react', 'solid', 'svelte', 'vue'];
      const entries = await Promise.all(names.map((name) => import('useresponse-widget/' + name)));
      console.log(JSON.stringify(entries.flatMap(Object.keys)));
    `;
    assert.deepEqual(await print('types.mjs', program), []);
  });

  it('says that the entry for servers belongs on a server, where it is imported for a browser', () =>
    assert.rejects(
      print('browser.mjs', `import 'useresponse-widget/server';`, '--conditions=browser'),
      /useresponse-widget\/server belongs on a server/,
    ));

  it('gives its data to tools', async () => {
    const program = `
      import about from 'useresponse-widget/package.json' with { type: 'json' };
      import manifest from 'useresponse-widget/custom-elements.json' with { type: 'json' };
      const tags = manifest.modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName));
      console.log(JSON.stringify([about.name, about.customElements, tags.filter(Boolean)]));
    `;
    assert.deepEqual(await print('data.mjs', program), [
      'useresponse-widget',
      './custom-elements.json',
      ['useresponse-widget'],
    ]);
  });

  it('gives its data to editors', () => {
    const about = JSON.parse(project.read('package.json')) as { 'web-types': string };
    assert.match(project.read(about['web-types']), /"useresponse-widget"/);
    assert.match(project.read('dist/vscode.html-custom-data.json'), /"useresponse-widget"/);
  });

  it('makes a token in the shell', async () => {
    process.env.USERESPONSE_KEY = 's3cr3t-kéy';
    const command = ['--no', 'useresponse-widget', 'token', '--email', 'testchat@test.com'];
    assert.equal((await project.run('npx', ...command)).trim(), TOKEN);
  });
});
