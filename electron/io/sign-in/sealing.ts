import type { SealedFileOptions } from './sealed-file-keeper.ts';

/** What is needed of Electron's `safeStorage`. */
export type SafeStorage = {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (sealed: Buffer) => string;
  /** On Linux alone. */
  readonly getSelectedStorageBackend?: () => string;
};

/**
 * Source: Electron, safeStorage: `basic_text` encrypts with a password that is in the source code, `unknown` is no key
 * store yet.
 */
const UNSAFE_BACKENDS: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** Sealing with the key store of the desktop, once the app is ready. */
export function createSealing(
  safeStorage: SafeStorage,
  platform: NodeJS.Platform,
): Pick<SealedFileOptions, 'seal' | 'unseal' | 'isSealingSafe'> {
  return {
    seal: (text) => safeStorage.encryptString(text),
    unseal: (sealed) => safeStorage.decryptString(sealed),
    isSealingSafe: () => {
      if (!safeStorage.isEncryptionAvailable()) return false;
      if (platform !== 'linux') return true;
      return !UNSAFE_BACKENDS.has(safeStorage.getSelectedStorageBackend?.() ?? 'unknown');
    },
  };
}
