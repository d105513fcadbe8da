import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { personById, type Person } from './people.ts';

const COOKIE = 'fairlead-session';
const ATTRIBUTES = 'Path=/shop; HttpOnly; SameSite=Lax';

const signedIn = new Map<string, string>();

export function currentPerson(request: IncomingMessage): Person | undefined {
  return personById(signedIn.get(sessionOf(request)) ?? '');
}

export function signIn(request: IncomingMessage, response: ServerResponse, person: Person): void {
  signedIn.delete(sessionOf(request));
  const session = randomUUID();
  signedIn.set(session, person.id);
  response.setHeader('Set-Cookie', `${COOKIE}=${session}; ${ATTRIBUTES}`);
}

export function signOut(request: IncomingMessage, response: ServerResponse): void {
  signedIn.delete(sessionOf(request));
  response.setHeader('Set-Cookie', `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`);
}

function sessionOf(request: IncomingMessage): string {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}
