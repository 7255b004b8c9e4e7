import { describe, expect, test } from 'vitest';
import type { Command } from '../../electron/contract/command.ts';
import { ANNA, buildBench, TOKEN, type Bench } from './build-bench.ts';

const OK = { ok: true, value: null };
const SECOND = '8659623852751';

function refusedAs(code: string): object {
  return { ok: false, problem: { code } };
}

/** Every command about an item, with what it needs besides. */
function itemCommands(itemId: number, userId = 'nobody'): readonly Command[] {
  return [
    { kind: 'chooseUser', itemId, userId },
    { kind: 'enterCode', itemId, code: '123456' },
    { kind: 'openItem', itemId },
    { kind: 'parkItem', itemId },
    { kind: 'retryItem', itemId },
    { kind: 'readNow', itemId },
    { kind: 'removeItem', itemId },
  ];
}

async function issue(bench: Bench): Promise<void> {
  const row = await bench.prepare();
  await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
  await bench.station.idle();
}

describe('items and what may be asked of them', () => {
  test.each(itemCommands(99))('$kind of an item that was never there is refused', async (command) => {
    const bench = await buildBench();
    expect(await bench.send(command)).toEqual(refusedAs('item-gone'));
    expect(bench.journal.kinds()).toEqual(['restarted']);
  });

  test.each(itemCommands(1))('$kind of an item that was removed is refused', async (command) => {
    const bench = await buildBench();
    await bench.scan(TOKEN);
    expect(await bench.send({ kind: 'removeItem', itemId: 1 })).toEqual(OK);
    const stored = bench.journal.kinds();
    expect(await bench.send(command)).toEqual(refusedAs('item-gone'));
    expect(bench.journal.kinds()).toEqual(stored);
    expect(bench.station.snapshot()).toMatchObject({ open: null, queue: { counts: { all: 0 } } });
  });

  test.each(['chooseUser', 'enterCode', 'retryItem', 'readNow'])('%s of an issued token is refused', async (kind) => {
    const bench = await buildBench();
    await issue(bench);
    const [command] = itemCommands(1).filter((candidate) => candidate.kind === kind);
    expect(command && (await bench.send(command))).toEqual(refusedAs('command-not-allowed'));
    expect(bench.row().state.kind).toBe('activated');
  });

  test.each(['chooseUser', 'enterCode', 'retryItem', 'removeItem'])('%s during the POST is refused', async (kind) => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const answers = bench.holdAnswers();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    const [command] = itemCommands(row.id).filter((candidate) => candidate.kind === kind);
    expect(command && (await bench.send(command))).toEqual(refusedAs('command-not-allowed'));
    answers.release();
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.posts()).toBe(1);
  });

  test('a token that was removed can be scanned again and is a new item', async () => {
    const bench = await buildBench();
    await bench.scan(TOKEN);
    await bench.send({ kind: 'removeItem', itemId: 1 });
    bench.hand.moveBy(1_000);
    await bench.scan(TOKEN);
    expect(bench.row().id).toBe(2);
    expect(bench.station.snapshot().notices.at(-1)?.kind).toBe('scanTaken');
  });

  test('a set aside token makes room for the next, and scanning it again opens it', async () => {
    const bench = await buildBench();
    await bench.scan(TOKEN);
    expect(await bench.send({ kind: 'parkItem', itemId: 1 })).toEqual(OK);
    expect(bench.station.snapshot().open).toBeNull();
    bench.hand.moveBy(1_000);
    await bench.scan(TOKEN);
    expect(bench.station.snapshot().open?.id).toBe(1);
    expect(bench.station.snapshot().queue.counts.all).toBe(1);
  });

  test('a scan never takes the place of the token that is open; opening on purpose does', async () => {
    const bench = await buildBench();
    await bench.scan(TOKEN);
    await bench.scan(SECOND);
    expect(bench.station.snapshot().open?.serialNumber).toBe(TOKEN);
    expect(await bench.send({ kind: 'openItem', itemId: 2 })).toEqual(OK);
    expect(bench.station.snapshot().open?.serialNumber).toBe(SECOND);
  });

  test('a stopped item is tried again with the same person', async () => {
    const bench = await buildBench();
    const row = await bench.prepare('60234567');
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code('60234567') });
    await bench.station.idle();
    expect(bench.row('60234567').state.kind).toBe('stopped');
    expect(await bench.send({ kind: 'retryItem', itemId: row.id })).toEqual(OK);
    expect(bench.row('60234567')).toMatchObject({ state: { kind: 'needsCode' }, user: { userPrincipalName: ANNA } });
  });

  test('read now reads at once instead of at the next turn', async () => {
    const bench = await buildBench();
    bench.tenant.setConditions({ readLagMs: 60_000 });
    await issue(bench);
    expect(bench.row().state.kind).toBe('confirming');
    const before = bench.tenant.countRequests('listMethods');
    expect(await bench.send({ kind: 'readNow', itemId: 1 })).toEqual(OK);
    await bench.station.idle();
    expect(bench.tenant.countRequests('listMethods')).toBe(before + 1);
  });

  test('the queue is shown by filter and by page', async () => {
    const bench = await buildBench();
    await issue(bench);
    await bench.scan(SECOND);
    expect(await bench.send({ kind: 'showQueue', filter: 'issued', page: 7 })).toEqual(OK);
    const { queue } = bench.station.snapshot();
    expect(queue).toMatchObject({ filter: 'issued', page: 0, pageCount: 1 });
    expect(queue.rows.map(({ serialNumber }) => serialNumber)).toEqual([TOKEN]);
  });
});
