let last: string | undefined;
let hash: string | undefined;

/**
 * The SHA-256 of the email without any key, which is what a server makes that has not found its key. It is there a moment
 * after it was first asked for, and only where the browser makes hashes: not on http.
 */
export function hashOfEmail(email: string): string | undefined {
  if (email !== last) {
    last = email;
    hash = undefined;
    void digest(email).then((made) => {
      if (email === last) hash = made;
    });
  }
  return hash;
}

async function digest(text: string): Promise<string | undefined> {
  const bytes = await (crypto.subtle as SubtleCrypto | undefined)?.digest(
    'SHA-256',
    new TextEncoder().encode(text),
  );
  return bytes && Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
