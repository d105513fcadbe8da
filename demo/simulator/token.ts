import { createHash, timingSafeEqual } from 'node:crypto';
import type { TokenCheck } from './types.ts';

/** The key of the account that the simulator plays, as an administrator would find it in Single Sign-On. */
export const SIMULATOR_SECURITY_KEY = 'simulator-security-key';

export function checkToken(token: string, email: string): TokenCheck {
  if (!token || !email) return 'missing';
  const expected = createHash('sha256')
    .update(SIMULATOR_SECURITY_KEY + email)
    .digest();
  // Both sides are hashed once more, because the comparison needs buffers of one length.
  return timingSafeEqual(digest(expected.toString('hex')), digest(token)) ? 'verified' : 'static';
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
