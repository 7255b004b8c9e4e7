// safeStorage: AES-256-GCM with a key in the app's data folder. It protects nothing; it behaves.
// STANDIN_SAFE_STORAGE=none acts as a desktop without a key store, =basic_text as Electron's fallback on Linux.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostState, requireReady } from '../host/host-state.ts';
import { strict } from './strict.ts';

const ALGORITHM = 'aes-256-gcm';
const KEY_LENGTH_BYTES = 32;
const NONCE_LENGTH_BYTES = 12;
const TAG_LENGTH_BYTES = 16;
// Chromium's mark of a text encrypted with a key of the desktop.
const MARK = Buffer.from('v11');
const HEAD_LENGTH_BYTES = MARK.length + NONCE_LENGTH_BYTES + TAG_LENGTH_BYTES;

const backend = process.env['STANDIN_SAFE_STORAGE'] ?? 'gnome_libsecret';
let allowsPlainText = false;

function key(): Buffer {
  const file = join(hostState.userData, 'standin-safe-storage.key');
  if (!existsSync(file)) {
    mkdirSync(hostState.userData, { recursive: true });
    writeFileSync(file, randomBytes(KEY_LENGTH_BYTES), { mode: 0o600 });
  }
  return readFileSync(file);
}

function isEncryptionAvailable(): boolean {
  requireReady('safeStorage');
  return backend !== 'none' && (backend !== 'basic_text' || allowsPlainText);
}

function failure(verb: 'encrypting' | 'decrypting', reason: string): Error {
  const [what, method] =
    verb === 'encrypting' ? ['text', 'safeStorage.encryptString'] : ['ciphertext', 'safeStorage.decryptString'];
  return new Error(`Error while ${verb} the ${what} provided to ${method}. ${reason}`);
}

function encryptString(text: string): Buffer {
  if (!isEncryptionAvailable()) throw failure('encrypting', 'Encryption is not available.');
  const nonce = randomBytes(NONCE_LENGTH_BYTES);
  const cipher = createCipheriv(ALGORITHM, key(), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([MARK, nonce, cipher.getAuthTag(), body]);
}

function decryptString(encrypted: Buffer): string {
  if (!isEncryptionAvailable()) throw failure('decrypting', 'Decryption is not available.');
  if (!encrypted.subarray(0, MARK.length).equals(MARK)) {
    throw failure('decrypting', 'Ciphertext does not appear to be encrypted.');
  }
  const nonceEnd = MARK.length + NONCE_LENGTH_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key(), encrypted.subarray(MARK.length, nonceEnd));
  try {
    decipher.setAuthTag(encrypted.subarray(nonceEnd, HEAD_LENGTH_BYTES));
    const parts = [decipher.update(encrypted.subarray(HEAD_LENGTH_BYTES)), decipher.final()];
    return Buffer.concat(parts).toString('utf8');
  } catch (cause) {
    throw Object.assign(failure('decrypting', ''), { cause });
  }
}

export const safeStorage = strict(
  {
    isEncryptionAvailable,
    encryptString,
    decryptString,
    isAsyncEncryptionAvailable: async (): Promise<boolean> => isEncryptionAvailable(),
    encryptStringAsync: async (text: string): Promise<Buffer> => encryptString(text),
    decryptStringAsync: async (encrypted: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> => ({
      result: decryptString(encrypted),
      shouldReEncrypt: false,
    }),
    getSelectedStorageBackend: (): string => (backend === 'none' ? 'unknown' : backend),
    setUsePlainTextEncryption(use: boolean): void {
      allowsPlainText = use;
    },
  },
  'safeStorage',
);
