import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DurableEvent } from '../../electron/core/event.ts';
import type { JournalPort } from '../../electron/core/ports.ts';
import { systemClock } from '../../electron/io/clock/system-clock.ts';
import { openSqliteJournal } from '../../electron/io/journal/sqlite-journal.ts';
import { applyRetention } from '../../electron/main/apply-retention.ts';
import { createHistoryDesk } from '../../electron/main/history-desk.ts';
import { SILENT_EDGES } from '../fakes/silent-edges.ts';
import { percentile, printSeries, timeEach } from './measure.ts';

/** Chosen: a station that issues 250 tokens a day writes this many events in about four months. */
const EVENTS = 100_000;
const EVENTS_PER_TOKEN = 5;
const TOKENS = EVENTS / EVENTS_PER_TOKEN;
const FIRST_MS = 1_700_000_000_000;
/** Four months. */
const STEP_MS = 104_000;

/** Chosen: nobody thinks that the window hangs. */
const MOST_OPEN_MS = 3_000;
/** Chosen: a search keeps up with whoever types. */
const MOST_SEARCH_MS = 200;

const folder = mkdtempSync(join(tmpdir(), 'token-station-bench-'));
try {
  const journal = openJournal();
  for (let start = 0; start < EVENTS; start += 1_000) {
    await journal.append(Array.from({ length: 1_000 }, (_, n) => eventOf(start + n)));
  }
  const desk = createHistoryDesk({
    ...SILENT_EDGES,
    journal,
    clock: systemClock,
    dispatch: () => Promise.resolve(),
    refresh: () => undefined,
  });
  const open = await timeEach(3, () => desk.command({ kind: 'verifyHistory' }));
  let found = 0;
  const search = await timeEach(20, async (index) => {
    const text = index % 2 === 0 ? 'person 1234' : 'GALT-1001';
    await desk.command({ kind: 'searchHistory', search: { text, fromMs: null, toMs: null }, page: 0 });
    found = desk.view()?.foundCount ?? -1;
  });
  const retention = await timeEach(1, () => applyRetention(halfOf(journal)));
  const again = await timeEach(1, () => applyRetention(halfOf(journal)));
  printSeries(`History: ${EVENTS} events of ${TOKENS} tokens (the last search found ${found})`, {
    'open, or verify the chain': open,
    'one search': search,
    'forget the older half at a start': retention,
    'the same at the next start': again,
  });
  await desk.command({ kind: 'verifyHistory' });
  const { chain, forgottenCount = 0 } = desk.view() ?? {};
  console.log(`Forgotten: ${forgottenCount}; the chain ${chain?.kind}.`);
  await journal.close();
  const isKept = percentile(open, 0.5) <= MOST_OPEN_MS && percentile(search, 0.95) <= MOST_SEARCH_MS;
  console.log(
    `Claim: open within ${MOST_OPEN_MS} ms, a search within ${MOST_SEARCH_MS} ms: ${isKept ? 'kept' : 'BROKEN'}`,
  );
  if (!isKept || chain?.kind !== 'holds' || forgottenCount === 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

function openJournal(): JournalPort {
  const opened = openSqliteJournal(join(folder, 'journal.sqlite'));
  if (!opened.ok) throw new Error(opened.problem.detail);
  return opened.value;
}

/** A start at which the older half of what is in the journal is too old. */
function halfOf(journal: JournalPort): Parameters<typeof applyRetention>[0] {
  const days = 1;
  const nowMs = FIRST_MS + (EVENTS / 2) * STEP_MS + days * 86_400_000;
  return { journal, days, clock: { ...systemClock, nowMs: () => nowMs }, log: { write: () => undefined } };
}

/** The life of a token in five events, one after the other; a few people have several. */
function eventOf(index: number): DurableEvent {
  const itemId = Math.floor(index / EVENTS_PER_TOKEN) + 1;
  const atMs = FIRST_MS + index * STEP_MS;
  const serialNumber = `GALT${10_000_000 + itemId}`;
  const name = `Person ${itemId % 5_000}`;
  const user = {
    id: `id-${itemId % 5_000}`,
    displayName: name,
    userPrincipalName: `${name.replace(' ', '.')}@harbourlark.example`,
    mail: null,
    department: 'Finance',
    jobTitle: 'Accountant',
    employeeId: '004512',
  };
  const life: readonly DurableEvent[] = [
    {
      kind: 'scanned',
      atMs,
      readerKey: 'bench',
      readerName: 'Bench',
      serialNumber,
      scannedText: serialNumber,
      aimId: ']C0',
    },
    { kind: 'userChosen', atMs, itemId, user },
    { kind: 'activationIntended', atMs, itemId, userId: user.id },
    { kind: 'activationDone', atMs, itemId, requestId: '00000000-0000-0000-0000-000000000000' },
    { kind: 'methodRead', atMs, itemId, method: { methodId: String(itemId), serialNumber, status: 'activated' } },
  ];
  return life[index % EVENTS_PER_TOKEN] ?? { kind: 'restarted', atMs };
}
