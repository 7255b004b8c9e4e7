import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openSqliteJournal } from '../../electron/io/journal/sqlite-journal.ts';
import { createMemoryJournal } from '../fakes/memory-journal.ts';
import { makeTempFolder, openAt, readAll, valueOf } from '../io/journal/open-temp-journal.ts';
import { buildBench, nextTurn, TOKEN } from './build-bench.ts';
import { makeDataFolder } from './compose-bench.ts';

test('events that wait for the disk are stored at the quit, where there is room again by then', async () => {
  const bench = await buildBench();
  bench.journal.setFull(true);
  await bench.scan(TOKEN);
  bench.journal.setFull(false);
  await bench.station.stop(5_000);
  expect(bench.journal.kinds().filter((kind) => kind === 'scanned')).toHaveLength(1);
});

test('a disk that stays full does not hold up the quit', async () => {
  const bench = await buildBench();
  bench.journal.setFull(true);
  await bench.scan(TOKEN);
  await expect(bench.station.stop(5_000)).resolves.toBeUndefined();
});

test('a disk that hangs does not hold up the quit beyond its limit, and nothing is stored twice', async () => {
  const bench = await buildBench();
  const disk = bench.journal.hold();
  bench.reader.scan(TOKEN, ']C0');
  await nextTurn();
  let isStopped = false;
  const stopped = bench.station.stop(5_000).then(() => {
    isStopped = true;
  });
  bench.hand.moveBy(5_000);
  await nextTurn();
  const wasInTime = isStopped;
  disk.release();
  await stopped;
  await nextTurn();
  expect(bench.journal.kinds().filter((kind) => kind === 'scanned')).toHaveLength(1);
  expect(wasInTime).toBe(true);
});

test('the timer that limits the quit is called off once all is done', async () => {
  const bench = await buildBench();
  await bench.scan(TOKEN);
  await bench.station.stop(5_000);
  expect(bench.hand.timerCount()).toBe(0);
});

test('nothing is started any more once the quit has begun', async () => {
  const bench = await buildBench();
  const row = await bench.prepare();
  const disk = bench.journal.hold();
  void bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
  const stopped = bench.station.stop(5_000);
  disk.release();
  await stopped;
  expect(bench.posts()).toBe(0);
  expect(bench.journal.kinds()).toContain('activationIntended');
});

test('an answer that comes after the limit finds the journal closed and does no harm', async () => {
  const path = join(makeTempFolder(), 'journal.sqlite');
  const bench = await buildBench({
    journal: { ...createMemoryJournal(), port: valueOf(openSqliteJournal(path)) },
  });
  const row = await bench.prepare();
  const answers = bench.holdAnswers();
  await bench.send({ kind: 'enterCode', itemId: row.id, code: bench.code() });
  const stopped = bench.station.stop(5_000);
  bench.hand.moveBy(5_000);
  await stopped;
  answers.release();
  await nextTurn();
  await bench.station.idle();
  const again = openAt(path);
  const { events, chainBrokenAtSeq } = await readAll(again);
  await again.close();
  expect(events.at(-1)?.kind).toBe('activationIntended');
  expect(chainBrokenAtSeq).toBeNull();
});

test('after the stop nothing keeps the process alive', async () => {
  const script = join(import.meta.dirname, 'run-a-day.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, makeDataFolder()]);
  expect(JSON.parse(stdout)).toEqual({ scanned: 1, left: [] });
});
