import { createHash } from 'node:crypto';
import { SIMULATOR_SECURITY_KEY } from '../simulator/server.ts';

/** What the element needs to know of a visitor who is signed in. The key stays on this side. */
export async function tokenFor(email: string): Promise<string> {
  return createHash('sha256')
    .update(SIMULATOR_SECURITY_KEY + email)
    .digest('hex');
}
