import { AuthError, type PublicClientApplication } from '@azure/msal-node';
import type { DeviceCodePrompt } from '../../contract/snapshot.ts';
import type { ClaimsChallenge, ClockPort } from '../../core/ports.ts';
import { startAttempt, type SignInAttempt } from './sign-in-attempt.ts';

export type DeviceCodeSignInOptions = {
  /** Its network must be that of `paceDeviceCode`: MSAL's own waiting cannot be called off. */
  readonly client: PublicClientApplication;
  readonly stopPolling: () => void;
  readonly scopes: readonly string[];
  readonly claims: ClaimsChallenge;
  /** Told once what to show. */
  readonly onPrompt: (prompt: DeviceCodePrompt) => void;
  readonly clock: ClockPort;
  readonly timeoutMs: number;
};

/** Starts one on another device. `signed-out`: cancelled, or the code was not used while it was good. */
export function startDeviceCodeSignIn(options: DeviceCodeSignInOptions): SignInAttempt {
  const { client, scopes, claims, clock } = options;
  return startAttempt(clock, options.stopPolling, async ({ isOver, giveUpAt }) => {
    const limitMs = clock.nowMs() + options.timeoutMs;
    const answer = await client.acquireTokenByDeviceCode({
      scopes: [...scopes],
      ...(claims === null ? {} : { claims }),
      deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) => {
        if (isOver()) return;
        const expiresAtMs = Math.min(limitMs, clock.nowMs() + expiresIn * 1_000);
        giveUpAt(expiresAtMs, 'The code was not used in time');
        options.onPrompt({ userCode, verificationUrl: verificationUri, expiresAtMs });
      },
    });
    if (answer === null) throw new AuthError('no_tokens_found', '');
    return answer;
  });
}
