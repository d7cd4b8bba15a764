const BLOCK_BYTES = 4096;

/** Text as bytes of a length that says nothing of how much was written: filled up with spaces to whole blocks. */
export function padded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  const filled = new Uint8Array(Math.max(1, Math.ceil(bytes.length / BLOCK_BYTES)) * BLOCK_BYTES).fill(0x20);
  filled.set(bytes);
  return filled;
}

/** Seals a text with AES-GCM: twelve bytes of nonce, then the ciphertext. */
export async function seal(key: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, padded(text)));
  const whole = new Uint8Array(nonce.length + sealed.length);
  whole.set(nonce);
  whole.set(sealed, nonce.length);
  return whole;
}

/** The text that was sealed, or null where this key does not open it. */
export async function unseal(key: CryptoKey, whole: Uint8Array<ArrayBuffer>): Promise<string | null> {
  try {
    const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: whole.slice(0, 12) }, key, whole.slice(12));
    return new TextDecoder().decode(opened).trimEnd();
  } catch {
    return null;
  }
}
