import { AuthError, type AccountInfo, type AuthenticationResult, type PublicClientApplication } from '@azure/msal-node';
import type { Operator } from '../../contract/user.ts';
import type { ClaimsChallenge } from '../../core/ports.ts';
import { nameOfScope, scopesToAskFor } from './granted-scopes.ts';
import type { SessionCache } from './session-cache.ts';

export type SessionStart = {
  readonly client: PublicClientApplication;
  readonly cache: SessionCache;
  readonly account: AccountInfo;
  /** The scopes that the station works with. */
  readonly scopes: readonly string[];
};

/** One person's sign-in, from its first answer on. */
export type Session = {
  readonly account: AccountInfo;
  readonly operator: Operator;
  readonly signedInAtMs: number;
  /** The same, where the authority has told it. */
  readonly toldAtMs: number | null;
  /** By name, without the service that they belong to. */
  readonly scopes: () => readonly string[];
  /** Role template ids, where the token names them. */
  readonly roles: () => readonly string[] | null;
  /** As the authority spells them. */
  readonly grantedScopes: () => readonly string[];
  /** Rejects with MSAL's error. Calls for the same are one; others wait for each other. */
  readonly askToken: (challenge: ClaimsChallenge) => Promise<string>;
  readonly end: () => void;
};

/** `answeredAtMs` stands for when the person proved who they are, where no token tells. */
export function createSession(start: SessionStart, first: AuthenticationResult, answeredAtMs: number): Session {
  const { client, cache, account } = start;
  const underWay = new Map<string, Promise<string>>();
  let answer = first;
  const toldAtMs = authTimeMs(first.idTokenClaims);
  let last: Promise<unknown> = Promise.resolve();
  let isOver = false;

  async function renew(challenge: ClaimsChallenge): Promise<string> {
    if (isOver) throw new AuthError('no_tokens_found', '');
    answer = await client.acquireTokenSilent({
      account,
      scopes: [...scopesToAskFor(start.scopes, answer.scopes)],
      // Observed: @azure/msal-node 7.2.3 takes claims that are no JSON, or empty, for none, and gives the refused token again.
      ...(challenge === null ? {} : { claims: challenge, forceRefresh: true }),
    });
    return answer.accessToken;
  }

  function askToken(challenge: ClaimsChallenge): Promise<string> {
    const key = challenge ?? '';
    const known = underWay.get(key);
    if (known) return known;
    // A refresh token may be good for one renewal only.
    const asking = last
      .then(() => renew(challenge))
      .finally(() => {
        underWay.delete(key);
      });
    underWay.set(key, asking);
    last = asking.catch(() => undefined);
    return asking;
  }

  return {
    account,
    operator: { name: nameOf(account), userPrincipalName: account.username },
    signedInAtMs: toldAtMs ?? answeredAtMs,
    toldAtMs,
    scopes: () => answer.scopes.map(nameOfScope),
    roles: () => rolesIn(answer.idTokenClaims),
    grantedScopes: () => answer.scopes,
    askToken,
    end: () => {
      isOver = true;
      cache.end();
      client.clearCache();
    },
  };
}

/**
 * When the person typed or touched something for it. An optional claim.
 * Source: OpenID Connect Core §2, `auth_time`: seconds since 1970.
 */
export function authTimeMs(claims: object): number | null {
  const seconds = 'auth_time' in claims ? claims.auth_time : null;
  return typeof seconds === 'number' && seconds > 0 ? seconds * 1_000 : null;
}

/**
 * The roles that whoever signed in holds for the whole tenant. An optional claim, which is left out where it is empty.
 * Source: Microsoft identity platform, access token claims reference, `wids`: role template ids.
 */
function rolesIn(claims: object): readonly string[] | null {
  const roles: unknown = 'wids' in claims ? claims.wids : null;
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : null;
}

/** The display name is an optional claim. */
function nameOf(account: AccountInfo): string {
  return account.name ?? account.username;
}
