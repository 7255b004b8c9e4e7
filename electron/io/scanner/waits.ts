import type { ClockPort } from '../../core/ports.ts';

/** Waits that belong together: all of them end when their owner does, leave no timer, and none begins after that. */
export type Waits = {
  /** `done` settles after `delayMs`, or with `stop`. */
  readonly begin: (delayMs: number) => { readonly done: Promise<void>; readonly stop: () => void };
  readonly end: () => void;
};

export function createWaits(clock: ClockPort): Waits {
  const running = new Set<() => void>();
  let isOver = false;
  return {
    begin: (delayMs) => {
      let stop = (): void => undefined;
      if (isOver) return { done: Promise.resolve(), stop };
      const done = new Promise<void>((resolve) => {
        const callOff = clock.at(clock.nowMs() + delayMs, () => {
          running.delete(stop);
          resolve();
        });
        stop = () => {
          callOff();
          running.delete(stop);
          resolve();
        };
        running.add(stop);
      });
      return { done, stop };
    },
    end: () => {
      isOver = true;
      for (const stop of running) stop();
    },
  };
}
