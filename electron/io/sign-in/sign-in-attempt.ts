import type { AuthenticationResult } from '@azure/msal-node';
import type { Result } from '../../contract/result.ts';
import type { ClockPort } from '../../core/ports.ts';
import { ok, refuse } from '../../core/result.ts';
import { signInProblem } from './sign-in-problem.ts';

export const CANCELLED = 'The sign-in was cancelled';

/** One sign-in under way. `outcome` never rejects, and settles at once when it is called off. */
export type SignInAttempt = {
  readonly outcome: Promise<Result<AuthenticationResult>>;
  readonly cancel: () => void;
};

export type AttemptHandle = {
  readonly isOver: () => boolean;
  readonly callOff: (words: string) => void;
  /** In place of the limit before. */
  readonly giveUpAt: (atMs: number, words: string) => void;
};

/** Runs `ask`, which MSAL may never settle. `letGo` runs once when it is called off: by hand, or when its time is up. */
export function startAttempt(
  clock: ClockPort,
  letGo: () => void,
  ask: (handle: AttemptHandle) => Promise<AuthenticationResult>,
): SignInAttempt {
  let giveUp: (words: string) => void = () => {};
  const gaveUp = new Promise<Result<never>>((resolve) => {
    giveUp = (words) => {
      resolve(refuse('signed-out', { detail: words }));
    };
  });
  let isOver = false;
  let disarm = (): void => {};

  function callOff(words: string): void {
    if (isOver) return;
    isOver = true;
    disarm();
    giveUp(words);
    letGo();
  }

  function giveUpAt(atMs: number, words: string): void {
    disarm();
    if (isOver) return;
    disarm = clock.at(atMs, () => {
      callOff(words);
    });
  }

  const answered = ask({ isOver: () => isOver, callOff, giveUpAt })
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
