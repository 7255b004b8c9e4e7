import { expect, test } from 'vitest';
import { systemClock } from '../../../electron/io/clock/system-clock.ts';

test.each([
  ['past what a timer of Node can count', 2 ** 31 + 1_000],
  ['a hundred years away', 100 * 366 * 86_400_000],
])('a moment %s does not come at once', async (_what, aheadMs) => {
  const said: string[] = [];
  const callOff = systemClock.at(systemClock.nowMs() + aheadMs, () => said.push('far'));
  // A timer that overflows is set to one millisecond; this one is asked for later and lasts longer.
  await new Promise<void>((resolve) => void systemClock.at(systemClock.nowMs() + 5, resolve));
  callOff();
  expect(said).toEqual([]);
});
