import { describe, expect, test } from 'vitest';
import type { Conditions } from '../../electron/practice/tenant-state.ts';
import { nextTurn, TOKEN, type Bench } from './build-bench.ts';
import { buildPlanBench, holderOf, mixUp, onDelete, planOf, SECOND, typeCode, type PlanBench } from './plan-bench.ts';

const RUNS: readonly (readonly [what: string, conditions: Partial<Conditions>])[] = [
  ['all is well', {}],
  ['the first answer is lost', { faults: [onDelete({ kind: 'dropAnswer' })] }],
  ['the first call never arrives', { faults: [onDelete({ kind: 'dropRequest' })] }],
  ['Graph says later', { faults: [onDelete({ kind: 'fail', status: 429, acts: false, retryAfterSeconds: 4 })] }],
  ['a 504 comes after the fact', { faults: [onDelete({ kind: 'fail', status: 504, acts: true })] }],
  ['the first read fails', { faults: [{ on: 'listMethods', times: 1, kind: 'fail', status: 503, acts: false }] }],
  ['reads lag behind', { readLagMs: 3_000 }],
];

/** Lets the station do what it does within this moment, and then half a minute of its time. */
async function live(bench: Bench): Promise<void> {
  for (let second = 0; second < 40; second++) {
    // Not `idle`: a dead station never is.
    // oxlint-disable-next-line no-await-in-loop
    for (let turn = 0; turn < 12; turn++) await nextTurn();
    bench.hand.moveBy(1_000);
  }
}

type SwapUnderWay = PlanBench & { readonly anna: string | null; readonly bob: string | null; readonly first: number };

/** A swap that is started and dies once `extra` events more are stored; `Infinity`: it lives. */
async function swapUntil(extra: number, conditions: Partial<Conditions>): Promise<SwapUnderWay> {
  const built = await buildPlanBench();
  const { bench } = built;
  const swap = await mixUp(bench);
  const [anna, bob] = [holderOf(bench, TOKEN), holderOf(bench, SECOND)];
  await bench.send(swap);
  const first = bench.journal.kinds().length;
  built.dieAt(first + extra);
  bench.tenant.setConditions(conditions);
  void bench.send({ kind: 'startPlan' });
  await live(bench);
  return { ...built, anna, bob, first };
}

/** What a person does after a start: resumes the plan where it stopped, waits, and types the codes that are asked for. */
async function finish(bench: Bench): Promise<void> {
  for (let turn = 0; turn < 60; turn++) {
    const kinds = [TOKEN, SECOND].map((serialNumber) => bench.row(serialNumber).state.kind);
    if (!planOf(bench) && kinds.every((kind) => kind === 'activated')) return;
    const waiting = [TOKEN, SECOND].find((serialNumber) => bench.row(serialNumber).can.includes('enterCode'));
    // One after the other, as at the desk.
    /* oxlint-disable no-await-in-loop */
    if (planOf(bench)?.stage === 'stopped') await bench.send({ kind: 'resumePlan' });
    else if (!planOf(bench) && waiting !== undefined) await typeCode(bench, waiting);
    bench.hand.moveBy(2_000);
    await bench.station.idle();
    /* oxlint-enable no-await-in-loop */
  }
  throw new Error(`the swap never ends: ${JSON.stringify(planOf(bench))}`);
}

describe.each(RUNS)('a swap, when %s', (_, conditions) => {
  test('that is killed at any event ends with each token at the right person, once', async () => {
    const whole = await swapUntil(Infinity, conditions);
    const came = whole.bench.journal.kinds().slice(whole.first);
    const lastOfPlan = came.lastIndexOf('takeBackRead');
    expect(came[0]).toBe('planStarted');
    expect(lastOfPlan).toBeGreaterThanOrEqual(6);

    const deaths: string[] = [];
    for (let extra = 1; extra <= lastOfPlan + 1; extra++) {
      // One station after the other.
      /* oxlint-disable no-await-in-loop */
      const { bench, watched, reopen, anna, bob, first } = await swapUntil(extra, conditions);
      const stored = bench.journal.kinds().slice(first);
      expect(stored).toEqual(came.slice(0, extra));
      deaths.push(stored.at(-1) ?? '');

      const next = await reopen();
      await finish(next);
      /* oxlint-enable no-await-in-loop */

      expect([holderOf(next, TOKEN), holderOf(next, SECOND)]).toEqual([bob, anna]);
      expect(next.row(TOKEN).user?.id).toBe(bob);
      expect(next.row(SECOND).user?.id).toBe(anna);
      expect([watched.mostAtOnce(), watched.unintended()]).toEqual([1, 0]);
      expect(watched.deletes()).toBeLessThanOrEqual(4);
      expect(next.posts()).toBe(4);
      expect(next.tenant.violations()).toEqual([]);
    }
    expect(deaths).toEqual(came.slice(0, lastOfPlan + 1));
  });
});

test('a station that died while a DELETE was on its way reads before it sends anything', async () => {
  const { bench, watched, reopen } = await swapUntil(2, {});
  expect(bench.journal.kinds().at(-1)).toBe('takeBackIntended');
  expect([watched.deletes(), holderOf(bench, TOKEN)]).toEqual([1, null]);
  const next = await reopen();
  await next.station.idle();
  const kinds = next.journal.kinds();
  const after = kinds.slice(kinds.lastIndexOf('restarted'));
  expect(after.slice(0, 3)).toEqual(['restarted', 'takeBackRead', 'takeBackIntended']);
  expect(watched.deletes()).toBe(2);
});
