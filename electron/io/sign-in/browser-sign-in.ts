import { PromptValue, type AccountInfo, type PublicClientApplication } from '@azure/msal-node';
import type { ClaimsChallenge, ClockPort } from '../../core/ports.ts';
import { doneInBrowserPage, notSignedInPage } from './browser-page.ts';
import { cancelLoopback } from './cancel-loopback.ts';
import { startAttempt, type SignInAttempt } from './sign-in-attempt.ts';

export type BrowserSignInOptions = {
  readonly client: PublicClientApplication;
  readonly scopes: readonly string[];
  /** What the service asks the next token to hold. */
  readonly claims: ClaimsChallenge;
  /** Who has to prove anew who they are; `null`: anybody may sign in. */
  readonly again: AccountInfo | null;
  /** Whoever it is has to type or touch something. */
  readonly isAnew: boolean;
  readonly openBrowser: (url: string) => Promise<void>;
  readonly clock: ClockPort;
  readonly timeoutMs: number;
};

/** Starts one in the system's browser. `signed-out`: cancelled, nobody came back in time, or there is no browser. */
export function startBrowserSignIn(options: BrowserSignInOptions): SignInAttempt {
  const { client, scopes, claims, again, isAnew, clock } = options;
  let sentTo: string | null = null;

  function letGo(): void {
    if (sentTo !== null) void cancelLoopback(sentTo);
  }

  return startAttempt(clock, letGo, ({ isOver, callOff, giveUpAt }) => {
    giveUpAt(clock.nowMs() + options.timeoutMs, 'Nobody came back from the browser in time');

    // Not awaited: on some desktops the opener lives as long as the browser it has opened.
    function openBrowser(url: string): Promise<void> {
      if (isOver()) return cancelLoopback(url);
      sentTo = url;
      options.openBrowser(url).catch(() => {
        callOff('The browser could not be opened');
      });
      return Promise.resolve();
    }

    return client.acquireTokenInteractive({
      scopes: [...scopes],
      ...(claims === null ? {} : { claims }),
      ...(isAnew || again ? anew : anybody),
      ...(again === null ? {} : { account: again }),
      openBrowser,
      successTemplate: doneInBrowserPage,
      errorTemplate: notSignedInPage,
    });
  });
}

/** A desk has many hands: the browser must not choose for them. */
const anybody = { prompt: PromptValue.SELECT_ACCOUNT };

/**
 * Whatever the browser still knows, the person has to type or touch something.
 * Source: OpenID Connect Core §3.1.2.1.
 * Observed: @azure/msal-node 7.2.3 sends `max_age` only this way.
 */
const anew = { prompt: PromptValue.LOGIN, extraQueryParameters: { max_age: '0' } };
