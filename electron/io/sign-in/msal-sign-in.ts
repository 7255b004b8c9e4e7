import type { AccountInfo, PublicClientApplication } from '@azure/msal-node';
import type { Result } from '../../contract/result.ts';
import type { SignInPort } from '../../core/ports.ts';
import { ok, refuse } from '../../core/result.ts';
import { Secret } from '../../core/secret.ts';
import { CANCELLED, startBrowserSignIn, type BrowserSignIn, type BrowserSignInOptions } from './browser-sign-in.ts';
import { createMsalClient, type MsalClientOptions } from './msal-client.ts';
import { createMsalNetwork, type NetworkOptions } from './msal-network.ts';
import { claimsAskedFor, signInProblem } from './sign-in-problem.ts';

/** Chosen: time for a password, a second factor and looking for the phone; not so long that a closed browser is a dead end. */
export const SIGN_IN_TIMEOUT_MS = 180_000;

export type MsalSignInOptions = MsalClientOptions &
  NetworkOptions &
  Pick<BrowserSignInOptions, 'scopes' | 'openBrowser'> & { readonly timeoutMs?: number };

/** `userPrincipalName` is the sign-in name of the id token, for showing; rights are never read off it. */
export type Operator = { readonly name: string; readonly userPrincipalName: string };

export type MsalSignIn = SignInPort & {
  /** Asks the person in the system's browser. Calls at the same time share one browser window. */
  readonly signIn: () => Promise<Result<Operator>>;
  /** Forgets every token. The browser's own session is the browser's to end. */
  readonly signOut: () => Promise<void>;
  /** Calls off the sign-in under way. Who was signed in before still is. */
  readonly cancel: () => void;
};

type Session = {
  readonly client: PublicClientApplication;
  readonly account: AccountInfo;
  readonly scopes: readonly string[];
};

/**
 * Signs in at one tenant with @azure/msal-node, whose public client may go in a next major: nothing outside names it.
 * Tokens are in memory only. Each sign-in has a client of its own, so no cache ever holds two people.
 */
export function createMsalSignIn(options: MsalSignInOptions): MsalSignIn {
  const network = createMsalNetwork(options);
  let session: Session | null = null;
  let claims: string | null = null;
  let current: { readonly browser: BrowserSignIn; readonly result: Promise<Result<Operator>> } | null = null;

  function begin(): NonNullable<typeof current> {
    const client = createMsalClient(options, network);
    const timeoutMs = options.timeoutMs ?? SIGN_IN_TIMEOUT_MS;
    const browser = startBrowserSignIn({ ...options, client, claims, timeoutMs });
    const result = browser.outcome.then((outcome): Result<Operator> => {
      // Called off between the answer and here.
      if (current?.browser !== browser) return outcome.ok ? refuse('signed-out', { detail: CANCELLED }) : outcome;
      current = null;
      if (!outcome.ok) return outcome;
      const { account, scopes } = outcome.value;
      if (account === null) return refuse('graph-refused', { detail: 'The sign-in service did not say who signed in' });
      session = { client, account, scopes: scopesToAskFor(options.scopes, scopes) };
      claims = null;
      return ok({ name: nameOf(account), userPrincipalName: account.username });
    });
    return { browser, result };
  }

  function cancel(): void {
    current?.browser.cancel();
    current = null;
  }

  async function accessToken(): Promise<Result<Secret>> {
    const asked = session;
    if (!asked) return refuse('signed-out', { detail: 'Nobody is signed in' });
    try {
      const { accessToken: token } = await asked.client.acquireTokenSilent({
        account: asked.account,
        scopes: [...asked.scopes],
      });
      // The token is that of somebody who has left meanwhile.
      return session === asked ? ok(new Secret(token)) : refuse('signed-out', { detail: 'The operator has changed' });
    } catch (error) {
      const problem = signInProblem(error);
      if (problem.code === 'signed-out' && session === asked) {
        session = null;
        claims = claimsAskedFor(error);
      }
      return { ok: false, problem };
    }
  }

  return {
    operator: () => (session ? nameOf(session.account) : null),
    signIn: () => (current ??= begin()).result,
    signOut: () => {
      cancel();
      session?.client.clearCache();
      session = null;
      claims = null;
      return Promise.resolve();
    },
    accessToken,
    cancel,
  };
}

/** The display name is an optional claim. */
function nameOf(account: AccountInfo): string {
  return account.name ?? account.username;
}

/**
 * The granted ones of the scopes. With one that was not granted, no cached token would ever fit.
 * Observed: @azure/msal-node 7.2.3 then asks the authority again for every call.
 */
function scopesToAskFor(wanted: readonly string[], granted: readonly string[]): readonly string[] {
  const known = new Set(granted.map((scope) => scope.toLowerCase()));
  const both = wanted.filter((scope) => known.has(scope.toLowerCase()));
  return both.length > 0 ? both : wanted;
}
