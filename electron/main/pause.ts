import type { ClockPort } from '../core/ports.ts';

/** A wait that can be cut short. */
export type Pause = { readonly until: (atMs: number) => Promise<void>; readonly end: () => void };

export function createPause(clock: ClockPort): Pause {
  let end = (): void => undefined;
  return {
    until: (atMs) =>
      new Promise((resolve) => {
        const disarm = clock.at(atMs, resolve);
        end = () => {
          disarm();
          resolve();
        };
      }),
    end: () => {
      end();
    },
  };
}
