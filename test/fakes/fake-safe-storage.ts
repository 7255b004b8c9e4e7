import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SafeStorage } from '../../electron/io/sign-in/sealing.ts';

export type FakeBackend = 'gnome_libsecret' | 'basic_text' | 'none';

export type FakeSafeStorage = SafeStorage & {
  /** The desktop gets or loses its key store. */
  readonly setBackend: (backend: FakeBackend) => void;
  /** Sealing fails from now on, as where the key store asks for its password and nobody gives it. */
  readonly refuseSealing: () => void;
};

const NONCE_LENGTH_BYTES = 12;
const TAG_LENGTH_BYTES = 16;
const HEAD_LENGTH_BYTES = NONCE_LENGTH_BYTES + TAG_LENGTH_BYTES;

/**
 * Electron's key store of one user: what one has sealed, no other can open. With `basic_text` it says that it works and
 * seals with a key that everybody has, as Chromium does.
 */
export function createFakeSafeStorage(user = 'adele'): FakeSafeStorage {
  let backend: FakeBackend = 'gnome_libsecret';
  let refusesSealing = false;

  function key(): Buffer {
    if (backend === 'none') throw new Error('Encryption is not available.');
    return createHash('sha256')
      .update(backend === 'basic_text' ? 'peanuts' : user)
      .digest();
  }

  return {
    isEncryptionAvailable: () => backend !== 'none',
    getSelectedStorageBackend: () => (backend === 'none' ? 'unknown' : backend),
    encryptString: (text) => {
      if (refusesSealing) throw new Error('Error while encrypting the text provided.');
      const nonce = randomBytes(NONCE_LENGTH_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key(), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    decryptString: (sealed) => {
      const nonce = sealed.subarray(0, NONCE_LENGTH_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key(), nonce, { authTagLength: TAG_LENGTH_BYTES });
      decipher.setAuthTag(sealed.subarray(NONCE_LENGTH_BYTES, HEAD_LENGTH_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(HEAD_LENGTH_BYTES)), decipher.final()]).toString('utf8');
    },
    setBackend: (next) => {
      backend = next;
    },
    refuseSealing: () => {
      refusesSealing = true;
    },
  };
}
