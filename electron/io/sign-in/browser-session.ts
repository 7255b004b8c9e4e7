import type { AuthenticationResult } from '@azure/msal-node';
import type { MsalClientOptions } from './msal-client.ts';

export type BrowserSessionOptions = Pick<MsalClientOptions, 'tenantId' | 'authorityMetadata'> & {
  readonly openBrowser: (url: string) => Promise<void>;
};

/** What the system's browser knows of people who have signed in through it. */
export type BrowserSession = {
  readonly note: (answer: AuthenticationResult) => void;
  /** Shows the authority's page that signs them out of the browser, too. Not waited for: nothing depends on it. */
  readonly end: () => void;
};

/**
 * At a kiosk the browser is everybody's: who is not signed out of it leaves their mail to the next in line.
 * Source: Microsoft identity platform, "OpenID Connect", sign-out request: `logout_hint` is the token's optional claim
 * `login_hint`; without it the page asks which account is meant.
 */
export function createBrowserSession(options: BrowserSessionOptions): BrowserSession {
  const known = new Map<string, string | null>();
  return {
    note: ({ account, idTokenClaims }) => {
      known.set(account?.homeAccountId ?? '', hintIn(idTokenClaims));
    },
    end: () => {
      const pages = new Set([...known.values()].map((hint) => signOutUrl(options, hint)));
      known.clear();
      for (const page of pages) void options.openBrowser(page).catch(() => undefined);
    },
  };
}

function signOutUrl({ tenantId, authorityMetadata }: BrowserSessionOptions, hint: string | null): string {
  const url = new URL(
    endpointIn(authorityMetadata) ?? `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/logout`,
  );
  if (hint !== null) url.searchParams.set('logout_hint', hint);
  return url.href;
}

function endpointIn(metadata: string | undefined): string | null {
  const { end_session_endpoint: endpoint }: { end_session_endpoint?: unknown } = JSON.parse(metadata ?? '{}');
  return typeof endpoint === 'string' ? endpoint : null;
}

function hintIn(claims: object): string | null {
  return 'login_hint' in claims && typeof claims.login_hint === 'string' ? claims.login_hint : null;
}
