import { setTimeout as wait } from 'node:timers/promises';

/**
 * Serves a page that a test writes itself, with the headers the test wants, because a policy sent as a header can't be
 * tried on a page that the runner made:
 *
 *     /page?html=<p>Hello</p>&header=Content-Security-Policy:%20default-src%20'none'&type=text/html
 *
 * `header` may come many times; `type` is optional. `/slow?ms=500` is an image that takes its time, and the page's load
 * event with it. `/gate/NAME` is one that does not come before something is posted there; with `?vendor=ORIGIN` the path
 * after the name is a script of the vendor's. `/sdk/…` is a vendor's script that only tells the page that it has run.
 */
export async function pageServer(context, next) {
  if (context.path.startsWith('/gate/')) return passGate(context);
  if (context.path.startsWith('/sdk/')) {
    context.type = 'js';
    context.set('Cache-Control', 'max-age=3600');
    context.body = 'vendorScriptHasRun();';
    return;
  }
  if (context.path !== '/page' && context.path !== '/slow') return next();
  const query = new URL(context.url, 'http://localhost').searchParams;
  if (context.path === '/slow') {
    await wait(Number(query.get('ms')));
    return sendImage(context);
  }
  context.type = query.get('type') ?? 'text/html; charset=utf-8';
  for (const header of query.getAll('header')) {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(header) ?? context.throw(400, `Not a header: ${header}`);
    context.append(name, value);
  }
  context.body = query.get('html') ?? '';
}

function sendImage(context) {
  context.type = 'image/svg+xml';
  context.body = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
}

const gates = new Map();

function gateOf(name) {
  if (!gates.has(name)) {
    const gate = {};
    gate.opened = new Promise((resolve) => (gate.open = resolve));
    gates.set(name, gate);
  }
  return gates.get(name);
}

async function passGate(context) {
  const { pathname, searchParams } = new URL(context.url, 'http://localhost');
  const [, , name, ...path] = pathname.split('/');
  const gate = gateOf(name);
  if (context.method === 'POST') {
    gate.open();
    context.status = 204;
    return;
  }
  await gate.opened;
  const vendor = searchParams.get('vendor');
  if (!vendor) return sendImage(context);
  const answer = await fetch(`${vendor}/${path.join('/')}`);
  context.status = answer.status;
  context.set('Cache-Control', answer.headers.get('Cache-Control') ?? 'no-store');
  context.type = answer.headers.get('Content-Type') ?? 'text/plain';
  context.body = await answer.text();
}
