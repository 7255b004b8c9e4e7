import { describe, expect, test } from 'vitest';
import { nextTurn } from './build-bench.ts';
import { failed, faults, found, listOf, openOrderBench, person, problem, until } from './order-bench.ts';

const OPEN = { kind: 'openWorkOrder' } as const;

describe('looking people up', () => {
  test('goes in slices, with progress and a picture for each', async () => {
    const bench = await openOrderBench();
    bench.choose('list.csv', listOf(600));
    await bench.send(OPEN);
    expect(bench.draft()).toMatchObject({ stage: 'checking', readCount: 600, checkedCount: 0 });
    const refreshes = bench.refreshes();
    await until(() => (bench.draft()?.checkedCount ?? 0) > 0);
    expect(bench.draft()).toMatchObject({ stage: 'checking', checkedCount: 260, counts: { usable: 260, unusable: 0 } });
    await bench.ready();
    expect(bench.asked.map(({ length }) => length)).toEqual([260, 260, 80]);
    expect(bench.draft()).toMatchObject({ checkedCount: 600, counts: { usable: 600 } });
    expect(bench.refreshes() - refreshes).toBe(3);
  });

  test('can be called off; what comes back then is for nobody', async () => {
    const bench = await openOrderBench();
    bench.choose('list.csv', listOf(600));
    await bench.send(OPEN);
    await until(() => bench.asked.length === 1);
    await bench.send({ kind: 'dropDraft' });
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    await bench.opened('upn\nann@x\n');
    expect(bench.asked.map(({ length }) => length)).toEqual([260, 1]);
    expect(bench.draft()?.counts.all).toBe(1);
  });

  test('of a list that has been dropped does not go on with the next one', async () => {
    const sent: number[] = [];
    const answers: (() => void)[] = [];
    const bench = await openOrderBench({
      readUsers: async (keys) => {
        sent.push(keys.length);
        await new Promise<void>((answer) => answers.push(answer));
        return keys.map(({ value }) => found(person(value)));
      },
    });
    bench.choose('list.csv', listOf(300));
    await bench.send(OPEN);
    await bench.send({ kind: 'dropDraft' });
    bench.choose('other.csv', listOf(400));
    await bench.send(OPEN);
    answers[0]?.();
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    expect(bench.draft()).toMatchObject({ checkedCount: 0, counts: { all: 400 } });
    expect(sent).toEqual([260, 260]);
  });

  test('waits as long as the service asks, and asks then only about those it put off', async () => {
    const bench = await openOrderBench({
      tenant: ({ value }, call) =>
        value === 'p1@x' && call < 5 ? failed(429, 7_000, 'throttled') : found(person(value)),
    });
    bench.choose('list.csv', listOf(3));
    await bench.send(OPEN);
    for (let call = 1; call < 5; call++) {
      await until(() => bench.asked.length === call && bench.hand.timerCount() > 0);
      expect(bench.draft()).toMatchObject({ stage: 'checking', checkedCount: 2 });
      bench.hand.moveBy(6_999);
      await nextTurn();
      expect(bench.asked).toHaveLength(call);
      bench.hand.moveBy(1);
    }
    expect(faults(await bench.ready())).toEqual(['ok', 'ok', 'ok']);
    expect(bench.asked.slice(1).map((keys) => keys.map(({ value }) => value))).toEqual(
      [1, 2, 3, 4].map(() => ['p1@x']),
    );
  });

  test('a wait ends when the draft is dropped', async () => {
    const bench = await openOrderBench({ tenant: () => failed(429, 7_000) });
    bench.choose('list.csv', listOf(3));
    await bench.send(OPEN);
    await until(() => bench.hand.timerCount() > 0);
    await bench.send({ kind: 'dropDraft' });
    expect(bench.hand.timerCount()).toBe(0);
    bench.hand.moveBy(60_000);
    await nextTurn();
    expect(bench.asked).toHaveLength(1);
  });

  test('what goes on failing is told after three times, and is looked up again when asked to', async () => {
    let isIll = true;
    const bench = await openOrderBench({
      tenant: ({ value }) => (isIll && value === 'p1@x' ? failed(500) : found(person(value))),
    });
    bench.choose('list.csv', listOf(3));
    await bench.send(OPEN);
    for (let call = 1; call < 3; call++) {
      await until(() => bench.asked.length === call && bench.hand.timerCount() > 0);
      bench.hand.moveBy(60_000);
    }
    expect(faults(await bench.ready())).toEqual(['ok', 'no notLookedUp', 'ok']);
    expect(bench.asked).toHaveLength(3);
    isIll = false;
    expect(await bench.send({ kind: 'checkDraftAgain' })).toEqual({ ok: true, value: null });
    expect(faults(await bench.ready())).toEqual(['ok', 'ok', 'ok']);
    expect(bench.asked[3]?.map(({ value }) => value)).toEqual(['p1@x']);
  });

  test('where the line is silent, nobody else is asked about, and all of them can be asked about again', async () => {
    let isCut = true;
    const bench = await openOrderBench({
      tenant: ({ value }) => (isCut ? failed(null, null, 'graph-unreachable') : found(person(value))),
    });
    bench.choose('list.csv', listOf(1_000));
    await bench.send(OPEN);
    for (let call = 1; call < 3; call++) {
      await until(() => bench.asked.length === call && bench.hand.timerCount() > 0);
      bench.hand.moveBy(60_000);
    }
    const view = await bench.ready();
    expect(bench.asked).toHaveLength(3);
    expect(view.counts).toMatchObject({ all: 1_000, usable: 0, unusable: 1_000 });
    expect(view.lines[0]?.faults).toMatchObject([{ kind: 'notLookedUp', problem: { code: 'graph-unreachable' } }]);
    isCut = false;
    await bench.send({ kind: 'checkDraftAgain' });
    expect((await bench.ready()).counts.usable).toBe(1_000);
  });

  test('a sign-in that has ended is not tried three times', async () => {
    const bench = await openOrderBench({ tenant: () => failed(null, null, 'signed-out') });
    expect((await bench.opened(listOf(3))).counts.unusable).toBe(3);
    expect(bench.asked).toHaveLength(1);
    expect(bench.hand.timerCount()).toBe(0);
  });

  test('a client that leaves somebody out is not asked without end', async () => {
    const bench = await openOrderBench({ readUsers: () => Promise.resolve([]) });
    bench.choose('list.csv', listOf(2));
    await bench.send(OPEN);
    for (let wait = 1; wait < 3; wait++) {
      await until(() => bench.hand.timerCount() > 0);
      bench.hand.moveBy(60_000);
    }
    expect(faults(await bench.ready())).toEqual(['no notLookedUp', 'no notLookedUp']);
  });

  test('a draft goes when whoever opened it has left', async () => {
    const bench = await openOrderBench();
    const atMs = bench.hand.clock.nowMs();
    await bench.dispatch({ kind: 'signedIn', atMs, name: 'Ann', userPrincipalName: 'ann@x' });
    await bench.opened('upn\nann@x\n');
    await bench.dispatch({ kind: 'signedOut', atMs, problem: { code: 'idle-locked' } });
    expect(bench.draft()).toBeNull();
    bench.choose('list.csv', 'upn\nann@x\n');
    expect(await bench.send(OPEN)).toEqual(problem('signed-out'));
  });
});
