import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../contract/problem.ts';
import type { Mode, Snapshot } from '../contract/snapshot.ts';
import type { Settings } from '../core/decide-settings.ts';
import type { Platform } from '../contract/doctor.ts';
import { EMPTY_BENCH, type BenchSettings } from '../core/bench-settings.ts';
import type { BenchPort, ClockPort, DevicesPort, JournalPort, ReaderPort, SignInPort } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import { assertNever } from '../core/unreachable.ts';
import { createBenchFile } from '../io/bench/bench-file.ts';
import { createGraphClient } from '../io/graph/graph-client.ts';
import { createClosedJournal, openSqliteJournal } from '../io/journal/sqlite-journal.ts';
import { createMsalSignIn } from '../io/sign-in/msal-sign-in.ts';
import { loadHidLibrary } from '../io/scanner/hid-library.ts';
import { createHidScanners, createMissingScanners } from '../io/scanner/hid-scanners.ts';
import { createPractice, type Practice } from '../practice/practice.ts';
import { logEvent, type Log } from './log.ts';
import { createStation, type Station } from './station.ts';

/** Source: Microsoft Graph, national clouds: hardware OATH methods are in the global service only, and only under /beta. */
const GRAPH_URL = 'https://graph.microsoft.com/beta';

/** The least that the desk job needs. Source: Microsoft Graph permissions reference; README, "Registering the app". */
const SCOPES = ['User.Read', 'User.ReadBasic.All', 'UserAuthMethod-HardwareOATH.ReadWrite.All'];

/** Chosen: twice what a slow answer takes; after it the answer counts as lost and is looked for by reading. */
const CALL_LIMIT_MS = 30_000;

/** Chosen: an operator who quits waits no longer than this for an answer that is on its way. */
const QUIT_LIMIT_MS = 5_000;

/** What the surroundings give: Electron's parts in the app, plain Node's elsewhere. */
export type Surroundings = {
  readonly settings: Settings;
  /** Why it is practice although the station was set up for a tenant. */
  readonly settingsProblem: Problem | null;
  /** The folder of this user's data. */
  readonly dataPath: string;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Opens a page in the system's browser, for the sign-in. */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly clock: ClockPort;
  readonly log: Log;
  readonly publish: (snapshot: Snapshot) => void;
};

export type RunningStation = {
  readonly station: Station;
  /** After the computer slept: handles may be dead and say nothing. */
  readonly wake: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Joins the edges to the station, starts it, then lets the readers speak. */
export async function composeStation(surroundings: Surroundings): Promise<RunningStation> {
  const { settings, clock, log, publish } = surroundings;
  const practice = settings.kind === 'tenant' ? null : createPractice({ clock });
  const signIn = signInOf(surroundings, practice);
  const scanners = await openScanners(clock);
  const bench = createBenchFile(join(surroundings.dataPath, 'bench.json'));
  const station: Station = createStation({
    mode: modeOf(surroundings),
    platform: platformOf(process.platform),
    journal: openJournal(surroundings),
    graph: createGraphClient({
      fetch: settings.kind === 'practice' && practice ? practice.fetch : surroundings.fetch,
      baseUrl: settings.kind === 'served' ? settings.graphUrl : GRAPH_URL,
      accessToken: async () => {
        const token = await signIn.accessToken();
        if (!token.ok && token.problem.code === 'signed-out') {
          void station.dispatch({ kind: 'sessionLost', atMs: clock.nowMs(), problem: token.problem });
        }
        return token;
      },
      newRequestId: randomUUID,
      nowMs: clock.nowMs,
      timeoutSignal: () => AbortSignal.timeout(CALL_LIMIT_MS),
      onAnswer: (latencyMs) => void station.dispatch({ kind: 'graphAnswered', atMs: clock.nowMs(), latencyMs }),
      onSilence: (problem) => void station.dispatch({ kind: 'graphSilent', atMs: clock.nowMs(), problem }),
    }),
    clock,
    devices: scanners,
    bench: keepAndConfigure(bench, scanners),
    practice,
    signIn,
    publish,
    onEvent: (event) => {
      logEvent(log, event);
    },
  });
  await station.start();
  const name = signIn.operator();
  if (name !== null) await station.dispatch({ kind: 'sessionFixed', atMs: clock.nowMs(), name });
  await loadBench(bench, scanners, station, clock);
  const readers = practice ? [practice.reader, scanners] : [scanners];
  // Not waited for: a device that hangs while it is opened must not keep the window shut.
  for (const reader of readers) void reader.start(station.readerListener);
  const stopTicking = practice ? refreshWithCodes(station, practice, clock) : null;
  return {
    station,
    wake: scanners.lookAgain,
    stop: async () => {
      stopTicking?.();
      await Promise.all(readers.map((reader) => reader.stop()));
      await station.stop(QUIT_LIMIT_MS);
    },
  };
}

function modeOf({ settings, settingsProblem }: Surroundings): Mode {
  switch (settings.kind) {
    case 'practice':
      return { kind: 'practice', problem: settingsProblem };
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

async function openScanners(clock: ClockPort): Promise<ReaderPort & DevicesPort> {
  const hid = await loadHidLibrary();
  return hid.ok ? createHidScanners({ hid: hid.value, clock }) : createMissingScanners(hid.problem);
}

/** Names, rules and readers of this bench hold for every tenant. A file that cannot be read is told and left as it is. */
async function loadBench(bench: BenchPort, scanners: DevicesPort, station: Station, clock: ClockPort): Promise<void> {
  const loaded = await bench.load();
  const settings = loaded.ok ? loaded.value : EMPTY_BENCH;
  const problem = loaded.ok ? null : loaded.problem;
  await station.dispatch({ kind: 'benchLoaded', atMs: clock.nowMs(), settings, problem });
  await scanners.configure(settings);
}

/** Which devices are readers holds at once, whether the disk takes it or not; a name or a rule is no reason to look for them. */
function keepAndConfigure(bench: BenchPort, scanners: DevicesPort): Pick<BenchPort, 'save'> {
  let known: BenchSettings = EMPTY_BENCH;
  return {
    save: async (settings) => {
      const { typingScanners, readerProfiles } = settings;
      if (typingScanners !== known.typingScanners || readerProfiles !== known.readerProfiles) {
        await scanners.configure(settings);
      }
      known = settings;
      return bench.save(settings);
    },
  };
}

function platformOf(name: NodeJS.Platform): Platform {
  if (name === 'win32') return 'windows';
  return name === 'darwin' ? 'macos' : 'linux';
}

/** Nobody signs in to practice or to a served tenant: somebody is there from the start, and stays. */
function signInOf({ settings, clock, fetch, openBrowser }: Surroundings, practice: Practice | null): SignInPort {
  if (settings.kind === 'tenant') {
    const { tenantId, clientId } = settings;
    return createMsalSignIn({ tenantId, clientId, scopes: SCOPES, openBrowser, fetch, clock });
  }
  const operator = settings.kind === 'practice' ? 'Practice operator' : 'Test operator';
  const servedToken = ok(new Secret(settings.kind === 'served' ? settings.accessToken : ''));
  return {
    operator: () => operator,
    signIn: () => Promise.resolve(refuse('command-not-allowed')),
    signOut: () => Promise.resolve(),
    cancel: () => undefined,
    accessToken: practice && settings.kind === 'practice' ? practice.accessToken : () => Promise.resolve(servedToken),
  };
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
