/** Runs the texts of one platform, or a recipe, in Express with EJS, or in React on a server. Reads { kind, snippets, people, key }. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';

const { kind, snippets, people, key } = await json(process.stdin);
process.env.USERESPONSE_KEY = key;
// Beside the tests, so that packages are found.
const folder = await mkdtemp(join(fileURLToPath(new URL('.', import.meta.url)), '.run-'));

async function load(name, code) {
  const file = join(folder, name);
  await writeFile(file, code);
  return import(pathToFileURL(file).href);
}

async function express() {
  const { default: createApp } = await import('express');
  const app = createApp();
  app.set('views', folder);
  app.set('view engine', 'ejs');
  app.use((request, _, next) => {
    request.user = people[Number(request.query.person)] ?? undefined;
    next();
  });
  if (snippets.server) app.use((await load('useresponse.mjs', snippets.server)).useresponse);
  await writeFile(join(folder, 'useresponse.ejs'), snippets.tag);
  app.get('/', (_, response) => response.render('useresponse'));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  const pages = [];
  for (const index of people.keys()) {
    const response = await fetch(`http://127.0.0.1:${port}/?person=${index}`);
    if (!response.ok) throw new Error(await response.text());
    pages.push(await response.text());
  }
  server.close();
  return pages;
}

async function next() {
  const { renderToString } = await import('react-dom/server');
  const { default: ts } = await import('typescript');
  const { outputText } = ts.transpileModule(snippets.tag, {
    compilerOptions: {
      jsx: ts.JsxEmit.ReactJSX,
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ESNext,
    },
  });
  const { Useresponse } = await load('useresponse.mjs', outputText);
  const pages = [];
  // A server component may be async, and is waited for.
  for (const user of people) pages.push(renderToString(await Useresponse({ user: user ?? undefined })));
  return pages;
}

try {
  console.log(JSON.stringify(await { express, next }[kind]()));
} finally {
  await rm(folder, { recursive: true });
}
