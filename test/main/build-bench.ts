import { randomUUID } from 'node:crypto';
import type { Command } from '../../electron/contract/command.ts';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { Event } from '../../electron/core/event.ts';
import { ok, refuse } from '../../electron/core/result.ts';
import { Secret } from '../../electron/core/secret.ts';
import { createFixedSignIn } from '../../electron/io/sign-in/fixed-sign-in.ts';
import { createGraphClient } from '../../electron/io/graph/graph-client.ts';
import { createStation, type Station, type StationOptions } from '../../electron/main/station.ts';
import { PRACTICE_DATA, PRACTICE_OPERATOR, PRACTICE_TOKENS } from '../../electron/practice/practice-data.ts';
import { templateIdsOf } from '../../electron/practice/roles.ts';
import type { Caller } from '../../electron/practice/tenant-data.ts';
import { createPracticeTenant, type PracticeTenant } from '../../electron/practice/tenant.ts';
import { createVirtualReader, type VirtualReader } from '../../electron/practice/virtual-reader.ts';
import { readDisplay } from '../../electron/practice/virtual-token.ts';
import { createSeedBox } from '../../electron/io/seeds/seed-box.ts';
import { createSeedDesk, type ChooseFile } from '../../electron/main/seed-desk.ts';
import { QUIET_BENCH } from '../fakes/quiet-bench.ts';
import { createHandClock, type HandClock } from '../fakes/hand-clock.ts';
import { createMemoryJournal, type MemoryJournal } from '../fakes/memory-journal.ts';
import { SILENT_EDGES } from '../fakes/silent-edges.ts';

export const ANNA = 'anna.schmidt@harbourlark.example';
export const TOKEN = 'GALT11420104';

/** A station on a bench: the practice tenant behind the real Graph client, a virtual reader, a hand-moved clock. */
export type Bench = {
  readonly station: Station;
  readonly hand: HandClock;
  readonly journal: MemoryJournal;
  readonly tenant: PracticeTenant;
  readonly reader: VirtualReader;
  /** Unplugged at first. */
  readonly second: VirtualReader;
  readonly published: readonly Snapshot[];
  readonly events: readonly Event[];
  readonly send: (command: Command) => Promise<Result<null>>;
  readonly scan: (text: string, aimId?: string) => Promise<void>;
  /** Scans and chooses the person, so that the token waits for its code. */
  readonly prepare: (serialNumber?: string, userPrincipalName?: string) => Promise<QueueRow>;
  readonly row: (serialNumber?: string) => QueueRow;
  readonly code: (serialNumber?: string) => string;
  readonly posts: () => number;
  /** While held, every answer of the tenant waits; what it did, it has done. */
  readonly holdAnswers: () => { readonly release: () => void };
  /** Another station on the same journal, tenant and clock, as after a kill. */
  readonly restart: () => Promise<Bench>;
};

/** Lets everything happen that needs no time. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** `as`: who works here. Left out, it is the desk's operator with a token that tells nothing of itself, as of a served tenant. */
type Kept = Pick<Bench, 'hand' | 'journal' | 'tenant'> & {
  readonly as: Caller;
  readonly chooseFile: ChooseFile;
  /** What the desks beside the queue reach, where a test has it. */
  readonly edges: Partial<StationOptions['deskEdges']>;
};

export async function buildBench(kept: Partial<Kept> = {}): Promise<Bench> {
  const { as = PRACTICE_OPERATOR } = kept;
  const told = kept.as ? { scopes: as.scopes, roles: templateIdsOf(as.roles) } : {};
  const hand = kept.hand ?? createHandClock();
  const journal = kept.journal ?? createMemoryJournal();
  const { clock } = hand;
  const tenant = kept.tenant ?? createTenant(hand);
  const reader = createVirtualReader(clock);
  const second = createVirtualReader({ ...clock, name: 'Second reader', number: 2, isPlugged: false });
  const box = createSeedBox();
  const published: Snapshot[] = [];
  const events: Event[] = [];
  let gate: Promise<void> = Promise.resolve();

  const station = createStation({
    deskEdges: { ...SILENT_EDGES, seeds: box, ...kept.edges },
    mode: { kind: 'practice', problem: null },
    journal: journal.port,
    graph: createGraphClient({
      fetch: async (request) => {
        const answer = tenant.fetch(request);
        await Promise.allSettled([answer]);
        await gate;
        return answer;
      },
      baseUrl: 'https://graph.microsoft.com/beta',
      accessToken: () => Promise.resolve(ok(new Secret(as.accessToken))),
      newRequestId: randomUUID,
      nowMs: clock.nowMs,
      timeoutSignal: () => new AbortController().signal,
      onAnswer: (latencyMs) => void station.dispatch({ kind: 'graphAnswered', atMs: clock.nowMs(), latencyMs }),
      onSilence: (problem) => void station.dispatch({ kind: 'graphSilent', atMs: clock.nowMs(), problem }),
    }),
    clock,
    ...QUIET_BENCH,
    settings: { change: () => Promise.resolve(refuse('command-not-allowed')) },
    practice: null,
    seeds: createSeedDesk({ seeds: box, chooseFile: kept.chooseFile ?? (() => Promise.resolve(null)), clock }),
    signIn: createFixedSignIn({
      ...told,
      operator: { name: 'Operator', userPrincipalName: '' },
      accessToken: () => Promise.resolve(ok(new Secret(as.accessToken))),
    }),
    publish: (snapshot) => published.push(snapshot),
    onEvent: (event) => events.push(event),
  });
  await station.start();
  await station.dispatch({ kind: 'sessionFixed', atMs: clock.nowMs(), name: 'Operator' });
  await reader.port.start(station.readerListener);
  await second.port.start(station.readerListener);
  await station.idle();

  const bench: Bench = {
    station,
    hand,
    journal,
    tenant,
    reader,
    second,
    published,
    events,
    send: (command) => station.command(command),
    scan: async (text, aimId = ']C0') => {
      reader.scan(text, aimId);
      await station.idle();
    },
    prepare: async (serialNumber = TOKEN, userPrincipalName = ANNA) => {
      await bench.scan(serialNumber);
      await station.command({ kind: 'searchUsers', query: userPrincipalName });
      await station.idle();
      const found = station.snapshot().search.users.find((user) => user.userPrincipalName === userPrincipalName);
      const { id } = bench.row(serialNumber);
      await station.command({ kind: 'chooseUser', itemId: id, userId: found?.id ?? 'nobody' });
      // Until the person and the token have been looked at.
      await station.idle();
      return bench.row(serialNumber);
    },
    row: (serialNumber = TOKEN) => {
      const row = station.snapshot().queue.rows.find((candidate) => candidate.serialNumber === serialNumber);
      if (!row) throw new Error(`no row for ${serialNumber}`);
      return row;
    },
    code: (serialNumber = TOKEN) => {
      const token = PRACTICE_TOKENS.find((candidate) => candidate.serialNumber === serialNumber);
      if (!token) throw new Error(`no virtual token ${serialNumber}`);
      return readDisplay(token, clock.nowMs()).code;
    },
    posts: () => tenant.countRequests('assignAndActivateBySerialNumber') + tenant.countRequests('activate'),
    holdAnswers: () => {
      let release = (): void => undefined;
      gate = new Promise((open) => {
        release = open;
      });
      return { release };
    },
    restart: () => buildBench({ ...kept, hand, journal, tenant }),
  };
  return bench;
}

export function createTenant({ clock }: HandClock): PracticeTenant {
  return createPracticeTenant({
    nowMs: clock.nowMs,
    delay: (delayMs) => new Promise((resolve) => void clock.at(clock.nowMs() + delayMs, resolve)),
    newId: randomUUID,
    data: PRACTICE_DATA,
  });
}
