import type { IncomingMessage, ServerResponse } from 'node:http';
import { kiteById } from './kites.ts';
import { renderPage, type Page } from './layout.ts';
import { accountPage } from './pages/account.ts';
import { kitePage } from './pages/kite.ts';
import { listPage } from './pages/list.ts';
import { goodbyePage, missingPage, supportPage } from './pages/plain.ts';
import { personById, type Person } from './people.ts';
import { currentPerson, signIn, signOut } from './sessions.ts';
import { widgetTag } from './widget-tag.ts';

/** Answers whatever is under `/shop/`. `simulator` is the origin of the vendor's server. */
export async function serveShop(
  request: IncomingMessage,
  response: ServerResponse,
  simulator: string,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://shop.invalid');
  if (pathname === '/shop/logout') return leave(request, response);
  if (pathname === '/shop/sign-in' && request.method === 'POST') return enter(request, response);
  const person = currentPerson(request);
  const page = pageFor(pathname, person);
  const widget = page.withoutWidget ? undefined : await widgetTag({ simulator, person });
  response.writeHead(page.status ?? 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': person ? 'private, no-store' : 'no-cache',
    Vary: 'Cookie',
  });
  response.end(renderPage({ page, person, simulator, widget }));
}

function pageFor(pathname: string, person: Person | undefined): Page {
  if (pathname === '/shop/') return listPage();
  if (pathname === '/shop/account') return accountPage(person);
  if (pathname === '/shop/support') return supportPage();
  if (pathname === '/shop/goodbye') return goodbyePage();
  const kite = kiteById(/^\/shop\/kites\/(\w+)$/.exec(pathname)?.[1] ?? '');
  return kite ? kitePage(kite) : missingPage();
}

/** A link gets the goodbye page, the button's fetch only the news that it is done. */
function leave(request: IncomingMessage, response: ServerResponse): void {
  signOut(request, response);
  if (request.method === 'POST') response.writeHead(204).end();
  else response.writeHead(303, { Location: '/shop/goodbye', 'Cache-Control': 'no-store' }).end();
}

async function enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let form = '';
  for await (const chunk of request) form += String(chunk);
  const person = personById(new URLSearchParams(form).get('person') ?? '');
  if (person) signIn(request, response, person);
  response.writeHead(303, { Location: '/shop/account' }).end();
}
