import type { ICachePlugin } from '@azure/msal-node';
import { serializeKeptSignIn, type KeptSignIn } from './kept-sign-in.ts';
import type { TokenKeeper } from './token-keeper.ts';

export type SessionCache = {
  readonly plugin: ICachePlugin;
  /** Keeps what there is, and what changes from now on. */
  readonly keep: (about: Omit<KeptSignIn, 'cache'>) => Promise<void>;
  /** Forgets the tokens. A renewal that is under way no longer finds a place for its own. */
  readonly end: () => void;
};

/**
 * MSAL's cache of one sign-in. It is in memory until somebody says whose it is, so that an unfinished sign-in, or that of
 * the wrong person, never takes the place of who was there before.
 * Observed: @azure/msal-node 7.2.3 empties its own memory before each silent call and takes all from the plugin.
 */
export function createSessionCache(keeper: TokenKeeper, kept: string | null = null): SessionCache {
  let text = kept;
  let about: Omit<KeptSignIn, 'cache'> | null = null;

  async function save(): Promise<void> {
    if (about === null || text === null) return;
    await keeper.save(serializeKeptSignIn({ ...about, cache: text })).catch(() => undefined);
  }

  return {
    plugin: {
      beforeCacheAccess: ({ tokenCache }) => {
        if (text !== null) tokenCache.deserialize(text);
        return Promise.resolve();
      },
      afterCacheAccess: async ({ cacheHasChanged, tokenCache }) => {
        if (!cacheHasChanged) return;
        text = tokenCache.serialize();
        await save();
      },
    },
    keep: (whose) => {
      about = whose;
      return save();
    },
    end: () => {
      text = null;
      about = null;
    },
  };
}
