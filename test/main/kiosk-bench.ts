import { randomUUID } from 'node:crypto';
import type { Command } from '../../electron/contract/command.ts';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { Event } from '../../electron/core/event.ts';
import type { SignInPort } from '../../electron/core/ports.ts';
import { refuse } from '../../electron/core/result.ts';
import { createGraphClient } from '../../electron/io/graph/graph-client.ts';
import { createStation, type Station } from '../../electron/main/station.ts';
import { watchSession } from '../../electron/main/watch-session.ts';
import { PRACTICE_DATA, PRACTICE_OPERATORS, PRACTICE_TOKENS } from '../../electron/practice/practice-data.ts';
import { SELF_SERVER } from '../../electron/practice/practice-people.ts';
import { createPracticeSignIn } from '../../electron/practice/practice-sign-in.ts';
import { createPracticeTenant, type PracticeTenant } from '../../electron/practice/tenant.ts';
import { createVirtualReader, type VirtualReader } from '../../electron/practice/virtual-reader.ts';
import { readDisplay } from '../../electron/practice/virtual-token.ts';
import { createHandClock, type HandClock } from '../fakes/hand-clock.ts';
import { createMemoryJournal, type MemoryJournal } from '../fakes/memory-journal.ts';
import { openSeeds } from '../fakes/open-seeds.ts';
import { QUIET_BENCH } from '../fakes/quiet-bench.ts';
import { SILENT_EDGES } from '../fakes/silent-edges.ts';

export const TOKEN = 'GALT11420104';
export const OTHER_TOKEN = 'GALT11420105';
export const HARUKA = SELF_SERVER;
export const MINUTE_MS = 60_000;

/** What a request was, without its secrets. */
export type Asked = { readonly method: string; readonly path: string };

/** A kiosk: the practice tenant behind the real Graph client, a virtual reader, a hand-moved clock. */
export type KioskBench = {
  readonly station: Station;
  readonly hand: HandClock;
  readonly journal: MemoryJournal;
  readonly tenant: PracticeTenant;
  readonly reader: VirtualReader;
  readonly signIn: SignInPort;
  readonly events: readonly Event[];
  readonly asked: readonly Asked[];
  readonly send: (command: Command) => Promise<Result<null>>;
  readonly scan: (text?: string) => Promise<void>;
  /** The practice person signs in, which takes a moment. */
  readonly comeIn: () => Promise<void>;
  readonly pass: (byMs: number) => Promise<void>;
  readonly row: (serialNumber?: string) => QueueRow | null;
  readonly code: (serialNumber?: string) => string;
  readonly enter: (code: string, serialNumber?: string) => Promise<Result<null>>;
  /** While held, answers of the tenant wait; what it did, it has done. */
  readonly hold: () => () => void;
  /** How often the same person was asked to prove anew who they are. */
  readonly renewals: () => number;
  /** What the journal holds. */
  readonly kinds: () => readonly string[];
  /** Lets everything happen that needs no time, where something is still under way. */
  readonly turn: () => Promise<void>;
  readonly restart: () => Promise<KioskBench>;
};

export type KioskParts = {
  readonly hand: HandClock;
  readonly journal: MemoryJournal;
  readonly tenant: PracticeTenant;
  readonly signIn: SignInPort;
};

export async function buildKiosk(given: Partial<KioskParts> = {}): Promise<KioskBench> {
  const hand = given.hand ?? createHandClock();
  const { clock } = hand;
  const journal = given.journal ?? createMemoryJournal();
  const tenant = given.tenant ?? createKioskTenant(hand);
  const port = given.signIn ?? createPracticeSignIn({ clock });
  let renewals = 0;
  const signIn: SignInPort = {
    ...port,
    signInAgain: () => {
      renewals += 1;
      return port.signInAgain();
    },
  };
  const reader = createVirtualReader(clock);
  const events: Event[] = [];
  const asked: Asked[] = [];
  let gate: Promise<void> = Promise.resolve();

  const station = createStation({
    deskEdges: SILENT_EDGES,
    mode: { kind: 'practice', problem: null },
    journal: journal.port,
    graph: createGraphClient({
      fetch: async (request) => {
        asked.push({ method: request.method, path: new URL(request.url).pathname });
        const answer = tenant.fetch(asPractised(request));
        await Promise.allSettled([answer]);
        await gate;
        return answer;
      },
      baseUrl: 'https://graph.microsoft.com/beta',
      accessToken: watchSession(signIn, clock, (event) => void station.dispatch(event)),
      newRequestId: randomUUID,
      nowMs: clock.nowMs,
      timeoutSignal: () => new AbortController().signal,
      onAnswer: () => undefined,
      onSilence: () => undefined,
    }),
    clock,
    ...QUIET_BENCH,
    settings: { change: () => Promise.resolve(refuse('command-not-allowed')) },
    practice: null,
    seeds: openSeeds(clock),
    signIn,
    isKiosk: true,
    publish: () => undefined,
    onEvent: (event) => events.push(event),
  });
  await station.start();
  await reader.port.start(station.readerListener);
  await station.idle();

  const row = (serialNumber = TOKEN): QueueRow | null =>
    station.snapshot().queue.rows.find((candidate) => candidate.serialNumber === serialNumber) ?? null;
  return {
    station,
    hand,
    journal,
    tenant,
    reader,
    signIn,
    events,
    asked,
    send: station.command,
    scan: async (text = TOKEN) => {
      // A label that is read twice in a moment is read once.
      hand.moveBy(1_000);
      reader.scan(text, ']C0');
      await station.idle();
    },
    comeIn: async () => {
      await station.command({ kind: 'signIn' });
      hand.moveBy(2_000);
      await station.idle();
    },
    pass: async (byMs) => {
      hand.moveBy(byMs);
      await station.idle();
    },
    row,
    code: (serialNumber = TOKEN) => {
      const token = PRACTICE_TOKENS.find((candidate) => candidate.serialNumber === serialNumber);
      return token ? readDisplay(token, clock.nowMs()).code : '';
    },
    enter: async (code, serialNumber = TOKEN) => {
      const itemId = row(serialNumber)?.id ?? 0;
      const taken = await station.command({ kind: 'enterCode', itemId, code });
      return taken;
    },
    hold: () => {
      let release = (): void => undefined;
      gate = new Promise((open) => {
        release = open;
      });
      return release;
    },
    kinds: journal.kinds,
    renewals: () => renewals,
    turn: async () => {
      for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setImmediate(resolve));
    },
    restart: () => buildKiosk({ hand, journal, tenant }),
  };
}

export function createKioskTenant({ clock }: HandClock): PracticeTenant {
  return createPracticeTenant({
    nowMs: clock.nowMs,
    delay: () => Promise.resolve(),
    newId: randomUUID,
    data: PRACTICE_DATA,
  });
}

/** The practice tenant knows no token of another authority: it takes each of them for that of its own person. */
function asPractised(request: Request): Request {
  if (request.headers.get('authorization')?.startsWith('Bearer access-') !== true) return request;
  const practised = new Request(request);
  practised.headers.set('authorization', `Bearer ${PRACTICE_OPERATORS.selfService.accessToken}`);
  return practised;
}

/** All that the station holds of its visitors outside the journal. */
export function traces({ station }: KioskBench): string {
  return JSON.stringify(station.snapshot());
}

/** What names the person of the practice kiosk. */
export const NAMES: readonly string[] = [
  HARUKA.displayName,
  HARUKA.userPrincipalName,
  HARUKA.id,
  HARUKA.surname,
  PRACTICE_OPERATORS.selfService.accessToken,
];

export function namesIn(text: string): readonly string[] {
  return NAMES.filter((name) => text.includes(name));
}
