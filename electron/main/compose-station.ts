import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Platform } from '../contract/doctor.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { EMPTY_BENCH, type BenchSettings } from '../core/bench-settings.ts';
import type {
  BenchPort,
  ClockPort,
  DevicesPort,
  FilesPort,
  PrinterPort,
  ReaderPort,
  SignInPort,
} from '../core/ports.ts';
import { GRAPH_URL, type StationTarget } from '../core/settings-decide.ts';
import { createBenchFile } from '../io/bench/bench-file.ts';
import { createGraphClient } from '../io/graph/graph-client.ts';
import { loadHidLibrary } from '../io/scanner/hid-library.ts';
import { createHidScanners, createMissingScanners } from '../io/scanner/hid-scanners.ts';
import { createSeedBox } from '../io/seeds/seed-box.ts';
import { createMemoryKeeper, type TokenKeeper } from '../io/sign-in/token-keeper.ts';
import { refuse } from '../core/result.ts';
import { practiceSeedFile } from '../practice/practice-seed-file.ts';
import { createPractice, type Practice } from '../practice/practice.ts';
import { applyRetention } from './apply-retention.ts';
import { logEvent, type Log } from './log.ts';
import { createPracticeFiles } from './practice-files.ts';
import { createSeedDesk, type ChooseFile } from './seed-desk.ts';
import type { SettingsDesk } from './settings-desk.ts';
import { createStation, type Station } from './station.ts';
import { isKiosk, isMemoryOnly, modeOf, openJournal, signInOf } from './tenant-edges.ts';
import { watchSession } from './watch-session.ts';

/** Chosen: twice what a slow answer takes; after it the answer counts as lost and is looked for by reading. */
const CALL_LIMIT_MS = 30_000;

/** Chosen: an operator who quits waits no longer than this for an answer that is on its way. */
const QUIT_LIMIT_MS = 5_000;

/** What the surroundings give: Electron's parts in the app, plain Node's elsewhere. */
export type Surroundings = {
  readonly settings: SettingsDesk;
  /** The folder of this user's data. */
  readonly dataPath: string;
  /** Where a sign-in outlives the app; in memory, if there is none. */
  readonly keeper?: TokenKeeper;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Opens a page in the system's browser, for the sign-in. */
  readonly openBrowser: (url: string) => Promise<void>;
  /** Asks for a vendor's file of seeds; in practice there is one already. */
  readonly chooseSeedFile?: ChooseFile;
  /** The system's dialogs; nobody answers them where there are none. In practice the first work order is there already. */
  readonly files?: FilesPort;
  readonly printer?: PrinterPort;
  readonly clock: ClockPort;
  readonly log: Log;
  readonly publish: (snapshot: Snapshot) => void;
};

const NO_FILES: FilesPort = {
  chooseFile: () => Promise.resolve(null),
  chooseTarget: () => Promise.resolve(null),
};

const NO_PRINTER: PrinterPort = {
  printers: () => Promise.resolve([]),
  print: () => Promise.resolve(refuse('printer-gone')),
};

export type RunningStation = {
  readonly station: Station;
  /** After the computer slept: handles may be dead and say nothing. */
  readonly wake: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Joins the edges to the station, starts it, then lets the readers speak. */
export async function composeStation(surroundings: Surroundings): Promise<RunningStation> {
  const { settings, clock, log, publish, dataPath, fetch, openBrowser } = surroundings;
  const { decided } = settings;
  const { target } = decided;
  const practice = target.kind === 'tenant' ? null : createPractice({ clock });
  const keeper = surroundings.keeper ?? createMemoryKeeper();
  const signIn = signInOf(decided, { fetch, openBrowser, clock, keeper, practice, present: settings.present });
  // What one person's desk has kept must not outlive its turning into everybody's.
  if (isMemoryOnly(decided)) await keeper.forget();
  const scanners = await openScanners(clock);
  const bench = createBenchFile(join(dataPath, 'bench.json'));
  const seeds = createSeedBox();
  const dialogs = surroundings.files ?? null;
  const journal = openJournal(decided, dataPath, log);
  await applyRetention({ journal, days: decided.settings.retentionDays, clock, log });
  const station: Station = createStation({
    mode: modeOf(decided),
    platform: platformOf(process.platform),
    journal,
    graph: createGraphClient({
      fetch: target.kind === 'practice' && practice ? practice.fetch : fetch,
      baseUrl: target.kind === 'practice' ? GRAPH_URL : target.graphUrl,
      accessToken: watchSession(signIn, clock, (event) => void station.dispatch(event)),
      newRequestId: randomUUID,
      nowMs: clock.nowMs,
      timeoutSignal: () => AbortSignal.timeout(CALL_LIMIT_MS),
      onAnswer: (latencyMs) => void station.dispatch({ kind: 'graphAnswered', atMs: clock.nowMs(), latencyMs }),
      onSilence: (problem) => void station.dispatch({ kind: 'graphSilent', atMs: clock.nowMs(), problem }),
    }),
    settings,
    seeds: createSeedDesk({
      seeds,
      chooseFile: practice
        ? () => Promise.resolve(practiceSeedFile())
        : (surroundings.chooseSeedFile ?? (() => Promise.resolve(null))),
      clock,
    }),
    deskEdges: {
      seeds,
      files: target.kind === 'practice' ? createPracticeFiles({ dialogs, dataPath }) : (dialogs ?? NO_FILES),
      printer: surroundings.printer ?? NO_PRINTER,
      dataPath,
      settings: settings.present,
      newKey: randomUUID,
    },
    isKiosk: isKiosk(decided),
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
  await station.dispatch({ kind: 'settingsRead', atMs: clock.nowMs(), view: settings.view });
  await takeUpSession(station, signIn, target, clock);
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

async function openScanners(clock: ClockPort): Promise<ReaderPort & DevicesPort> {
  const hid = await loadHidLibrary();
  return hid.ok ? createHidScanners({ hid: hid.value, clock }) : createMissingScanners(hid.problem);
}

/** Whoever signed in before is still there, where their sign-in was kept; somebody always is in practice. */
async function takeUpSession(
  station: Station,
  signIn: SignInPort,
  target: StationTarget,
  clock: ClockPort,
): Promise<void> {
  const operator = await signIn.restore();
  if (operator === null) return;
  const atMs = clock.nowMs();
  const signedInAtMs = signIn.signedInAtMs();
  if (target.kind === 'tenant') await station.dispatch({ kind: 'signedIn', atMs, ...operator, signedInAtMs });
  else await station.dispatch({ kind: 'sessionFixed', atMs, name: operator.name });
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

/** The three systems that the app is made for. */
export function platformOf(name: NodeJS.Platform): Platform {
  if (name === 'win32') return 'windows';
  return name === 'darwin' ? 'macos' : 'linux';
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
