import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Mode, Snapshot } from '../contract/snapshot.ts';
import type { Settings } from '../core/decide-settings.ts';
import type { ClockPort, JournalPort, ReaderPort, SignInPort } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import { assertNever } from '../core/unreachable.ts';
import { createGraphClient } from '../io/graph/graph-client.ts';
import { createClosedJournal, openSqliteJournal } from '../io/journal/sqlite-journal.ts';
import { loadHidLibrary } from '../io/scanner/hid-library.ts';
import { createHidScanners, createMissingScanners } from '../io/scanner/hid-scanners.ts';
import { createPractice, type Practice } from '../practice/practice.ts';
import { logEvent, type Log } from './log.ts';
import { createStation, type Station } from './station.ts';

/** Source: Microsoft Graph, national clouds: hardware OATH methods are in the global service only, and only under /beta. */
const GRAPH_URL = 'https://graph.microsoft.com/beta';

/** Chosen: twice what a slow answer takes; after it the answer counts as lost and is looked for by reading. */
const CALL_LIMIT_MS = 30_000;

/** Chosen: an operator who quits waits no longer than this for an answer that is on its way. */
const QUIT_LIMIT_MS = 5_000;

/** What the surroundings give: Electron's parts in the app, plain Node's elsewhere. */
export type Surroundings = {
  readonly settings: Settings;
  /** The folder of this user's data. */
  readonly dataPath: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly clock: ClockPort;
  readonly log: Log;
  readonly publish: (snapshot: Snapshot) => void;
};

export type RunningStation = { readonly station: Station; readonly stop: () => Promise<void> };

/** Joins the edges to the station, starts it, then lets the readers speak. */
export async function composeStation(surroundings: Surroundings): Promise<RunningStation> {
  const { settings, clock, log, publish } = surroundings;
  const practice = settings.kind === 'tenant' ? null : createPractice({ clock });
  const signIn = signInOf(settings, practice);
  const station: Station = createStation({
    mode: modeOf(settings),
    journal: openJournal(surroundings),
    graph: createGraphClient({
      fetch: settings.kind === 'practice' && practice ? practice.fetch : surroundings.fetch,
      baseUrl: settings.kind === 'served' ? settings.graphUrl : GRAPH_URL,
      accessToken: signIn.accessToken,
      newRequestId: randomUUID,
      nowMs: clock.nowMs,
      timeoutSignal: () => AbortSignal.timeout(CALL_LIMIT_MS),
      onAnswer: (latencyMs) => void station.dispatch({ kind: 'graphAnswered', atMs: clock.nowMs(), latencyMs }),
      onSilence: (problem) => void station.dispatch({ kind: 'graphSilent', atMs: clock.nowMs(), problem }),
    }),
    clock,
    practice,
    operator: signIn.operator,
    publish,
    onEvent: (event) => {
      logEvent(log, event);
    },
  });
  await station.start();
  const readers = await openReaders(clock, practice);
  await Promise.all(readers.map((reader) => reader.start(station.readerListener)));
  const stopTicking = practice ? refreshWithCodes(station, practice, clock) : null;
  return {
    station,
    stop: async () => {
      stopTicking?.();
      await Promise.all(readers.map((reader) => reader.stop()));
      await station.stop(QUIT_LIMIT_MS);
    },
  };
}

function modeOf(settings: Settings): Mode {
  switch (settings.kind) {
    case 'practice':
      return { kind: 'practice' };
    case 'served':
      return { kind: 'tenant', name: 'Served tenant', graphHost: new URL(settings.graphUrl).host };
    case 'tenant':
      return { kind: 'tenant', name: settings.tenantId, graphHost: new URL(GRAPH_URL).host };
    default:
      return assertNever(settings);
  }
}

/** Each tenant has a journal of its own, and practice starts with a fresh one: its tenant forgets, too. */
function openJournal({ settings, dataPath, log }: Surroundings): JournalPort {
  const name = settings.kind === 'tenant' ? settings.tenantId : settings.kind;
  const folder = join(dataPath, 'journals', name);
  if (settings.kind === 'practice') rmSync(folder, { recursive: true, force: true });
  const opened = openSqliteJournal(join(folder, 'journal.sqlite'));
  if (opened.ok) return opened.value;
  log.write('journal not opened', { problemCode: opened.problem.code });
  return createClosedJournal(opened);
}

async function openReaders(clock: ClockPort, practice: Practice | null): Promise<readonly ReaderPort[]> {
  const hid = await loadHidLibrary();
  const scanners = hid.ok ? createHidScanners(hid.value, clock) : createMissingScanners(hid.problem);
  return practice ? [practice.reader, scanners] : [scanners];
}

function signInOf(settings: Settings, practice: Practice | null): SignInPort {
  if (settings.kind === 'served') {
    const token = new Secret(settings.accessToken);
    return { operator: () => 'Test operator', accessToken: () => Promise.resolve(ok(token)) };
  }
  if (practice) return practice.signIn;
  return { operator: () => null, accessToken: () => Promise.resolve(refuse('signed-out')) };
}

/** The displays of the virtual tokens change by themselves. */
function refreshWithCodes(station: Station, practice: Practice, clock: ClockPort): () => void {
  let disarm = clock.at(practice.nextChangeAtMs(), tick);
  function tick(): void {
    station.refresh();
    disarm = clock.at(practice.nextChangeAtMs(), tick);
  }
  return () => {
    disarm();
  };
}
