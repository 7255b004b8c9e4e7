import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { JournalPort } from '../../electron/core/ports.ts';
import { refuse } from '../../electron/core/result.ts';
import { openSqliteJournal } from '../../electron/io/journal/sqlite-journal.ts';
import { readDisplay } from '../../electron/practice/virtual-token.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { buildBench, type Bench } from '../main/build-bench.ts';
import { createMemoryJournal, type MemoryJournal } from '../fakes/memory-journal.ts';
import { createDayTenant } from './day-tenant.ts';

/** A day at a depot in simulated time: dropped answers, throttling, outages and kills, and nothing may be issued twice or lost. */
const TOKENS = 2_400;
const KILLS = 20;
/** Chosen: faster than people are, so that the pace of the tenant is what holds them. */
const STEP_MS = 900;
const WINDOW_MS = 300_000;

const hand = createHandClock();
const day = createDayTenant(hand, TOKENS);
const tokenOf = new Map(day.tokens.map((token) => [token.serialNumber, token]));
const folder = mkdtempSync(join(tmpdir(), 'token-station-day-'));
const opened = openSqliteJournal(join(folder, 'journal.sqlite'));
if (!opened.ok) throw new Error(opened.problem.code);
let life = beginLife(opened.value);
let bench = await buildBench({ hand, journal: life.journal, tenant: day.tenant });
let seed = 20_261_124;
let kills = 0;

for (const [index, token] of day.tokens.entries()) {
  // The foot of the window says that the tenant takes no more for now: people wait, and so does the queue.
  while (bench.station.snapshot().pace.left === 0) await pass(5_000);
  await bench.scan(token.serialNumber);
  await chooseUser(bench, day.personOf(index).userPrincipalName, rowsOf(bench, 'needsYou')[0]);
  strike();
  const isKilled = index % Math.floor(TOKENS / KILLS) === 7 && kills < KILLS;
  await enterCode(bench, bench.row(token.serialNumber), !isKilled);
  if (isKilled) {
    kills += 1;
    life.end();
    void bench.station.stop(0);
    life = beginLife(opened.value);
    bench = await buildBench({ hand, journal: life.journal, tenant: day.tenant });
  }
  await pass(STEP_MS);
  await finishWaiting();
}
for (let round = 0; round < 2_000 && bench.station.snapshot().queue.counts.issued < TOKENS; round++) {
  await pass(5_000);
  await finishWaiting();
}

const acted = day.writes().filter(({ hasActed }) => hasActed);
const { counts } = bench.station.snapshot().queue;
console.log(
  `\nA simulated day: ${TOKENS} tokens, 5 % of the answers dropped, 2 % throttled, 1 % unavailable, ${kills} kills`,
);
console.table({
  'tokens in the queue': counts.all,
  issued: counts.issued,
  'lost or not finished': TOKENS - counts.issued,
  'activated twice': acted.length - new Set(acted.map(({ serialNumber }) => serialNumber)).size,
  'writes sent': day.writes().length,
  'most writes in any five minutes': mostInWindow(day.writes().map(({ atMs }) => atMs)),
});
if (counts.issued !== TOKENS) process.exitCode = 1;
await opened.value.close();
rmSync(folder, { recursive: true });

/** The journal as one station has it: what it still wants to write after its end reaches no disk. */
function beginLife(port: JournalPort): { readonly journal: MemoryJournal; readonly end: () => void } {
  let isOver = false;
  const append: JournalPort['append'] = (events) =>
    isOver ? Promise.resolve(refuse('storage-failing')) : port.append(events);
  const journal = { ...createMemoryJournal(), port: { ...port, append, close: () => Promise.resolve() } };
  return {
    journal,
    end: () => {
      isOver = true;
    },
  };
}

/** The tokens that wait for a person again get their next code. */
async function finishWaiting(): Promise<void> {
  for (const row of rowsOf(bench, 'needsYou')) {
    if (row.state.kind === 'needsCode') await enterCode(bench, row, true);
    if (row.state.kind === 'stopped') await bench.send({ kind: 'retryItem', itemId: row.id });
  }
}

function rowsOf({ station }: Bench, filter: 'needsYou'): readonly QueueRow[] {
  void station.command({ kind: 'showQueue', filter, page: 0 });
  return station.snapshot().queue.rows.filter(({ state }) => state.kind !== 'activated');
}

async function chooseUser({ send, station }: Bench, query: string, row: QueueRow | undefined): Promise<void> {
  await send({ kind: 'searchUsers', query });
  await station.idle();
  const userId = station.snapshot().search.users[0]?.id ?? '';
  if (row) await send({ kind: 'chooseUser', itemId: row.id, userId });
}

/** With the code that stands on the display now. One that was tried already is refused, and the next one comes. */
async function enterCode({ send, station }: Bench, row: QueueRow, isAwaited: boolean): Promise<void> {
  const token = tokenOf.get(row.serialNumber);
  if (!token) return;
  const { code } = readDisplay({ ...token, model: '' }, hand.clock.nowMs());
  const sent = send({ kind: 'enterCode', itemId: row.id, code });
  if (!isAwaited) return;
  await sent;
  await station.idle();
}

async function pass(ms: number): Promise<void> {
  hand.moveBy(ms);
  await bench.station.idle();
}

/** What the next write meets. A row of numbers that is the same each time: a day that goes wrong can be looked at again. */
function strike(): void {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  const chance = (seed / 2_147_483_648) * 100;
  const once = { on: 'writes', times: 1 } as const;
  if (chance < 5) day.tenant.setConditions({ faults: [{ ...once, kind: 'dropAnswer' }] });
  else if (chance < 7)
    day.tenant.setConditions({ faults: [{ ...once, kind: 'fail', status: 429, acts: false, retryAfterSeconds: 4 }] });
  else if (chance < 8) day.tenant.setConditions({ faults: [{ ...once, kind: 'fail', status: 503, acts: false }] });
  else day.tenant.setConditions({ faults: [] });
}

function mostInWindow(times: readonly number[]): number {
  return Math.max(
    ...times.map((end, index) => times.slice(0, index + 1).filter((atMs) => end - atMs < WINDOW_MS).length),
  );
}
