import type { InventoryRow } from '../contract/inventory.ts';
import type { Problem, ProblemCode } from '../contract/problem.ts';
import type { Inventory } from '../core/inventory-rows.ts';
import type { Result } from '../contract/result.ts';
import type { GraphPort, NewDevice, WriteOutcome } from '../core/graph-port.ts';
import type { ClockPort } from '../core/ports.ts';
import { serialKey } from '../core/state.ts';
import { assertNever } from '../core/unreachable.ts';
import type { Pause } from './pause.ts';

export type InventorySender = {
  readonly graph: Pick<GraphPort, 'createDevices'>;
  readonly clock: ClockPort;
  readonly pause: Pause;
  readonly rows: Map<string, InventoryRow>;
  /** What stands against going on; `null`: nothing. Asked before each batch. */
  readonly obstacle: () => Problem | null;
  /** `null`: the seeds are gone. */
  readonly newDevices: (serialNumbers: readonly string[]) => readonly NewDevice[] | null;
  readonly readAgain: () => Promise<Result<Inventory>>;
  readonly onProgress: () => void;
};

/**
 * Chosen: enough that a box of 500 is ten requests, and few enough that a lost answer leaves a page of rows to look at. No
 * page of Graph's names a limit.
 */
const BATCH_ROWS = 50;

/** Chosen: whoever is asked to wait for the sixth time in a row had better come back. */
const MOST_POSTPONEMENTS = 5;

/** Chosen: a new token is seen by reads a few seconds later at the latest; scripts of the field wait for one. */
const READ_AGAIN_AFTER_MS = [0, 1_000, 4_000, 10_000];

/** These meet every token alike: the row stays as it was, and nothing more is sent. */
const STOPS: ReadonlySet<ProblemCode> = new Set([
  'signed-out',
  'idle-locked',
  'wrong-person',
  'fresh-sign-in-wanted',
  'scopes-not-granted',
  'import-not-permitted',
  'blocked-by-policy',
  'graph-unreachable',
  'proxy-sign-in-wanted',
]);

/** Creates what is new, batch by batch. What it resolves with is why it stopped; `null`: nothing is new any more. */
export async function sendInventory(sender: InventorySender): Promise<Problem | null> {
  const { graph, pause, rows, onProgress } = sender;
  let postponements = 0;
  for (;;) {
    const obstacle = sender.obstacle();
    if (obstacle) return obstacle;
    const batch = [...rows.values()].filter(({ state }) => state === 'new').slice(0, BATCH_ROWS);
    if (batch.length === 0) return null;
    const devices = sender.newDevices(batch.map(({ serialNumber }) => serialNumber));
    if (!devices || devices.length < batch.length) return { code: 'seeds-missing' };
    const outcomes = await graph.createDevices(devices);
    const heard = devices.map((device, index) => take(rows, device, outcomes[index] ?? NO_WORD));
    onProgress();
    const stop = heard.find((one) => one.stop)?.stop;
    if (heard.some(({ isLost }) => isLost)) {
      const unsettled = await settle(sender);
      if (unsettled) return unsettled;
    }
    if (stop) return stop;
    const untilMs = Math.max(...heard.map((one) => one.untilMs));
    postponements = untilMs > 0 ? postponements + 1 : 0;
    if (postponements > MOST_POSTPONEMENTS) return { code: 'throttled' };
    if (untilMs > 0) await pause.until(untilMs);
  }
}

const NO_WORD: WriteOutcome = { kind: 'lost', problem: { code: 'answer-lost' } };

type Heard = { readonly isLost: boolean; readonly untilMs: number; readonly stop: Problem | null };

function take(rows: Map<string, InventoryRow>, { serialNumber }: NewDevice, outcome: WriteOutcome): Heard {
  const key = serialKey(serialNumber);
  const row = rows.get(key);
  const put = (change: Pick<InventoryRow, 'state' | 'problem'>): void => {
    if (row) rows.set(key, { ...row, ...change });
  };
  const heard: Heard = { isLost: false, untilMs: 0, stop: null };
  switch (outcome.kind) {
    case 'done':
      put({ state: 'created', problem: null });
      return heard;
    case 'postponed':
      return { ...heard, untilMs: outcome.untilMs };
    case 'lost':
      put({ state: 'unsure', problem: outcome.problem });
      return { ...heard, isLost: true };
    case 'refused': {
      const { problem } = outcome;
      if (STOPS.has(problem.code)) return { ...heard, stop: problem };
      put({ state: problem.code === 'device-there' ? 'there' : 'refused', problem });
      return heard;
    }
    default:
      return assertNever(outcome);
  }
}

/** Reads what became of the unsure ones; nothing is ever sent again for them. What stays unsure ends the import. */
async function settle(sender: InventorySender): Promise<Problem | null> {
  const { clock, pause, rows, readAgain, onProgress } = sender;
  for (const afterMs of READ_AGAIN_AFTER_MS) {
    if (afterMs > 0) {
      await pause.until(clock.nowMs() + afterMs);
      const obstacle = sender.obstacle();
      if (obstacle) return obstacle;
    }
    const read = await readAgain();
    if (!read.ok) return sender.obstacle() ?? read.problem;
    let unsureCount = 0;
    for (const [key, row] of rows) {
      if (row.state !== 'unsure') continue;
      if (read.value.has(key)) rows.set(key, { ...row, state: 'created', problem: null });
      else unsureCount += 1;
    }
    onProgress();
    if (unsureCount === 0) return null;
  }
  return { code: 'inventory-out-of-date' };
}
