import { PromptValue, type AuthenticationResult, type PublicClientApplication } from '@azure/msal-node';
import type { Result } from '../../contract/result.ts';
import type { ClockPort } from '../../core/ports.ts';
import { ok, refuse } from '../../core/result.ts';
import { doneInBrowserPage, notSignedInPage } from './browser-page.ts';
import { cancelLoopback } from './cancel-loopback.ts';
import { signInProblem } from './sign-in-problem.ts';

export const CANCELLED = 'The sign-in was cancelled';

export type BrowserSignInOptions = {
  readonly client: PublicClientApplication;
  readonly scopes: readonly string[];
  /** What a refused renewal asked for, or `null`. */
  readonly claims: string | null;
  readonly openBrowser: (url: string) => Promise<void>;
  readonly clock: ClockPort;
  readonly timeoutMs: number;
};

/** One sign-in in the system's browser. `outcome` never rejects, and settles at once when it is called off. */
export type BrowserSignIn = {
  readonly outcome: Promise<Result<AuthenticationResult>>;
  readonly cancel: () => void;
};

/** Starts it. `signed-out`: cancelled, nobody came back from the browser in time, or there is no browser. */
export function startBrowserSignIn(options: BrowserSignInOptions): BrowserSignIn {
  const { client, scopes, claims, clock } = options;
  let giveUp: (words: string) => void = () => {};
  const gaveUp = new Promise<Result<never>>((resolve) => {
    giveUp = (words) => {
      resolve(refuse('signed-out', { detail: words }));
    };
  });
  let isOver = false;
  let sentTo: string | null = null;

  function callOff(words: string): void {
    if (isOver) return;
    isOver = true;
    giveUp(words);
    if (sentTo !== null) void cancelLoopback(sentTo);
  }

  // Not awaited: on some desktops the opener lives as long as the browser it has opened.
  function openBrowser(url: string): Promise<void> {
    if (isOver) return cancelLoopback(url);
    sentTo = url;
    options.openBrowser(url).catch(() => {
      callOff('The browser could not be opened');
    });
    return Promise.resolve();
  }

  const disarm = clock.at(clock.nowMs() + options.timeoutMs, () => {
    callOff('Nobody came back from the browser in time');
  });
  const answered = client
    .acquireTokenInteractive({
      scopes: [...scopes],
      ...(claims === null ? {} : { claims }),
      // A desk has many hands: the browser must not choose for them.
      prompt: PromptValue.SELECT_ACCOUNT,
      openBrowser,
      successTemplate: doneInBrowserPage,
      errorTemplate: notSignedInPage,
    })
    .then(ok, (error: unknown) => ({ ok: false as const, problem: signInProblem(error) }))
    .finally(() => {
      isOver = true;
      disarm();
    });
  return {
    outcome: Promise.race([gaveUp, answered]),
    cancel: () => {
      callOff(CANCELLED);
    },
  };
}
