import { AuthError, type INetworkModule } from '@azure/msal-node';
import { parseKeptSignIn, type KeptSignIn } from './kept-sign-in.ts';
import { createMsalClient, type MsalClientOptions } from './msal-client.ts';
import { scopesOfGraph } from './granted-scopes.ts';
import { createSessionCache, type SessionCache } from './session-cache.ts';
import { createSession, type Session } from './session.ts';
import { signInProblem } from './sign-in-problem.ts';
import type { TokenKeeper } from './token-keeper.ts';

export type RestoreOptions = MsalClientOptions & {
  readonly keeper: TokenKeeper;
  readonly network: INetworkModule;
  /** Not once somebody has signed in or out: what is kept now is no longer what was loaded. */
  readonly isWanted: () => boolean;
};

/**
 * The sign-in that was kept, if its token is good or can be renewed now; else `null`. What can never be taken up again is
 * forgotten; what only failed now, as without a network, is left for the next time.
 */
export async function restoreSession(
  options: RestoreOptions,
): Promise<{ readonly session: Session; readonly cache: SessionCache } | null> {
  const { keeper, isWanted } = options;
  const text = await keeper.load().catch(() => null);
  if (text === null || !isWanted()) return null;
  const kept = parseKeptSignIn(text);
  const isOurs = kept?.tenantId === options.tenantId && kept.clientId === options.clientId;
  const found = isOurs ? await takeUp(options, kept) : 'useless';
  if (found === 'useless' && isWanted()) await keeper.forget().catch(() => undefined);
  return typeof found === 'string' ? null : found;
}

async function takeUp(
  options: RestoreOptions,
  kept: KeptSignIn,
): Promise<{ readonly session: Session; readonly cache: SessionCache } | 'useless' | 'not-now'> {
  const cache = createSessionCache(options.keeper, kept.cache);
  try {
    const client = createMsalClient(options, options.network, cache.plugin);
    const account = await client.getTokenCache().getAccountByHomeId(kept.homeAccountId);
    if (!account) return 'useless';
    // What they were given, and not what a sign-in would ask for now: they go on with what they have.
    const scopes = scopesOfGraph(kept.scopes);
    const answer = await client.acquireTokenSilent({ account, scopes: [...scopes] });
    const start = { client, cache, account: answer.account ?? account, scopes };
    return { cache, session: createSession(start, answer, kept.signedInAtMs) };
  } catch (error) {
    // What is no error of MSAL is a cache that it cannot read.
    const code = error instanceof AuthError ? signInProblem(error).code : 'signed-out';
    return code === 'signed-out' || code === 'graph-refused' ? 'useless' : 'not-now';
  }
}
