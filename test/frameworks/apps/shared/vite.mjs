/**
 * Serves an app that is built with Vite, in development (`vite.mjs PORT`) or as it was built (`vite.mjs PORT build`). It runs
 * in the app's folder. The app's `src/client.*` shows it in the page, its `src/server.*` renders it into a string.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { build, createServer as createVite } from 'vite';
import { stateOf } from './state.mjs';

const [port, isBuilt] = process.argv.slice(2);
const entry = (name) => `src/${readdirSync('src').find((file) => file.startsWith(`${name}.`))}`;

/** The page, with the app in it where the state wants it to come from the server. */
async function pageFor(request, render, script) {
  const state = stateOf(request.headers.cookie);
  const { head = '', body = '' } = state.isServerRendered ? await render(state) : {};
  const start = JSON.stringify(state).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>App</title><link rel="icon" href="data:,">${head}</head>
<body><div id="app">${body}</div>
<script>window.app = { root: document.getElementById('app'), start: ${start}, heard: [] }</script>
<script type="module" src="/${script}"></script></body>
</html>`;
}

async function develop(server) {
  const vite = await createVite({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
    // What is installed has other contents with the same version, at each run.
    optimizeDeps: { force: true, entries: [entry('client')] },
  });
  return async (request, response) => {
    await new Promise((next) => vite.middlewares(request, response, next));
    const { render } = await vite.ssrLoadModule(`/${entry('server')}`);
    return await vite.transformIndexHtml('/', await pageFor(request, render, entry('client')));
  };
}

async function serveBuilt() {
  const output = { entryFileNames: '[name].js', chunkFileNames: '[name].js' };
  const options = { logLevel: 'warn' };
  await build({
    ...options,
    build: { outDir: 'dist/client', rolldownOptions: { input: entry('client'), output } },
  });
  await build({
    ...options,
    build: { outDir: 'dist/server', ssr: entry('server'), rolldownOptions: { output } },
  });
  const { render } = await import(pathToFileURL('dist/server/server.js').href);
  const files = new Map(
    readdirSync('dist/client').map((name) => [`/${name}`, readFileSync(`dist/client/${name}`)]),
  );
  return async (request, response) => {
    const file = files.get(request.url);
    if (file) response.setHeader('Content-Type', 'text/javascript');
    return file ?? (await pageFor(request, render, 'client.js'));
  };
}

const server = createServer();
const answer = await (isBuilt ? serveBuilt() : develop(server));
server.on('request', (request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  answer(request, response).then(
    (body) => response.end(body),
    (error) => response.writeHead(500).end(String(error.stack)),
  );
});
server.listen(Number(port), '127.0.0.1');
