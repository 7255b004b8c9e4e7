import type { Event } from '../core/event.ts';
import type { ClockPort, SignInPort } from '../core/ports.ts';

/** Access tokens for calls; that nobody is signed in any more is told, because a call is often the first to find out. */
export function watchSession(
  signIn: Pick<SignInPort, 'accessToken'>,
  clock: ClockPort,
  tell: (event: Event) => void,
): SignInPort['accessToken'] {
  return async (challenge = null) => {
    const token = await signIn.accessToken(challenge);
    if (!token.ok && token.problem.code === 'signed-out') {
      const { problem } = token;
      tell({ kind: 'sessionLost', atMs: clock.nowMs(), problem, isChallenged: challenge !== null });
    }
    return token;
  };
}
