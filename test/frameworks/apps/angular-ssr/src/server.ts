import {
  AngularNodeAppEngine,
  createNodeRequestHandler,
  isMainModule,
  writeResponseToNodeResponse,
} from '@angular/ssr/node';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const engine = new AngularNodeAppEngine();

export const reqHandler = createNodeRequestHandler(async (request, response, next) => {
  const file = new URL(`../browser${request.url}`, import.meta.url);
  if (request.url?.endsWith('.js') && existsSync(file)) {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(readFileSync(file));
    return;
  }
  const answer = await engine.handle(request);
  if (answer) await writeResponseToNodeResponse(answer, response);
  else next();
});

if (isMainModule(import.meta.url)) {
  createServer((request, response) => {
    reqHandler(request, response, () => response.writeHead(404).end());
  }).listen(Number(process.env['PORT']), '127.0.0.1');
}
