/**
 * Where the tokens of who is signed in are kept between two starts. The text is MSAL's cache with its refresh token.
 * None of these rejects; `load` gives `null` where there is nothing that can be read.
 */
export type TokenKeeper = {
  readonly load: () => Promise<string | null>;
  readonly save: (text: string) => Promise<void>;
  readonly forget: () => Promise<void>;
};

/** `memory`: nothing outlives the app. */
export type KeeperKind = 'memory' | 'sealedFile';

export type KindOfKeeper = { readonly kind: () => KeeperKind };

/** For shared desks, and wherever nothing may be written. */
export function createMemoryKeeper(): TokenKeeper & KindOfKeeper {
  let kept: string | null = null;
  return {
    load: () => Promise.resolve(kept),
    save: (text) => {
      kept = text;
      return Promise.resolve();
    },
    forget: () => {
      kept = null;
      return Promise.resolve();
    },
    kind: () => 'memory',
  };
}
