/** Serves the files of an app that was built for the browser alone: `static.mjs PORT FOLDER`. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, folder] = process.argv.slice(2);
const files = new Map(readdirSync(folder).map((name) => [`/${name}`, readFileSync(`${folder}/${name}`)]));

createServer(({ url }, response) => {
  const isScript = url.endsWith('.js');
  response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
  response.end(files.get(isScript ? url : '/index.html'));
}).listen(Number(port), '127.0.0.1');
