import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { openSettings } from '../fakes/open-settings.ts';
import type { BenchSettings } from '../../electron/core/bench-settings.ts';
import { systemClock } from '../../electron/io/clock/system-clock.ts';
import { openSqliteJournal } from '../../electron/io/journal/sqlite-journal.ts';
import { composeStation } from '../../electron/main/compose-station.ts';
import { createChanges } from './changes.ts';
import type { Bench } from './kernel-test.ts';
import type { Desk } from './station-desk.ts';

export type PracticeStation = Desk & {
  readonly snapshot: () => Snapshot;
  readonly stop: () => Promise<void>;
  /** The kinds of the stored events, once the station has stopped. */
  readonly storedKinds: () => Promise<readonly string[]>;
  /** All that is in the file of the journal, once the station has stopped. */
  readonly storedText: () => string;
};

export function makeDataFolder(whenOver: Bench['whenOver']): string {
  const folder = mkdtempSync(join(tmpdir(), 'token-station-'));
  whenOver(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

type BenchFile = Pick<BenchSettings, 'readerProfiles'>;

/** The app without its window, in practice mode: all of main but Electron, with the machine's own clock and scanners. */
export async function startPracticeStation(
  whenOver: Bench['whenOver'],
  benchFile?: BenchFile,
): Promise<PracticeStation> {
  const dataPath = makeDataFolder(whenOver);
  if (benchFile) writeFileSync(join(dataPath, 'bench.json'), JSON.stringify(benchFile));
  const journalPath = join(dataPath, 'journals', 'practice', 'journal.sqlite');
  const changes = createChanges();
  const { station, stop } = await composeStation({
    settings: await openSettings(dataPath),
    dataPath,
    openBrowser: refuse,
    fetch: refuse,
    clock: systemClock,
    log: { write: () => undefined },
    publish: changes.tell,
  });
  let isStopped = false;
  const stopOnce = async (): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await stop();
  };
  whenOver(stopOnce);
  return {
    snapshot: station.snapshot,
    send: station.command,
    until: (look) => changes.until(() => look(station.snapshot())),
    stop: stopOnce,
    storedKinds: () => storedKinds(journalPath),
    storedText: () => readFileSync(journalPath, 'latin1'),
  };
}

/** Who works here, and a look that may come before a code or after it. */
const BESIDE_THE_TOKENS: ReadonlySet<string> = new Set(['operatorNoted', 'preFlightRead']);

/**
 * The kinds of a journal's events about tokens, in their order. The look before a code stands where it comes. A
 * broken chain of hashes is an error.
 */
export async function storedKinds(path: string): Promise<readonly string[]> {
  const journal = openSqliteJournal(path);
  if (!journal.ok) throw new Error(journal.problem.detail);
  const stored = await journal.value.readAll();
  await journal.value.close();
  if (!stored.ok) throw new Error(stored.problem.detail);
  if (stored.value.chainBrokenAtSeq !== null) throw new Error(`broken at ${stored.value.chainBrokenAtSeq}`);
  return stored.value.events.map(({ kind }) => kind).filter((kind) => !BESIDE_THE_TOKENS.has(kind));
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('nothing may leave this station'));
}
