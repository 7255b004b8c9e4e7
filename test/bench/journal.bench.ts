import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DurableEvent } from '../../electron/core/event.ts';
import type { JournalPort } from '../../electron/core/ports.ts';
import { openSqliteJournal } from '../../electron/io/journal/sqlite-journal.ts';
import { loadState } from '../../electron/main/load-state.ts';
import { printSeries, timeEach } from './measure.ts';

/** Chosen: a station that issues 250 tokens a day writes this many events in about four months. */
const EVENTS = 100_000;
const EVENTS_PER_TOKEN = 5;

const PERSON = {
  displayName: 'Anna Schmidt',
  userPrincipalName: 'anna.schmidt@harbourlark.example',
  mail: 'anna.schmidt@harbourlark.example',
  department: 'Finance',
  jobTitle: 'Accountant',
  employeeId: '004512',
};

const folder = mkdtempSync(join(tmpdir(), 'token-station-bench-'));
try {
  const one = open('appends.sqlite');
  const single = await timeEach(1_000, (index) => one.append([eventOf(index)]));
  const batch = await timeEach(200, (index) =>
    one.append(Array.from({ length: 20 }, (_, n) => eventOf(index * 20 + n))),
  );
  await one.close();
  printSeries('Journal: append, on the disk when it resolves (WAL, synchronous=FULL)', {
    'one event': single,
    'twenty events in one batch': batch,
  });

  const big = open('big.sqlite');
  for (let start = 0; start < EVENTS; start += 1_000) {
    await big.append(Array.from({ length: 1_000 }, (_, n) => eventOf(start + n)));
  }
  await big.close();
  let items = 0;
  const restart = await timeEach(5, async () => {
    const journal = open('big.sqlite');
    const loaded = await loadState(journal);
    items = loaded.ok ? loaded.value.state.counts.all : -1;
    await journal.close();
  });
  printSeries(`Restart: read, check the chain and fold ${EVENTS} events (${items} tokens)`, { restart });
} finally {
  rmSync(folder, { recursive: true });
}

function open(name: string): JournalPort {
  const opened = openSqliteJournal(join(folder, name));
  if (!opened.ok) throw new Error(opened.problem.detail);
  return opened.value;
}

/** The life of a token in five events, one after the other. */
function eventOf(index: number): DurableEvent {
  const itemId = Math.floor(index / EVENTS_PER_TOKEN) + 1;
  const atMs = 1_700_000_000_000 + index;
  const serialNumber = `GALT${10_000_000 + itemId}`;
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
    { kind: 'userChosen', atMs, itemId, user: { ...PERSON, id: String(itemId) } },
    { kind: 'activationIntended', atMs, itemId, userId: String(itemId) },
    { kind: 'activationDone', atMs, itemId, requestId: '00000000-0000-0000-0000-000000000000' },
    { kind: 'methodRead', atMs, itemId, method: { methodId: String(itemId), serialNumber, status: 'activated' } },
  ];
  return life[index % EVENTS_PER_TOKEN] ?? { kind: 'restarted', atMs };
}
