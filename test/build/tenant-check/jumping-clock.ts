import type { ClockPort } from '../../../electron/core/ports.ts';

/** A clock that is at any later time as soon as somebody waits for it, so that nothing is waited for. */
export function createJumpingClock(startMs: number): ClockPort {
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    at: (atMs, run) => {
      let isCalledOff = false;
      setImmediate(() => {
        if (isCalledOff) return;
        nowMs = Math.max(nowMs, atMs);
        run();
      });
      return () => {
        isCalledOff = true;
      };
    },
    soon: (run) => {
      setImmediate(run);
    },
  };
}
