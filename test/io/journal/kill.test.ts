import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { makeTempFolder, openAt, readAll, scan } from './open-temp-journal.ts';

/** Kills a process once it has said that `atLeast` events are stored, and gives the last number that it said. */
async function killAfter(atLeast: number, path: string): Promise<number> {
  const script = join(import.meta.dirname, 'append-forever.ts');
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const ended = once(child, 'exit');
  let last = 0;
  for await (const line of createInterface(child.stdout)) {
    last = Number(line);
    if (last === atLeast) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return last;
}

test.each([1, 7, 150])('a kill after event %d loses no event that was reported as stored', async (atLeast) => {
  const path = join(makeTempFolder(), 'journal.sqlite');
  const last = await killAfter(atLeast, path);
  expect(last).toBeGreaterThanOrEqual(atLeast);

  const journal = openAt(path);
  const { events, chainBrokenAtSeq } = await readAll(journal);
  // One more may have been stored and not said any more.
  expect(events.length - last).toBeGreaterThanOrEqual(0);
  expect(events.length - last).toBeLessThanOrEqual(1);
  expect(events.map(({ seq, atMs }) => [seq, atMs])).toEqual(events.map((_, index) => [index + 1, index + 1]));
  expect(chainBrokenAtSeq).toBeNull();

  expect(await journal.append([scan(1)])).toEqual({ ok: true, value: null });
  expect(await readAll(journal)).toMatchObject({ events: { length: events.length + 1 }, chainBrokenAtSeq: null });
  await journal.close();
});
