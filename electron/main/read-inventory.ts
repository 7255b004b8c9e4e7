import type { Problem } from '../contract/problem.ts';
import { decideRetry } from '../core/decide-retry.ts';
import type { Inventory } from '../core/inventory-rows.ts';
import type { DevicePage, GraphPort } from '../core/graph-port.ts';
import type { ClockPort } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import type { Result } from '../contract/result.ts';
import { serialKey } from '../core/state.ts';
import type { Pause } from './pause.ts';

export type InventoryReader = {
  readonly graph: Pick<GraphPort, 'listDevices'>;
  readonly clock: ClockPort;
  readonly pause: Pause;
  /** Nobody waits for it any more. */
  readonly isLeft: () => boolean;
  /** How many tokens have been read so far. */
  readonly onProgress: (tokenCount: number) => void;
};

/** Chosen: with pauses of one, two, four and eight seconds a short outage is waited for, and a long one is told. */
const MOST_ATTEMPTS = 5;

/** Reads the tenant's whole inventory, page by page. `cancelled`: it was left. */
export async function readInventory(reader: InventoryReader): Promise<Result<Inventory>> {
  const inventory = new Map<string, number>();
  let tokenCount = 0;
  let page: string | null = null;
  do {
    const read: Result<DevicePage> = await readPage(reader, page);
    if (!read.ok) return read;
    for (const { serialNumber } of read.value.devices) {
      tokenCount += 1;
      if (serialNumber === null) continue;
      const key = serialKey(serialNumber);
      inventory.set(key, (inventory.get(key) ?? 0) + 1);
    }
    reader.onProgress(tokenCount);
    page = read.value.nextPage;
  } while (page !== null);
  return ok(inventory);
}

async function readPage(reader: InventoryReader, page: string | null): Promise<Result<DevicePage>> {
  const { graph, clock, pause, isLeft } = reader;
  for (let attempt = 1; ; attempt++) {
    if (isLeft()) return refuse('cancelled');
    const read = await graph.listDevices(page);
    if (isLeft()) return refuse('cancelled');
    if (read.kind === 'read') return ok(read.value);
    const { status, retryAfterMs, problem } = read;
    const retry = decideRetry({ method: 'GET', status, retryAfterMs, attempt, nowMs: clock.nowMs() });
    if (retry.kind === 'giveUp' || attempt === MOST_ATTEMPTS) return { ok: false, problem: ofInventory(problem) };
    await pause.until(retry.atMs);
  }
}

/** The general words name the role for somebody's tokens. */
export function ofInventory(problem: Problem): Problem {
  return problem.code === 'not-permitted' ? { ...problem, code: 'import-not-permitted' } : problem;
}
