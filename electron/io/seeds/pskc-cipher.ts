import { createDecipheriv, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { attributeOf, childOf, textOf, type XmlNode } from './xml-node.ts';

/** Source: RFC 6030 §6: the algorithms that it names. Anything else is not guessed at. */
const KEY_BYTES: Readonly<Record<string, { readonly name: string; readonly bytes: number }>> = {
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc': { name: 'aes-128-cbc', bytes: 16 },
  'http://www.w3.org/2001/04/xmlenc#aes192-cbc': { name: 'aes-192-cbc', bytes: 24 },
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc': { name: 'aes-256-cbc', bytes: 32 },
};

const BLOCK_BYTES = 16;

/** Chosen: ten times what is advised today; a file that asks for more would keep the bench waiting for minutes. */
const MOST_ITERATIONS = 10_000_000;

/**
 * The key of a container: derived from a password, or the pre-shared one that was agreed on, written as hexadecimal digits
 * or base64. `null`: neither can be made of what was given.
 */
export async function containerKey(encryptionKey: XmlNode, password: string): Promise<Uint8Array | null> {
  const parameters = childOf(encryptionKey, 'DerivedKey', 'KeyDerivationMethod', 'PBKDF2-params');
  if (!parameters) return preSharedKey(password);
  const iterations = Number(textOf(parameters, 'IterationCount'));
  const keyBytes = Number(textOf(parameters, 'KeyLength') || 16);
  const salt = Buffer.from(textOf(parameters, 'Salt', 'Specified'), 'base64');
  const isAsked = Number.isInteger(iterations) && iterations > 0 && iterations <= MOST_ITERATIONS;
  if (!isAsked || ![16, 24, 32].includes(keyBytes) || salt.length === 0) return null;
  // Source: PKCS #5 v2.0: HMAC-SHA1, where nothing else is said.
  const hash = /sha-?256/i.test(attributeOf(childOf(parameters, 'PRF'), 'Algorithm')) ? 'sha256' : 'sha1';
  return promisify(pbkdf2)(password.normalize('NFC'), salt, iterations, keyBytes, hash);
}

function preSharedKey(text: string): Uint8Array | null {
  const written = text.replaceAll(/\s/g, '');
  const isHex = /^[0-9a-f]+$/i.test(written) && [32, 48, 64].includes(written.length);
  const bytes = Buffer.from(written, isHex ? 'hex' : 'base64');
  return [16, 24, 32].includes(bytes.length) ? bytes : null;
}

/** What an encrypted element holds, as its first block (the initialization vector) and the rest; `null`: nothing usable. */
export function cipherBytesOf(encrypted: XmlNode): Uint8Array | null {
  const bytes = Buffer.from(textOf(encrypted, 'CipherData', 'CipherValue'), 'base64');
  return bytes.length > BLOCK_BYTES && bytes.length % BLOCK_BYTES === 0 ? bytes : null;
}

/** `null`: another algorithm, another key, or a changed text. */
export function decrypt(encrypted: XmlNode, key: Uint8Array): Uint8Array | null {
  const method = KEY_BYTES[attributeOf(childOf(encrypted, 'EncryptionMethod'), 'Algorithm')];
  const bytes = cipherBytesOf(encrypted);
  if (!method || !bytes || method.bytes !== key.length) return null;
  const decipher = createDecipheriv(method.name, key, bytes.subarray(0, BLOCK_BYTES)).setAutoPadding(false);
  // Without padding of its own, all that it holds back is told by the first call: no second copy is left behind.
  const padded = decipher.update(bytes.subarray(BLOCK_BYTES));
  decipher.final();
  // Source: XML Encryption §5.2: the last byte says how many are padding; the others may be anything.
  const padding = padded.at(-1) ?? 0;
  return padding >= 1 && padding <= BLOCK_BYTES ? padded.subarray(0, padded.length - padding) : null;
}

/** Source: RFC 6030 §6.1.1: the MAC is over the initialization vector and the encrypted text. */
export function isUntouched(algorithm: string, macKey: Uint8Array, cipherBytes: Uint8Array, mac: string): boolean {
  const hash = /hmac-sha256/i.test(algorithm) ? 'sha256' : 'sha1';
  const expected = createHmac(hash, macKey).update(cipherBytes).digest();
  const given = Buffer.from(mac, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
