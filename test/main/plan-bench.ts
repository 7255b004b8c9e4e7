import type { Command } from '../../electron/contract/command.ts';
import type { PlanView } from '../../electron/contract/plan.ts';
import type { DurableEvent } from '../../electron/core/event.ts';
import type { JournalPort } from '../../electron/core/ports.ts';
import type { Fault } from '../../electron/practice/faults.ts';
import type { PracticeTenant } from '../../electron/practice/tenant.ts';
import type { Caller } from '../../electron/practice/tenant-data.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { createMemoryJournal, type MemoryJournal } from '../fakes/memory-journal.ts';
import { ANNA, buildBench, createTenant, TOKEN, type Bench } from './build-bench.ts';

export const BOB = 'bob.okafor@harbourlark.example';
export const SECOND = '8659623852751';
export const THIRD = '8659623852768';

/** What is watched of every DELETE, whichever station on this tenant sends it. */
export type Watched = {
  readonly deletes: () => number;
  /** The most that were under way at one time. */
  readonly mostAtOnce: () => number;
  /** How many left without an intent of their own in the journal. */
  readonly unintended: () => number;
};

export type PlanBench = {
  readonly bench: Bench;
  readonly watched: Watched;
  /** The station dies as soon as the journal holds so many events: nothing that it does is stored from then on. */
  readonly dieAt: (eventCount: number) => void;
  /** The next station, on what the dead one has stored. */
  readonly reopen: (as?: Caller) => Promise<Bench>;
};

/** A bench whose DELETEs are watched, and whose station can die at any event. */
export async function buildPlanBench(as?: Caller): Promise<PlanBench> {
  const hand = createHandClock();
  const journal = createMemoryJournal();
  const { tenant, watched } = watchDeletes(createTenant(hand), journal);
  let most = Infinity;
  const port: JournalPort = {
    ...journal.port,
    append: (events) =>
      journal.kinds().length + events.filter(({ kind }) => kind !== 'operatorNoted').length > most
        ? new Promise(() => {
            // Nobody is there any more to be answered.
          })
        : journal.port.append(events),
  };
  const open = (ofJournal: MemoryJournal, who: Caller | undefined): Promise<Bench> =>
    buildBench({ hand, journal: ofJournal, tenant, ...(who ? { as: who } : {}) });
  return {
    bench: await open({ ...journal, port }, as),
    watched,
    dieAt: (eventCount) => {
      most = eventCount;
    },
    reopen: (who = as) => open(journal, who),
  };
}

function watchDeletes(
  tenant: PracticeTenant,
  journal: Pick<MemoryJournal, 'kinds'>,
): { readonly tenant: PracticeTenant; readonly watched: Watched } {
  let deletes = 0;
  let underWay = 0;
  let most = 0;
  let unintended = 0;
  const fetch: PracticeTenant['fetch'] = async (request) => {
    if (request.method !== 'DELETE') return tenant.fetch(request);
    deletes += 1;
    underWay += 1;
    most = Math.max(most, underWay);
    if (journal.kinds().filter((kind) => kind === 'takeBackIntended').length < deletes) unintended += 1;
    try {
      return await tenant.fetch(request);
    } finally {
      underWay -= 1;
    }
  };
  const watched = { deletes: () => deletes, mostAtOnce: () => most, unintended: () => unintended };
  return { tenant: { ...tenant, fetch }, watched };
}

/** Scans, chooses the person and types the code that the token shows. */
export async function issueTo(bench: Bench, serialNumber: string, userPrincipalName: string): Promise<void> {
  const row = await bench.prepare(serialNumber, userPrincipalName);
  await typeCode(bench, serialNumber, row.id);
}

/** A code is accepted once, so that the next one is waited for first; and afterwards no read is so far behind. */
export async function typeCode(bench: Bench, serialNumber: string, itemId = bench.row(serialNumber).id): Promise<void> {
  bench.hand.moveBy(60_000);
  await bench.station.idle();
  await bench.send({ kind: 'enterCode', itemId, code: bench.code(serialNumber) });
  await bench.station.idle();
  bench.hand.moveBy(10_000);
  await bench.station.idle();
}

/** Anna has Bob's token and Bob has hers. */
export async function mixUp(bench: Bench): Promise<Command> {
  await issueTo(bench, TOKEN, ANNA);
  await issueTo(bench, SECOND, BOB);
  return { kind: 'planSwap', itemId: bench.row(TOKEN).id, otherItemId: bench.row(SECOND).id };
}

/** Shows the plan and starts it. Throws the refusal, where there is one. */
export async function carryOut(bench: Bench, command: Command): Promise<void> {
  for (const asked of [command, { kind: 'startPlan' } as const]) {
    const answer = await bench.send(asked);
    if (!answer.ok) throw new Error(`${asked.kind}: ${answer.problem.code}`);
  }
  await bench.station.idle();
}

export function planOf(bench: Bench): PlanView | null {
  return bench.station.snapshot().plan;
}

/** Lets time pass until the plan is done or has stopped. */
export async function waitForPlan(bench: Bench): Promise<void> {
  await bench.station.idle();
  for (let turn = 0; planOf(bench)?.stage === 'running'; turn++) {
    if (turn > 500) throw new Error('the plan never ends');
    bench.hand.moveBy(1_000);
    // One after the other, as time passes.
    // oxlint-disable-next-line no-await-in-loop
    await bench.station.idle();
  }
}

export function holderOf(bench: Bench, serialNumber: string): string | null {
  return bench.tenant.findAssignment(serialNumber)?.userId ?? null;
}

/** The object id of the person, as the queue knows it. */
export function personIn(bench: Bench, serialNumber: string): string {
  return bench.row(serialNumber).user?.id ?? '';
}

/** What Graph does with the next DELETE. */
export function onDelete(fault: DistributiveOmit<Fault, 'on' | 'times'>, times = 1): Fault {
  return { ...fault, on: 'unassign', times };
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Events that a station has written, as they came. */
export function kindsFrom(bench: Bench, first: DurableEvent['kind']): readonly string[] {
  const kinds = bench.journal.kinds();
  return kinds.slice(kinds.lastIndexOf(first));
}
