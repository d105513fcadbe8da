/** What the token is made of. */
export interface TokenParts {
  /** The signed-in user's email address; the tag's `email` must be the same, character by character. */
  email: string;
  /**
   * The secret from UseResponse: Administration » Applications » Single Sign-On » Settings » OneLogin » Integration
   * Details. It must never reach a browser.
   */
  securityKey: string;
}

/**
 * Makes the `token` of a signed-in user: the SHA-256 of security key and email, in hex, as UseResponse's article on
 * authorised chat users says it is made.
 *
 * @throws {TypeError} where the email or the key is empty: what comes of it would be a token for nobody.
 */
export async function createToken({ email, securityKey }: TokenParts): Promise<string> {
  for (const [name, value] of Object.entries({ email, securityKey })) {
    if (typeof value !== 'string' || !value) {
      throw new TypeError(
        `createToken: ${name} is empty. Without a signed-in user leave token and email out of the tag.`,
      );
    }
  }
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(securityKey + email));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
