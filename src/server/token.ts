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

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const TODO: Record<string, string> = {
  email: 'Without a signed-in user leave token and email out of the tag.',
  securityKey: 'Look whether the server has it: a variable of the environment, a file of secrets.',
};

/** The last key that was warned of: a server makes thousands of tokens with the same one. */
let warnedOf: string | undefined;

/**
 * Makes the `token` of a signed-in user: the SHA-256 of security key and email in UTF-8, in 64 hex digits, as UseResponse's
 * article on authorised chat users says it is made. A key with white space at an end is used as it is, with a warning in the
 * console: mostly a line end came along when it was copied.
 *
 * @throws {TypeError} (by the promise) where the email or the key is empty: what comes of it would be a token for nobody.
 */
export async function createToken({ email, securityKey }: TokenParts): Promise<string> {
  for (const [name, value] of Object.entries({ email, securityKey })) {
    if (value && typeof value !== 'string') {
      throw new TypeError(`createToken: ${name} is no string but ${typeof value}. Give its text.`);
    }
    if (!value?.trim()) throw new TypeError(`createToken: ${name} is empty. ${TODO[name]}`);
  }
  if (securityKey !== securityKey.trim() && securityKey !== warnedOf) {
    warnedOf = securityKey;
    console.warn(
      'createToken: securityKey has white space at an end, which counts. If UseResponse shows it without, cut it off.',
    );
  }
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(securityKey + email));
  let token = '';
  for (const byte of new Uint8Array(hash)) token += HEX[byte];
  return token;
}
