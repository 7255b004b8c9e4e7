import type { Command } from '../../electron/contract/command.ts';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { LaneView, ReaderView } from '../../electron/contract/reader.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { SeedFileView, SoughtToken } from '../../electron/contract/seed-file.ts';
import type { SettingsView, SettingView, SettingViews } from '../../electron/contract/settings.ts';
import type { Notice, PracticeToken, PracticeView, Snapshot } from '../../electron/contract/snapshot.ts';
import type { ShiftView } from '../../electron/contract/shift.ts';
import type { StationApi } from '../../electron/contract/station-api.ts';
import type { User, UserMatch } from '../../electron/contract/user.ts';

/** The other side of the window's door: takes commands down, refuses on request and shows the pictures it is given. */
export type FakeStation = StationApi & {
  /** All commands, the oldest first. */
  readonly sent: readonly Command[];
  /** Changes the picture and shows it as a newer one. */
  readonly push: (change: Partial<Snapshot>) => void;
  /** Shows a picture as it is, with its own revision. */
  readonly pushExactly: (snapshot: Snapshot) => void;
  /** From now on, commands of this kind are refused; `null` takes them again. */
  readonly refuse: (kind: Command['kind'], problem: Problem | null) => void;
  /** How many windows are watching. */
  readonly watcherCount: () => number;
};

export function createFakeStation(first: Snapshot = makeSnapshot()): FakeStation {
  const sent: Command[] = [];
  const refusals = new Map<Command['kind'], Problem>();
  const watchers = new Set<(snapshot: Snapshot) => void>();
  let shown = first;

  const show = (snapshot: Snapshot): void => {
    shown = snapshot;
    for (const onSnapshot of watchers) onSnapshot(snapshot);
  };

  return {
    sent,
    send(command) {
      sent.push(command);
      const problem = refusals.get(command.kind);
      const answer: Result<null> = problem ? { ok: false, problem } : { ok: true, value: null };
      return Promise.resolve(answer);
    },
    watch(onSnapshot) {
      watchers.add(onSnapshot);
      onSnapshot(shown);
      return () => watchers.delete(onSnapshot);
    },
    push: (change) => show({ ...shown, revision: shown.revision + 1, ...change }),
    pushExactly: show,
    refuse(kind, problem) {
      if (problem) refusals.set(kind, problem);
      else refusals.delete(kind);
    },
    watcherCount: () => watchers.size,
  };
}

/** A practice station with one reader and nothing scanned yet. The one lane holds what is open. */
export function makeSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    revision: 1,
    atMs: Date.now(),
    mode: { kind: 'practice', problem: null },
    session: { kind: 'fixed', name: 'M. Ferri' },
    readers: [makeReader()],
    queue: {
      filter: 'all',
      page: 0,
      pageCount: 1,
      rows: [],
      counts: { all: 0, needsYou: 0, working: 0, issued: 0 },
    },
    lanes: [makeLane({ open: change.open ?? null })],
    open: null,
    search: { query: '', status: 'idle', users: [], more: false, problem: null },
    notices: [],
    health: {
      storage: { unsavedEvents: 0, problem: null, unreadable: [], chainBrokenAtSeq: null },
      graph: { kind: 'reachable', latencyMs: 141 },
    },
    pace: { left: 198, most: 200, freeAtMs: null },
    settings: makeSettings(),
    capabilities: null,
    seeds: null,
    inventory: null,
    photos: {},
    orders: { orders: [], shown: null, draft: null },
    shift: makeShift(),
    paper: { printers: [], printingCount: 0, templatesPath: '/home/ferri/.config/token-station/templates' },
    history: null,
    plan: null,
    kiosk: null,
    practice: null,
    doctor: null,
    ...change,
  };
}

/** A token that waits for its person. */
export function makeRow(change: Partial<QueueRow> = {}): QueueRow {
  const nowMs = Date.now();
  return {
    id: 1,
    serialNumber: 'GALT11420104',
    scannedText: null,
    readerName: 'Bench left',
    laneId: 'left',
    user: null,
    state: { kind: 'needsUser' },
    rejections: 0,
    scannedAtMs: nowMs,
    changedAtMs: nowMs,
    can: ['chooseUser', 'remove'],
    preFlight: null,
    periodSeconds: null,
    drift: null,
    undoUntilMs: null,
    goal: 'activate',
    orderLine: null,
    idCheck: null,
    needsIdCheck: false,
    receiptAtMs: null,
    ...change,
  };
}

/** A token that has its person and waits for its code. */
export function makeCodeRow(change: Partial<QueueRow> = {}): QueueRow {
  return makeRow({
    user: makeUser(),
    state: { kind: 'needsCode', problem: null },
    can: ['enterCode', 'chooseUser', 'remove'],
    ...change,
  });
}

export function makeUser(change: Partial<User> = {}): User {
  return {
    id: 'anna',
    displayName: 'Anna Conti',
    userPrincipalName: 'anna.conti@contoso.com',
    mail: 'anna.conti@contoso.com',
    department: 'Finance',
    jobTitle: 'Accountant',
    employeeId: '004512',
    ...change,
  };
}

/** Nothing is set, and nothing forbidden. `values` are those that differ. */
export function makeSettings(change: Partial<SettingsView> = {}, values: Partial<SettingViews> = {}): SettingsView {
  const builtIn = <T>(value: T): SettingView<T> => ({ value, source: 'default', canChange: true });
  return {
    graphUrl: { value: 'https://graph.microsoft.com/beta', source: 'default', canChange: false },
    authority: { value: null, source: 'default', canChange: false },
    problem: null,
    warnings: [],
    userPath: '/home/ferri/.config/token-station/settings.json',
    isUserFileBroken: false,
    policyPath: '/etc/token-station/policy.json',
    hasPolicy: false,
    needsRestart: [],
    ...change,
    values: {
      tenantId: builtIn<string | null>(null),
      clientId: builtIn<string | null>(null),
      cloud: builtIn('global'),
      scopeSet: builtIn('granular'),
      readsProfiles: builtIn(false),
      readsInventory: builtIn(false),
      writesInventory: builtIn(false),
      selfService: builtIn(false),
      signInBy: builtIn('browser'),
      stationName: builtIn('Depot 4'),
      sharedDesk: builtIn(true),
      idleLockMinutes: builtIn(10),
      undoMinutes: builtIn(15),
      idKinds: builtIn<readonly string[]>(['badge', 'identityCard', 'passport', 'drivingLicence']),
      requiresIdCheck: builtIn(false),
      receiptPrinter: builtIn(''),
      labelPrinter: builtIn(''),
      printsReceipts: builtIn(false),
      printsLabels: builtIn(false),
      retentionDays: builtIn(0),
      ...values,
    },
  };
}

/** A shift in which nothing has happened yet. */
export function makeShift(change: Partial<ShiftView> = {}): ShiftView {
  return {
    sinceMs: null,
    counts: { issued: 0, assigned: 0, takenBack: 0, stopped: 0, refusedScans: 0 },
    operators: [],
    exceptions: { page: 0, pageCount: 1, count: 0, rows: [] },
    comparison: { isRunning: false, doneCount: 0, totalCount: 0, result: null },
    ...change,
  };
}

export function makeMatch(change: Partial<UserMatch> = {}): UserMatch {
  return { ...makeUser(change), exact: false, ...change };
}

export function makeNotice(change: Partial<Notice> = {}): Notice {
  return {
    seq: 1,
    atMs: Date.now(),
    kind: 'scanTaken',
    itemId: 1,
    text: 'GALT11420104',
    userName: null,
    readerName: 'Bench left',
    problem: null,
    ...change,
  };
}

export function makePracticeToken(change: Partial<PracticeToken> = {}): PracticeToken {
  return {
    serialNumber: 'GALT11420104',
    model: 'Thales OTP 110',
    note: 'fresh',
    periodSeconds: 30,
    code: '588213',
    codeChangesAtMs: Date.now() + 19_000,
    ...change,
  };
}

export function makePractice(change: Partial<PracticeView> = {}): PracticeView {
  return {
    tokens: [makePracticeToken()],
    labels: [],
    readers: [
      { number: 1, name: 'Virtual reader', isPlugged: true },
      { number: 2, name: 'Second virtual reader', isPlugged: false },
    ],
    trouble: 'none',
    ...change,
  };
}

export function makeReader(change: Partial<ReaderView> = {}): ReaderView {
  return { readerKey: 'left', name: 'Bench left', color: 1, problem: null, ...change };
}

export function makeLane(change: Partial<LaneView> = {}): LaneView {
  return {
    laneId: 'left',
    name: 'Bench left',
    color: 1,
    isPlugged: true,
    isFront: true,
    open: null,
    visit: null,
    order: null,
    ...change,
  };
}

/** The place of a second reader, behind the first. */
export function makeLaneBehind(change: Partial<LaneView> = {}): LaneView {
  return makeLane({ laneId: 'right', name: 'Bench right', color: 2, isFront: false, ...change });
}

/** A vendor's list that was read without a fault. */
export function makeSeeds(change: Partial<SeedFileView> = {}): SeedFileView {
  return {
    fileName: 'token2-order-20117.csv',
    tokenCount: 500,
    encoding: 'base32',
    isProved: false,
    drifts: [],
    ignoredColumns: [],
    faults: [],
    sought: null,
    ...change,
  };
}

/** A token that showed the code that was typed, with a clock that is right. */
export function makeSoughtToken(change: Partial<SoughtToken> = {}): SoughtToken {
  return { serialNumber: '8659623852755', model: 'C300-i', drift: { driftMs: 0, isFit: true }, ...change };
}
