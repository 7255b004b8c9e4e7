import type { Result } from '../contract/result.ts';
import type { Operator } from '../contract/user.ts';
import type { ClockPort, SignInPort } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import { PRACTICE_OPERATORS } from './practice-data.ts';
import { SELF_SERVER } from './practice-people.ts';

/** Chosen: long enough to see that a sign-in is under way and to call it off, short enough to be no exercise in waiting. */
const SIGN_IN_MS = 2_000;

/** Opens nothing: it is shown where the settings say that people sign in on another device. */
const PROMPT = { userCode: 'PRACTICE', verificationUrl: 'https://harbourlark.example/device' };

type Asking = { readonly result: Promise<Result<Operator>>; readonly callOff: () => void };

/** At a kiosk in practice, one person comes and goes: they sign in without a browser, after a moment. */
export function createPracticeSignIn({ clock }: { readonly clock: ClockPort }): SignInPort {
  const { accessToken, scopes } = PRACTICE_OPERATORS.selfService;
  let signedIn: { readonly operator: Operator; readonly atMs: number } | null = null;
  let asking: Asking | null = null;

  function ask(): Promise<Result<Operator>> {
    asking ??= startAsking(clock, () => {
      asking = null;
      const { displayName: name, userPrincipalName } = SELF_SERVER;
      signedIn = { operator: { name, userPrincipalName }, atMs: clock.nowMs() };
      return signedIn.operator;
    });
    return asking.result;
  }

  function cancel(): void {
    const called = asking;
    asking = null;
    called?.callOff();
  }

  return {
    operator: () => signedIn?.operator ?? null,
    // A kiosk keeps nobody from one start to the next.
    restore: () => Promise.resolve(null),
    signIn: ask,
    signInElsewhere: (onPrompt) => {
      if (asking === null) onPrompt({ ...PROMPT, expiresAtMs: clock.nowMs() + SIGN_IN_MS });
      return ask();
    },
    signInAgain: () => (signedIn ? ask() : Promise.resolve(nobody())),
    signedInAtMs: () => signedIn?.atMs ?? null,
    scopes: () => (signedIn ? scopes : []),
    roles: () => (signedIn ? [] : null),
    signOut: () => {
      cancel();
      signedIn = null;
      return Promise.resolve();
    },
    cancel,
    accessToken: () => Promise.resolve(signedIn ? ok(new Secret(accessToken)) : nobody()),
  };
}

function nobody(): Result<never> {
  return refuse('signed-out', { detail: 'Nobody is signed in' });
}

function startAsking(clock: ClockPort, take: () => Operator): Asking {
  let callOff = (): void => undefined;
  const result = new Promise<Result<Operator>>((resolve) => {
    const disarm = clock.at(clock.nowMs() + SIGN_IN_MS, () => {
      resolve(ok(take()));
    });
    callOff = () => {
      disarm();
      resolve(refuse('signed-out', { detail: 'The sign-in was cancelled' }));
    };
  });
  return { result, callOff };
}
