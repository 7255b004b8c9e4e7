import { describe, expect, test } from 'vitest';
import type { ClockPort } from '../../electron/core/ports.ts';
import { systemClock } from '../../electron/io/clock/system-clock.ts';
import { createHandClock } from '../fakes/hand-clock.ts';

type Wound = {
  readonly clock: ClockPort;
  /** Resolves once all that is due by now has run. */
  readonly settle: () => Promise<void>;
};

const CLOCKS: readonly { readonly name: string; readonly build: () => Wound }[] = [
  { name: 'moved by hand', build: buildHandClock },
  { name: 'of the system', build: () => ({ clock: systemClock, settle: settleSystem }) },
];

describe.each(CLOCKS)('a clock $name', ({ build }) => {
  test('tells whole milliseconds that do not go back', () => {
    const { clock } = build();
    const times = [clock.nowMs(), clock.nowMs(), clock.nowMs()];
    expect(times.every(Number.isInteger)).toBe(true);
    expect(times.toSorted((one, other) => one - other)).toEqual(times);
    expect(times[0]).toBeGreaterThan(Date.parse('2023-01-01'));
  });

  test.each([0, -1, -100_000])(
    'what is due already (%d ms) runs once, and not before the call returns',
    async (byMs) => {
      const { clock, settle } = build();
      const said: string[] = [];
      clock.at(clock.nowMs() + byMs, () => said.push('ran'));
      said.push('returned');
      await settle();
      await settle();
      expect(said).toEqual(['returned', 'ran']);
    },
  );

  test('what was called off never runs', async () => {
    const { clock, settle } = build();
    const said: string[] = [];
    const callOff = clock.at(clock.nowMs(), () => said.push('called off'));
    clock.at(clock.nowMs(), () => said.push('kept'));
    callOff();
    callOff();
    await settle();
    expect(said).toEqual(['kept']);
  });

  test('one that runs can call off the one behind it', async () => {
    const { clock, settle } = build();
    const said: string[] = [];
    clock.at(clock.nowMs() - 2, () => {
      said.push('first');
      callOff();
    });
    const callOff = clock.at(clock.nowMs() - 1, () => said.push('second'));
    await settle();
    expect(said).toEqual(['first']);
  });

  test('calling off what has run changes nothing', async () => {
    const { clock, settle } = build();
    const said: string[] = [];
    const callOff = clock.at(clock.nowMs(), () => said.push('ran'));
    await settle();
    callOff();
    clock.at(clock.nowMs(), () => said.push('next'));
    await settle();
    expect(said).toEqual(['ran', 'next']);
  });

  test('an earlier moment runs before a later one, whichever was asked for first', async () => {
    const { clock, settle } = build();
    const said: string[] = [];
    const callOff = clock.at(clock.nowMs() + 60_000, () => said.push('in a minute'));
    clock.at(clock.nowMs(), () => said.push('now'));
    await settle();
    expect(said).toEqual(['now']);
    callOff();
  });

  test('what is asked for by one that runs has its turn as well', async () => {
    const { clock, settle } = build();
    const said: string[] = [];
    clock.at(clock.nowMs(), () => {
      clock.at(clock.nowMs(), () => said.push('inner'));
      said.push('outer');
    });
    await settle();
    await settle();
    expect(said).toEqual(['outer', 'inner']);
  });

  test('soon is not now: it runs once after the call has returned, in the order of asking', async () => {
    const { clock, settle } = build();
    const said: string[] = [];
    clock.soon(() => said.push('first'));
    clock.soon(() => said.push('second'));
    said.push('returned');
    await settle();
    await settle();
    expect(said).toEqual(['returned', 'first', 'second']);
  });
});

function buildHandClock(): Wound {
  const { clock, moveBy } = createHandClock();
  return {
    clock,
    settle: async () => {
      await Promise.resolve();
      moveBy(0);
    },
  };
}

/** A timer that was asked for last among those that are due runs last. */
async function settleSystem(): Promise<void> {
  await new Promise<void>((resolve) => void systemClock.at(systemClock.nowMs(), resolve));
  await new Promise<void>((resolve) => {
    systemClock.soon(resolve);
  });
}
