import type { PublicClientApplication } from '@azure/msal-node';
import type { Result } from '../../contract/result.ts';
import type { DeviceCodePrompt } from '../../contract/snapshot.ts';
import type { Operator } from '../../contract/user.ts';
import type { ClaimsChallenge, SignInPort } from '../../core/ports.ts';
import { ok, refuse } from '../../core/result.ts';
import { Secret } from '../../core/secret.ts';
import { createBrowserSession } from './browser-session.ts';
import { startBrowserSignIn, type BrowserSignInOptions } from './browser-sign-in.ts';
import { startDeviceCodeSignIn } from './device-code-sign-in.ts';
import { judgeAnswer, type Before } from './judge-answer.ts';
import { createMsalClient, type MsalClientOptions } from './msal-client.ts';
import { createMsalNetwork, type NetworkOptions } from './msal-network.ts';
import { paceDeviceCode } from './pace-device-code.ts';
import { restoreSession } from './restore-session.ts';
import { createSessionCache, type SessionCache } from './session-cache.ts';
import { createSession, type Session } from './session.ts';
import { CANCELLED, type SignInAttempt } from './sign-in-attempt.ts';
import { claimsAskedFor, signInProblem } from './sign-in-problem.ts';
import { createMemoryKeeper, type TokenKeeper } from './token-keeper.ts';

/** Chosen: time for a password, a second factor and looking for the phone; not so long that a closed browser is a dead end. */
export const SIGN_IN_TIMEOUT_MS = 180_000;

/** Source: Microsoft identity platform, device authorization grant: a code is good for 15 minutes. */
export const ELSEWHERE_TIMEOUT_MS = 900_000;

export type MsalSignInOptions = MsalClientOptions &
  NetworkOptions &
  Pick<BrowserSignInOptions, 'openBrowser'> & {
    /** Asked for by the next sign-in; who is signed in keeps what they were given. */
    readonly scopes: () => readonly string[];
    /** People walk up to it: each proves anew who they are, and leaves nothing behind in the browser. */
    readonly isKiosk?: boolean;
    /** Where the sign-in outlives the app; in memory alone, if there is none. */
    readonly keeper?: TokenKeeper;
    /** For the browser. */
    readonly timeoutMs?: number;
    /** For another device; its code may be good for less. */
    readonly elsewhereTimeoutMs?: number;
  };

type Way = 'browser' | 'elsewhere' | 'again';
type UnderWay = { readonly way: Way; readonly attempt: SignInAttempt; readonly result: Promise<Result<Operator>> };
type Asked = {
  readonly way: Way;
  /** What was asked for. */
  readonly scopes: readonly string[];
  readonly client: PublicClientApplication;
  readonly cache: SessionCache;
  readonly attempt: SignInAttempt;
};

/**
 * Signs in at one tenant with @azure/msal-node, whose public client may go in a next major: nothing outside names it.
 * Each sign-in has a client and a cache of its own, so that no cache ever holds two people.
 */
export function createMsalSignIn(options: MsalSignInOptions): SignInPort {
  const { clock, tenantId, clientId, keeper = createMemoryKeeper(), isKiosk = false } = options;
  const network = createMsalNetwork(options);
  const browser = createBrowserSession(options);
  let session: Session | null = null;
  /** Who was signed in until the service asked them to sign in again. */
  let lapsed: Before | null = null;
  let claims: ClaimsChallenge = null;
  let current: UnderWay | null = null;
  let restoring: Promise<Operator | null> | null = null;
  /** Counts who came and went: what was begun for one of them must not touch the next. */
  let turn = 0;

  function askInBrowser(before: Before | null): Asked {
    const cache = createSessionCache(keeper);
    const client = createMsalClient(options, network, cache.plugin);
    const timeoutMs = options.timeoutMs ?? SIGN_IN_TIMEOUT_MS;
    const again = before?.account ?? null;
    const scopes = options.scopes();
    const asking = { ...options, client, scopes, claims, again, isAnew: isKiosk, timeoutMs };
    return { way: again ? 'again' : 'browser', client, cache, scopes, attempt: startBrowserSignIn(asking) };
  }

  function askElsewhere(onPrompt: (prompt: DeviceCodePrompt) => void): Asked {
    const cache = createSessionCache(keeper);
    const { network: pacedNetwork, stop: stopPolling } = paceDeviceCode(network, clock);
    const client = createMsalClient(options, pacedNetwork, cache.plugin);
    const timeoutMs = options.elsewhereTimeoutMs ?? ELSEWHERE_TIMEOUT_MS;
    const scopes = options.scopes();
    const attempt = startDeviceCodeSignIn({ ...options, client, scopes, stopPolling, claims, onPrompt, timeoutMs });
    return { way: 'elsewhere', client, cache, scopes, attempt };
  }

  /** One sign-in at a time. Asked for in the same way, it is the same; in another way, it takes the place of the first. */
  function begin(way: Way, ask: () => Asked, before: Before | null = null): Promise<Result<Operator>> {
    if (current?.way === way) return current.result;
    cancel();
    const asked = ask();
    const result = finish(asked, before).finally(() => {
      if (current?.attempt === asked.attempt) current = null;
    });
    current = { way, attempt: asked.attempt, result };
    return result;
  }

  async function finish(asked: Asked, before: Before | null): Promise<Result<Operator>> {
    const { attempt, client, cache, scopes } = asked;
    const outcome = await attempt.outcome;
    if (isKiosk && outcome.ok && asked.way !== 'elsewhere') browser.note(outcome.value);
    // Called off between the answer and here.
    if (current?.attempt !== attempt) return outcome.ok ? refuse('signed-out', { detail: CANCELLED }) : outcome;
    if (!outcome.ok) return outcome;
    const judged = judgeAnswer(outcome.value, { tenantId, before });
    if (!judged.ok) return judged;
    const start = { client, cache, account: judged.value, scopes };
    const next = createSession(start, outcome.value, clock.nowMs());
    claims = null;
    await takeUp(next, cache);
    return session === next ? ok(next.operator) : refuse('signed-out', { detail: CANCELLED });
  }

  function takeUp(next: Session, cache: SessionCache): Promise<void> {
    leave();
    session = next;
    const { signedInAtMs, account } = next;
    const { homeAccountId } = account;
    return cache.keep({ tenantId, clientId, homeAccountId, signedInAtMs, scopes: next.grantedScopes() });
  }

  function leave(): void {
    turn += 1;
    session?.end();
    session = null;
    lapsed = null;
  }

  function forget(): Promise<void> {
    return keeper.forget().catch(() => undefined);
  }

  async function restore(): Promise<Operator | null> {
    const asked = turn;
    const isWanted = () => turn === asked;
    if (session === null) {
      const found = await restoreSession({ ...options, keeper, network, isWanted });
      if (found && isWanted()) await takeUp(found.session, found.cache);
    }
    return session?.operator ?? null;
  }

  async function accessToken(challenge: ClaimsChallenge = null): Promise<Result<Secret>> {
    const asked = session;
    if (!asked) return refuse('signed-out', { detail: 'Nobody is signed in' });
    try {
      const token = await asked.askToken(challenge);
      // The token is that of somebody who has left meanwhile.
      return session === asked ? ok(new Secret(token)) : refuse('signed-out', { detail: 'The operator has changed' });
    } catch (error) {
      const problem = signInProblem(error);
      if (problem.code === 'signed-out' && session === asked) {
        leave();
        lapsed = asked;
        claims = claimsAskedFor(error) ?? challenge;
        await forget();
      }
      return { ok: false, problem };
    }
  }

  function cancel(): void {
    const attempt = current?.attempt;
    current = null;
    attempt?.cancel();
  }

  return {
    operator: () => session?.operator ?? null,
    restore: () => {
      restoring ??= restore().finally(() => {
        restoring = null;
      });
      return restoring;
    },
    signIn: () => begin('browser', () => askInBrowser(null)),
    signInElsewhere: (onPrompt) => begin('elsewhere', () => askElsewhere(onPrompt)),
    signInAgain: () => {
      const before = session ?? lapsed;
      if (before) return begin('again', () => askInBrowser(before), before);
      return Promise.resolve(refuse('signed-out', { detail: 'Nobody is signed in' }));
    },
    signedInAtMs: () => session?.signedInAtMs ?? null,
    scopes: () => session?.scopes() ?? [],
    roles: () => session?.roles() ?? null,
    signOut: () => {
      cancel();
      leave();
      claims = null;
      browser.end();
      return forget();
    },
    cancel,
    accessToken,
  };
}
