import { describe, expect, test } from 'vitest';
import { found, listOf, openOrderBench, person, problem, START } from './order-bench.ts';

const OPEN = { kind: 'openWorkOrder' } as const;

describe('starting an order', () => {
  test('opens it with those who can be served, and the draft goes', async () => {
    const bench = await openOrderBench({
      tenant: ({ value }) => (value === 'p1@x' ? found() : found(person(value))),
    });
    await bench.opened('upn,request,model,note\np0@x,R0,M,N\np1@x,R1,,\np2@x,R2,,\n', 'May list.csv');
    expect(await bench.send(START)).toEqual({ ok: true, value: null });
    expect(bench.draft()).toBeNull();
    expect(bench.durable.map(({ kind }) => kind)).toEqual(['orderOpened', 'orderLinesAdded']);
    expect(bench.orders()).toMatchObject([{ name: 'May list', goal: 'activate', stage: 'open', lineCount: 2 }]);
    const { lines } = bench.durable[1] as Extract<(typeof bench.durable)[number], { kind: 'orderLinesAdded' }>;
    expect(lines).toMatchObject([
      { line: 2, user: { id: 'p0' }, requestNumber: 'R0', model: 'M', note: 'N', isSkipped: false, done: null },
      { line: 4, user: { id: 'p2' } },
    ]);
  });

  test('gives it the name that was typed, without its margins', async () => {
    const bench = await openOrderBench();
    await bench.opened('upn\nann@x\n');
    await bench.send({ ...START, name: '  Floor 2 ' });
    expect(bench.orders()[0]?.name).toBe('Floor 2');
  });

  test('a long list comes in slices, stored in one piece, and each under the right order', async () => {
    const bench = await openOrderBench();
    await bench.opened('upn\nann@x\n');
    await bench.send(START);
    await bench.opened(listOf(1_201));
    await bench.send(START);
    const added = bench.durable.flatMap((event) => (event.kind === 'orderLinesAdded' ? event : []));
    expect(added.map(({ orderId, lines }) => [orderId, lines.length])).toEqual([
      [1, 1],
      [2, 500],
      [2, 500],
      [2, 201],
    ]);
    expect(bench.orders()[1]).toMatchObject({ lineCount: 1_201, addedCount: 1_201, counts: { open: 1_201 } });
    expect(new Set(bench.orders().map(({ key }) => key)).size).toBe(2);
  });

  test('twice in a row opens one', async () => {
    const bench = await openOrderBench();
    await bench.opened('upn\nann@x\n');
    const [first, second] = await Promise.all([bench.send(START), bench.send(START)]);
    expect([first.ok, second]).toEqual([true, problem('command-not-allowed')]);
    expect(bench.orders()).toHaveLength(1);
  });

  test('is refused while people are being looked up, and without a draft', async () => {
    const bench = await openOrderBench();
    expect(await bench.send(START)).toEqual(problem('command-not-allowed'));
    bench.choose('list.csv', listOf(600));
    await bench.send(OPEN);
    expect(await bench.send(START)).toEqual(problem('command-not-allowed'));
    expect(bench.durable).toEqual([]);
  });

  test('is refused where nobody can be served', async () => {
    const bench = await openOrderBench({ tenant: () => found() });
    await bench.opened(listOf(2));
    expect(await bench.send(START)).toEqual(problem('order-empty'));
    expect(bench.draft()?.counts.all).toBe(2);
  });

  test('assigning is refused where the inventory cannot be read, and the draft stays', async () => {
    const bench = await openOrderBench();
    const rights = { scopes: ['User.Read.All'], roles: null, methodsProblem: null, inventoryProblem: null };
    await bench.dispatch({ kind: 'rightsRead', atMs: 1, rights });
    await bench.opened('upn\nann@x\n');
    expect(await bench.send({ ...START, goal: 'assign' })).toEqual(problem('inventory-wanted'));
    expect(bench.draft()).not.toBeNull();
    expect((await bench.send(START)).ok).toBe(true);
  });
});
