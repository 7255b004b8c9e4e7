import { describe, expect, test } from 'vitest';
import { buildBench, nextTurn, TOKEN } from './build-bench.ts';
import { createMemoryJournal } from '../fakes/memory-journal.ts';

describe('the ten rules of the loop', () => {
  test('1. two hundred scans at once are handled in the order of arrival and none is lost', async () => {
    const bench = await buildBench();
    const serials = Array.from({ length: 200 }, (_, index) => `GALT${String(20_000_000 + index)}`);
    const before = bench.published.length;
    for (const serial of serials) bench.reader.scan(serial, ']C0');
    await bench.station.idle();
    expect(bench.journal.stored().filter(({ kind }) => kind === 'scanned')).toHaveLength(200);
    const { counts, rows } = bench.station.snapshot().queue;
    expect(counts).toEqual({ all: 200, needsYou: 200, working: 0, issued: 0 });
    expect(rows.map(({ serialNumber }) => serialNumber)).toEqual(serials.slice(-50).toReversed());
    expect(bench.published.length - before).toBeLessThan(200);
  });

  test('2. a POST leaves only once its intent is in the journal', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const disk = bench.journal.hold();
    const sent = bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await nextTurn();
    expect(bench.posts()).toBe(0);
    expect(bench.journal.kinds()).not.toContain('activationIntended');
    disk.release();
    await sent;
    await bench.station.idle();
    expect(bench.posts()).toBe(1);
    expect(bench.journal.kinds()).toContain('activationIntended');
  });

  test('3. a station killed in the middle of an activation reads back at start and never POSTs', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    bench.holdAnswers();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    expect(bench.row().state.kind).toBe('activating');

    const again = await bench.restart();
    await again.station.idle();
    expect(again.row().state.kind).toBe('activated');
    expect(again.posts()).toBe(1);
  });

  test('3. where the POST never arrived, the reads find nothing and the next code is asked for', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    bench.tenant.setConditions({ faults: [{ on: 'writes', times: 1, kind: 'dropRequest' }] });
    bench.holdAnswers();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });

    const again = await bench.restart();
    expect(again.row().state).toMatchObject({ kind: 'unsure', problem: { code: 'station-stopped' } });
    for (const pauseMs of [1_000, 2_000, 4_000, 8_000]) {
      again.hand.moveBy(pauseMs);
      await again.station.idle();
    }
    expect(again.row().state).toMatchObject({ kind: 'needsCode', problem: { code: 'station-stopped' } });
    expect(again.posts()).toBe(1);
  });

  test.each([
    ['a cut line', { on: 'writes', times: 1, kind: 'dropAnswer' }],
    ['a 504', { on: 'writes', times: 1, kind: 'fail', status: 504, acts: true }],
    ['a 500', { on: 'writes', times: 1, kind: 'fail', status: 500, acts: true }],
  ] as const)('4. after %s the answer is looked for by reading, and nothing is sent again', async (_what, fault) => {
    const bench = await buildBench();
    const row = await bench.prepare();
    bench.tenant.setConditions({ faults: [fault] });
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.events.map(({ kind }) => kind)).toContain('answerLost');
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.posts()).toBe(1);
  });

  test('5. an effect is not started a second time while its outcome waits to be stored', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const answers = bench.holdAnswers();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    const disk = bench.journal.hold();
    // The loop looks for due effects after this scan, while the outcome stands behind it and is not folded yet.
    bench.reader.scan('GALT20000001', ']C0');
    answers.release();
    await nextTurn();
    disk.release();
    await bench.station.idle();
    expect(bench.posts()).toBe(1);
    expect(bench.events.map(({ kind }) => kind)).not.toContain('codeExpired');
    expect(bench.row().state.kind).toBe('activated');
  });

  test('6. a 429 makes the item wait until the moment that Graph named, and one timer wakes it', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const startedAtMs = bench.hand.clock.nowMs();
    const busy = { on: 'writes', times: 1, kind: 'fail', status: 429, acts: false, retryAfterSeconds: 8 } as const;
    bench.tenant.setConditions({ faults: [busy] });
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.row().state).toMatchObject({ kind: 'waiting', untilMs: startedAtMs + 8_000 });
    bench.hand.moveBy(7_999);
    await bench.station.idle();
    await bench.scan('8659623852751');
    await bench.scan('8659623852768');
    expect(bench.row().state.kind).toBe('waiting');
    expect(bench.hand.timerCount()).toBe(1);
    bench.hand.moveBy(1);
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.posts()).toBe(2);
  });

  test('6. a code that has grown old while waiting is not sent; the next one is asked for', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const busy = { on: 'writes', times: 1, kind: 'fail', status: 429, acts: false, retryAfterSeconds: 40 } as const;
    bench.tenant.setConditions({ faults: [busy] });
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    bench.hand.moveBy(40_000);
    await bench.station.idle();
    expect(bench.row().state).toMatchObject({ kind: 'needsCode', problem: { code: 'code-too-old' } });
    expect(bench.posts()).toBe(1);
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
  });

  test('7. a stored event that cannot be read is kept, left out, and named with its reason', async () => {
    const journal = createMemoryJournal();
    const first = await buildBench({ journal });
    await first.scan(TOKEN);
    journal.plant('{"kind":"scanned","atMs":1}');
    journal.plant('not json');
    const again = await first.restart();
    const { unreadable } = again.station.snapshot().health.storage;
    expect(unreadable.map(({ seq }) => seq)).toEqual([4, 5]);
    expect(unreadable[0]?.reason).toContain('readerKey');
    expect(again.row().serialNumber).toBe(TOKEN);
    expect(journal.stored().map(({ body }) => body)).toContain('not json');
  });

  test('8. a repeated scan makes no second item and says so', async () => {
    const bench = await buildBench();
    await bench.scan(TOKEN);
    await bench.scan('galt11420104');
    const { queue, notices } = bench.station.snapshot();
    expect(queue.counts.all).toBe(1);
    expect(notices.at(-1)).toMatchObject({ kind: 'scanDuplicate', text: TOKEN, itemId: 1 });
  });

  test('9. while the disk is full nothing is sent, scanning goes on, and all is stored once there is room', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    bench.journal.setFull(true);
    await bench.scan('8659623852751');
    expect(bench.station.snapshot().health.storage).toMatchObject({
      unsavedEvents: 1,
      problem: { code: 'storage-failing' },
    });
    expect(bench.station.snapshot().queue.counts.all).toBe(2);
    const refused = await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'storage-failing' } });
    expect(bench.posts()).toBe(0);

    bench.journal.setFull(false);
    bench.hand.moveBy(2_000);
    await bench.station.idle();
    expect(bench.station.snapshot().health.storage).toMatchObject({ unsavedEvents: 0, problem: null });
    expect(bench.journal.kinds().filter((kind) => kind === 'scanned')).toHaveLength(2);
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
  });

  test('9. an intent that the disk refuses sends nothing', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    bench.journal.setFull(true);
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    await bench.station.idle();
    expect(bench.posts()).toBe(0);
    expect(bench.station.snapshot().health.storage.unsavedEvents).toBe(1);
  });

  test('9. an outcome that the disk refuses is not lost, and no second POST follows', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const answers = bench.holdAnswers();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    bench.journal.setFull(true);
    answers.release();
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('confirming');
    bench.journal.setFull(false);
    bench.hand.moveBy(2_000);
    await bench.station.idle();
    expect(bench.row().state.kind).toBe('activated');
    expect(bench.posts()).toBe(1);
  });

  test('10. quitting waits for an answer that is on its way', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    const answers = bench.holdAnswers();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    const stopped = bench.station.stop(5_000);
    answers.release();
    await stopped;
    expect(bench.journal.kinds()).toContain('activationDone');
  });

  test('10. quitting waits no longer than the limit, and the next start reads back', async () => {
    const bench = await buildBench();
    const row = await bench.prepare();
    bench.holdAnswers();
    await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
    const stopped = bench.station.stop(5_000);
    bench.hand.moveBy(5_000);
    await stopped;
    expect(bench.journal.kinds()).not.toContain('activationDone');
    const again = await bench.restart();
    await again.station.idle();
    expect(again.row().state.kind).toBe('activated');
    expect(again.posts()).toBe(1);
  });
});
