import type { ClockPort } from '../../electron/core/ports.ts';

export type HandClock = {
  readonly clock: ClockPort;
  /** Moves to a later moment and runs what is due on the way, in order. */
  readonly moveTo: (toMs: number) => void;
  readonly moveBy: (byMs: number) => void;
  /** How many timers wait. */
  readonly timerCount: () => number;
};

type Timer = { readonly atMs: number; readonly run: () => void };

/** A clock that stands still until it is moved by hand, so that no test sleeps. */
export function createHandClock(startMs = 1_700_000_000_000): HandClock {
  let nowMs = startMs;
  let timers: readonly Timer[] = [];

  function moveTo(toMs: number): void {
    for (;;) {
      const [next] = timers.filter(({ atMs }) => atMs <= toMs).toSorted((one, other) => one.atMs - other.atMs);
      if (!next) break;
      nowMs = Math.max(nowMs, next.atMs);
      timers = timers.filter((timer) => timer !== next);
      next.run();
    }
    nowMs = toMs;
  }

  return {
    clock: {
      nowMs: () => nowMs,
      at: (atMs, run) => {
        const timer = { atMs, run };
        timers = [...timers, timer];
        return () => {
          timers = timers.filter((known) => known !== timer);
        };
      },
      soon: (run) => {
        queueMicrotask(run);
      },
    },
    moveTo,
    moveBy: (byMs) => {
      moveTo(nowMs + byMs);
    },
    timerCount: () => timers.length,
  };
}
