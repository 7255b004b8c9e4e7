import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  found,
  openOrderBench,
  person,
  problem,
  until,
  type OrderBench,
  type OrderBenchOptions,
} from './order-bench.ts';

const START = { kind: 'startOrder', name: 'Floor 2', goal: 'activate' } as const;
const HAND_OVER = { kind: 'handOverOrder', orderId: 1 } as const;
const FILE = 'Floor 2.tsorder.json';

/** A station with an order of four people, of whom one has been left out. */
async function withOrder(options: OrderBenchOptions = {}): Promise<OrderBench> {
  const bench = await openOrderBench(options);
  await bench.opened('upn,request\nann@x,R1\nbob@x,R2\ncy@x,R3\ndee@x,R4\n');
  await bench.send(START);
  await bench.dispatch({ kind: 'orderLineSkipped', atMs: 1, orderId: 1, line: 3 });
  return bench;
}

function fileOf({ folder }: OrderBench, name = FILE): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** Brings a file from one station to another, and opens it there. */
async function take(bench: OrderBench, content: string): Promise<unknown> {
  bench.choose('order.tsorder.json', content);
  return bench.send({ kind: 'openWorkOrder' });
}

async function handedOver(): Promise<{ readonly from: OrderBench; readonly content: string }> {
  const from = await withOrder();
  expect(await from.send(HAND_OVER)).toEqual({ ok: true, value: null });
  return { from, content: fileOf(from) };
}

describe('handing an order over', () => {
  test('writes it with its progress, and from then on it is not open here', async () => {
    const { from, content } = await handedOver();
    expect(from.suggested).toEqual([FILE]);
    expect(JSON.parse(content)).toMatchObject({
      format: 'token-station-work-order',
      version: 1,
      tenant: 'practice',
      orderKey: from.orders()[0]?.key,
      name: 'Floor 2',
      goal: 'activate',
      handedOverAtMs: from.hand.clock.nowMs(),
      lines: [
        { line: 2, user: { id: 'ann' }, requestNumber: 'R1', isSkipped: false, done: null },
        { line: 3, user: { id: 'bob' }, isSkipped: true },
        { line: 4 },
        { line: 5 },
      ],
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(from.orders()[0]?.stage).toBe('handedOver');
    expect(from.durable.at(-1)).toMatchObject({ kind: 'orderHandedOver', orderId: 1 });
    expect(readdirSync(from.folder)).toContain(FILE);
  });

  test.each([
    ['that is not here', { kind: 'handOverOrder', orderId: 9 } as const, 'order-gone'],
    ['that is closed', HAND_OVER, 'order-not-open'],
  ])('an order %s is refused without a dialog', async (_what, command, code) => {
    const bench = await withOrder();
    await bench.dispatch({ kind: 'orderClosed', atMs: 1, orderId: 1 });
    expect(await bench.send(command)).toEqual(problem(code));
    expect(bench.suggested).toEqual([]);
  });

  test('called off in the dialog, nothing is handed over', async () => {
    const bench = await withOrder();
    bench.answerTarget(() => Promise.resolve(null));
    expect(await bench.send(HAND_OVER)).toEqual(problem('cancelled'));
    expect(bench.orders()[0]?.stage).toBe('open');
  });

  test('where the disk refuses, nothing is handed over', async () => {
    const bench = await withOrder();
    bench.answerTarget((name) => Promise.resolve({ name, path: join(bench.folder, 'no', 'such', 'folder', name) }));
    expect(await bench.send(HAND_OVER)).toMatchObject(problem('file-not-written'));
    expect(bench.orders()[0]?.stage).toBe('open');
  });

  test('what is done while the dialog stands open is in the file', async () => {
    const bench = await withOrder();
    bench.answerTarget(async (name) => {
      await bench.dispatch({ kind: 'orderLineSkipped', atMs: 1, orderId: 1, line: 4 });
      return { name, path: join(bench.folder, name) };
    });
    await bench.send(HAND_OVER);
    expect(JSON.parse(fileOf(bench))).toMatchObject({ lines: [{}, { isSkipped: true }, { isSkipped: true }, {}] });
  });

  test('what is done while the disk writes is in the file, too', async () => {
    const bench = await withOrder();
    const handing = bench.send(HAND_OVER);
    await until(() => existsSync(join(bench.folder, `${FILE}.new`)));
    await bench.dispatch({ kind: 'orderLineSkipped', atMs: 1, orderId: 1, line: 5 });
    await handing;
    expect(JSON.parse(fileOf(bench))).toMatchObject({ lines: [{}, {}, {}, { isSkipped: true }] });
  });

  test('an order that is closed while the dialog stands open stays here, and touches no file', async () => {
    const bench = await withOrder();
    writeFileSync(join(bench.folder, FILE), 'of another day');
    bench.answerTarget(async (name) => {
      await bench.dispatch({ kind: 'orderClosed', atMs: 1, orderId: 1 });
      return { name, path: join(bench.folder, name) };
    });
    expect(await bench.send(HAND_OVER)).toEqual(problem('order-not-open'));
    expect(fileOf(bench)).toBe('of another day');
  });

  test('an order that is closed while the disk writes stays here, and its file is taken back', async () => {
    const bench = await withOrder();
    const handing = bench.send(HAND_OVER);
    await until(() => existsSync(join(bench.folder, `${FILE}.new`)));
    await bench.dispatch({ kind: 'orderClosed', atMs: 1, orderId: 1 });
    expect(await handing).toEqual(problem('order-not-open'));
    expect(bench.durable.some(({ kind }) => kind === 'orderHandedOver')).toBe(false);
    expect(readdirSync(bench.folder)).not.toContain(FILE);
  });

  test.each([
    ['../../etc/passwd', 'etc passwd'],
    ['May: "5/12"?', 'May 5 12'],
    ['...', 'work-order'],
    ['a\u0000b\nc', 'a b c'],
  ])('an order called %j gives its file a plain name', async (name, plain) => {
    const bench = await openOrderBench();
    await bench.opened('upn\nann@x\n');
    await bench.send({ ...START, name });
    bench.answerTarget(() => Promise.resolve(null));
    await bench.send(HAND_OVER);
    expect(bench.suggested).toEqual([`${plain}.tsorder.json`]);
  });
});

describe('taking an order over', () => {
  test('shows its progress, asks nobody, and goes on under its key, name and goal', async () => {
    const { from, content } = await handedOver();
    const to = await openOrderBench();
    expect(await take(to, content)).toEqual({ ok: true, value: null });
    expect(to.draft()).toMatchObject({
      stage: 'ready',
      readCount: 4,
      checkedCount: 4,
      counts: { all: 4, usable: 4, doubtful: 0, unusable: 0, zerosOffered: 0 },
      handedOver: { name: 'Floor 2', goal: 'activate', doneCount: 0, skippedCount: 1, atMs: from.hand.clock.nowMs() },
      lines: [{ line: 2, person: 'ann@x', requestNumber: 'R1', isUsable: true }, {}, {}, {}],
    });
    expect(await to.send({ kind: 'startOrder', name: '', goal: 'assign' })).toEqual({ ok: true, value: null });
    expect(to.asked).toEqual([]);
    expect(to.orders()).toMatchObject([
      {
        key: from.orders()[0]?.key,
        name: 'Floor 2',
        goal: 'activate',
        stage: 'open',
        counts: { all: 4, open: 3, skipped: 1 },
      },
    ]);
  });

  test('there and back again is one order, with what was done meanwhile', async () => {
    const { from, content } = await handedOver();
    const to = await openOrderBench();
    await take(to, content);
    await to.send(START);
    await to.dispatch({ kind: 'orderLineSkipped', atMs: 1, orderId: 1, line: 2 });
    await to.send(HAND_OVER);
    expect(await take(from, fileOf(to))).toEqual({ ok: true, value: null });
    await from.send(START);
    expect(from.orders().map(({ key, stage }) => [key, stage])).toEqual([
      [to.orders()[0]?.key, 'handedOver'],
      [to.orders()[0]?.key, 'open'],
    ]);
    expect(from.orders()[1]?.counts).toMatchObject({ skipped: 2, open: 2 });
  });

  test.each(['open', 'closed'])('an order that is %s here is refused', async (stage) => {
    const { content } = await handedOver();
    const to = await openOrderBench();
    await take(to, content);
    await to.send(START);
    if (stage === 'closed') await to.dispatch({ kind: 'orderClosed', atMs: 1, orderId: 1 });
    expect(await take(to, content)).toEqual(problem('order-here-already'));
  });

  test('one whose lines never came, because the station stopped, can be opened again', async () => {
    const { from, content } = await handedOver();
    const to = await openOrderBench();
    const orderKey = from.orders()[0]?.key ?? '';
    await to.dispatch({ kind: 'orderOpened', atMs: 1, orderKey, name: 'Floor 2', goal: 'activate', lineCount: 4 });
    expect(await take(to, content)).toEqual({ ok: true, value: null });
    await to.send(START);
    expect(to.orders().at(-1)).toMatchObject({ key: orderKey, counts: { all: 4 } });
  });

  test('one of another tenant is refused: its people are not here', async () => {
    const tenant = { kind: 'tenant', name: 'a', graphHost: 'graph.microsoft.com' } as const;
    const to = await openOrderBench({ mode: tenant });
    expect(await take(to, (await handedOver()).content)).toEqual(problem('order-of-another-tenant'));
    const other = await withOrder({ mode: { ...tenant, name: 'b' } });
    await other.send(HAND_OVER);
    expect(await take(to, fileOf(other))).toEqual(problem('order-of-another-tenant'));
    const same = await openOrderBench({ mode: { ...tenant, name: 'b' } });
    expect(await take(same, fileOf(other))).toEqual({ ok: true, value: null });
  });

  test('a changed file is refused', async () => {
    const { content } = await handedOver();
    const to = await openOrderBench();
    expect(await take(to, content.replace('ann@x', 'eve@x'))).toMatchObject(problem('order-file-damaged'));
    expect(to.draft()).toBeNull();
  });

  test('people of another open order are told', async () => {
    const { content } = await handedOver();
    const to = await openOrderBench({ tenant: ({ value }) => found(person(value)) });
    await to.opened('upn\ncy@x\n');
    await to.send({ ...START, name: 'Monday' });
    await take(to, content);
    expect(to.draft()).toMatchObject({
      counts: { usable: 4, doubtful: 1 },
      lines: [{}, {}, { faults: [{ kind: 'inOtherOrder', orderName: 'Monday' }] }, {}],
    });
  });

  test('zeros and another look are for lists alone', async () => {
    const to = await openOrderBench();
    await take(to, (await handedOver()).content);
    expect(await to.send({ kind: 'acceptZeros', line: null })).toEqual(problem('command-not-allowed'));
    expect(await to.send({ kind: 'checkDraftAgain' })).toEqual(problem('command-not-allowed'));
  });
});

test('a list that calls itself .json is not taken for one', async () => {
  const bench = await openOrderBench();
  writeFileSync(join(bench.folder, 'x'), '');
  expect(await take(bench, 'upn\nann@x\n')).toMatchObject({
    problem: { code: 'order-file-damaged', detail: 'no JSON' },
  });
});
