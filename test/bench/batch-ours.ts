import type { DeviceAssignment, GraphPort } from '../../electron/core/graph-port.ts';
import type { Wish } from './batch-tenant.ts';

export type OursOptions = {
  readonly graph: Pick<GraphPort, 'listDevices' | 'assignMany'>;
  readonly waitUntil: (atMs: number) => Promise<void>;
  readonly nowMs: () => number;
};

/** What one run could not do, and why. */
export type Failure = { readonly serialNumber: string; readonly reason: string };

/** Assigns a list by the inventory and by batches. What Graph postpones is sent again in its time, and nothing else is. */
export async function assignByBatch(asked: readonly Wish[], options: OursOptions): Promise<readonly Failure[]> {
  const { graph, waitUntil, nowMs } = options;
  const deviceIds = await readInventory(options);
  const failures: Failure[] = [];
  let waiting = asked.flatMap(({ serialNumber, userId }): DeviceAssignment[] => {
    const deviceId = deviceIds.get(serialNumber);
    if (deviceId !== undefined) return [{ userId, deviceId, attempt: 1 }];
    failures.push({ serialNumber, reason: 'not in the inventory' });
    return [];
  });
  const serialNumbers = new Map([...deviceIds].map(([serialNumber, deviceId]) => [deviceId, serialNumber]));
  let untilMs = nowMs();
  while (waiting.length > 0) {
    await waitUntil(untilMs);
    const sent = waiting;
    const outcomes = await graph.assignMany(sent);
    waiting = [];
    untilMs = 0;
    for (const [index, assignment] of sent.entries()) {
      const outcome = outcomes[index];
      if (outcome?.kind === 'done') continue;
      if (outcome?.kind === 'postponed') {
        waiting.push({ ...assignment, attempt: assignment.attempt + 1 });
        // Source: Graph, "Throttling and batching": all of them in a new batch after the longest Retry-After.
        untilMs = Math.max(untilMs, outcome.untilMs);
      } else {
        const serialNumber = serialNumbers.get(assignment.deviceId) ?? '';
        failures.push({ serialNumber, reason: `${outcome?.kind} ${outcome?.problem.code}` });
      }
    }
  }
  return failures;
}

/** Device ids by serial number, as many pages as there are. */
async function readInventory({ graph, waitUntil, nowMs }: OursOptions): Promise<ReadonlyMap<string, string>> {
  const deviceIds = new Map<string, string>();
  let page: string | null = null;
  for (;;) {
    const read: Awaited<ReturnType<GraphPort['listDevices']>> = await graph.listDevices(page);
    if (read.kind === 'failed') {
      if (read.retryAfterMs === null) throw new Error(`the inventory: ${read.problem.code} ${read.problem.detail}`);
      await waitUntil(nowMs() + read.retryAfterMs);
      continue;
    }
    for (const { serialNumber, deviceId } of read.value.devices)
      if (serialNumber !== null) deviceIds.set(serialNumber, deviceId);
    page = read.value.nextPage;
    if (page === null) return deviceIds;
  }
}
