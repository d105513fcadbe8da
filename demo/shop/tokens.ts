import { createToken } from '../../src/server.ts';
import { SIMULATOR_SECURITY_KEY } from '../simulator/server.ts';

/** Made on the server, so that the key stays there. */
export async function tokenFor(email: string): Promise<string> {
  return await createToken({ email, securityKey: SIMULATOR_SECURITY_KEY });
}
