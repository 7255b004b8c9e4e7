/** Timers and clocks that stand still until they are moved, so that minutes of typing take no time. */
export type VirtualTime = {
  /** Runs what is due by then, in order. 0 runs what was put off to the next turn. */
  readonly advance: (byMs: number) => void;
  /** Gives the real clocks and timers back. */
  readonly restore: () => void;
};

type Timer = { readonly id: number; dueMs: number; readonly everyMs: number | null; readonly run: () => void };

/** Takes over the global timers, `Date.now` and `performance.now`: the peers know no other. */
export function takeOverTime(): VirtualTime {
  const real = { setTimeout, clearTimeout, setInterval, clearInterval, now: Date.now };
  let nowMs = 1_700_000_000_000;
  let lastId = 0;
  const timers = new Map<number, Timer>();

  const add = (run: () => void, everyMs: number | null, afterMs: number): number => {
    lastId += 1;
    timers.set(lastId, { id: lastId, dueMs: nowMs + afterMs, everyMs, run });
    return lastId;
  };
  const remove = (id: number): void => void timers.delete(id);
  const later = (run: (...given: unknown[]) => void, afterMs = 0, ...given: unknown[]): number =>
    add(() => run(...given), null, afterMs);
  const often = (run: () => void, everyMs: number): number => add(run, Math.max(1, everyMs), Math.max(1, everyMs));

  Object.assign(globalThis, { setTimeout: later, clearTimeout: remove, setInterval: often, clearInterval: remove });
  Date.now = () => nowMs;
  performance.now = () => nowMs;

  return {
    advance: (byMs) => {
      const untilMs = nowMs + byMs;
      for (let next = earliest(timers, untilMs); next; next = earliest(timers, untilMs)) {
        nowMs = Math.max(nowMs, next.dueMs);
        if (next.everyMs === null) timers.delete(next.id);
        else next.dueMs += next.everyMs;
        next.run();
      }
      nowMs = untilMs;
    },
    restore: () => {
      const { now, ...realTimers } = real;
      Object.assign(globalThis, realTimers);
      Date.now = now;
      Reflect.deleteProperty(performance, 'now');
    },
  };
}

function earliest(timers: ReadonlyMap<number, Timer>, untilMs: number): Timer | null {
  let first: Timer | null = null;
  for (const timer of timers.values())
    if (timer.dueMs <= untilMs && timer.dueMs < (first?.dueMs ?? Infinity)) first = timer;
  return first;
}

/** What a peer logs is not part of its result; some log every bar code. */
export function silenceConsole(): () => void {
  const { log, error } = console;
  console.log = () => undefined;
  console.error = () => undefined;
  return () => Object.assign(console, { log, error });
}
