import type { Command } from '../contract/command.ts';
import type { ItemId } from '../contract/item.ts';
import type { Result } from '../contract/result.ts';
import type { Mode, PracticeView, Snapshot } from '../contract/snapshot.ts';
import type { Platform } from '../contract/doctor.ts';
import { decideCommand, type StationCommand } from '../core/decide-command.ts';
import { isEdgeCommand, type EdgeCommand } from '../core/edge-command.ts';
import type { Event } from '../core/event.ts';
import type { GraphPort } from '../core/graph-port.ts';
import type { BenchPort, ClockPort, DevicesPort, JournalPort, ReaderListener, SignInPort } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import { toSnapshot } from '../core/to-snapshot.ts';
import { assertNever } from '../core/unreachable.ts';
import { createCodeVault } from './code-vault.ts';
import { hearReaders } from './hear-readers.ts';
import { runEffect } from './run-effect.ts';
import { createDesks, isDeskCommand, type DeskOptions } from './desks.ts';
import type { SeedDesk } from './seed-desk.ts';
import type { SettingsDesk } from './settings-desk.ts';
import { createStationLoop, type StationLoop } from './station-loop.ts';

/** What the practice panel can do; absent on a real bench. */
export type PracticePanel = {
  readonly scan: (reader: number, text: string, aimId: string) => void;
  readonly plug: (reader: number, isPlugged: boolean) => void;
  readonly setTrouble: (trouble: Extract<Command, { kind: 'practiceTrouble' }>['trouble']) => void;
  readonly view: () => PracticeView;
};

export type StationOptions = {
  readonly mode: Mode;
  readonly platform: Platform;
  readonly journal: JournalPort;
  readonly graph: GraphPort;
  readonly clock: ClockPort;
  readonly devices: Pick<DevicesPort, 'lookAgain' | 'switchToHidPos'>;
  readonly bench: Pick<BenchPort, 'save'>;
  readonly practice: PracticePanel | null;
  /** People issue their own tokens here. */
  readonly isKiosk?: boolean;
  readonly signIn: SignInPort;
  readonly settings: Pick<SettingsDesk, 'change'>;
  readonly seeds: SeedDesk;
  /** What the desks beside the queue reach outside. */
  readonly deskEdges: Pick<DeskOptions, 'seeds' | 'files' | 'printer' | 'dataPath' | 'settings' | 'newKey'>;
  /** The newest picture, at most one per turn. */
  readonly publish: (snapshot: Snapshot) => void;
  /** Told of each event that was folded, for the log. */
  readonly onEvent: (event: Event) => void;
};

export type Station = Pick<StationLoop, 'dispatch' | 'idle' | 'stop'> & {
  readonly start: () => Promise<void>;
  readonly command: (command: Command) => Promise<Result<null>>;
  readonly readerListener: ReaderListener;
  readonly snapshot: () => Snapshot;
  /** Publishes again, where something outside the state has changed. */
  readonly refresh: () => void;
};

type SeedCommand = Extract<EdgeCommand, { kind: 'openSeedFile' | 'forgetSeeds' | 'seekToken' | 'stopSeeking' }>;

/** The station without its edges: readers' reports and commands go in, pictures come out. */
export function createStation(options: StationOptions): Station {
  const { clock, graph, journal, practice, mode, platform, signIn, devices, bench, settings, seeds } = options;
  const codes = createCodeVault();
  let revision = 0;
  let isPublishing = false;

  const loop = createStationLoop({
    journal,
    clock,
    runEffect: (effect, state) =>
      runEffect(effect, state, { graph, signIn, bench, clock, codes, tell: (event) => void loop.dispatch(event) }),
    onChange: (event) => {
      if (event.kind === 'itemRemoved') codes.forget(event.itemId);
      if (event.kind === 'codeExpired') codes.drop(event.itemId);
      // Whoever opened the file has left.
      if (event.kind === 'signedOut' || event.kind === 'sessionLost') seeds.forget();
      hearing.follow(event);
      desks.follow(event);
      options.onEvent(event);
      refresh();
    },
  });

  const desks = createDesks({
    ...options.deskEdges,
    state: loop.state,
    dispatch: loop.dispatch,
    refresh,
    clock,
    graph,
    journal,
    mode,
  });

  const hearing = hearReaders({ clock, state: loop.state, dispatch: loop.dispatch });

  function snapshot(): Snapshot {
    revision += 1;
    const atMs = clock.nowMs();
    return toSnapshot(loop.state(), platform, {
      revision,
      atMs,
      mode,
      practice: practice?.view() ?? null,
      seeds: seeds.view(),
      ...desks.view(),
    });
  }

  /** Two hundred scans in one turn are one picture. */
  function refresh(): void {
    if (isPublishing) return;
    isPublishing = true;
    clock.soon(() => {
      isPublishing = false;
      options.publish(snapshot());
    });
  }

  function command(asked: Command): Promise<Result<null>> {
    void loop.dispatch({ kind: 'deskUsed', atMs: clock.nowMs() });
    return isEdgeCommand(asked) ? edgeCommand(asked) : stationCommand(asked);
  }

  async function edgeCommand(asked: EdgeCommand): Promise<Result<null>> {
    if (isDeskCommand(asked)) return desks.command(asked);
    switch (asked.kind) {
      case 'practiceScan':
        return practise((panel) => panel.scan(asked.reader, asked.text, asked.aimId));
      case 'practicePlug':
        return practise((panel) => panel.plug(asked.reader, asked.isPlugged));
      case 'practiceTrouble':
        return practise((panel) => panel.setTrouble(asked.trouble));
      case 'cancelSignIn':
        signIn.cancel();
        return ok(null);
      case 'lookAgain':
        await devices.lookAgain();
        return ok(null);
      case 'changeSettings': {
        const changed = await settings.change(asked.change, asked.replacesBroken);
        if (!changed.ok) return changed;
        await loop.dispatch({ kind: 'settingsRead', atMs: clock.nowMs(), view: changed.value });
        return ok(null);
      }
      case 'switchToHidPos':
        return devices.switchToHidPos(asked.deviceKey);
      case 'openSeedFile':
      case 'forgetSeeds':
      case 'seekToken':
      case 'stopSeeking':
        return seedCommand(asked);
      default:
        return assertNever(asked);
    }
  }

  async function seedCommand(asked: SeedCommand): Promise<Result<null>> {
    // People at a kiosk have nothing to do with the seeds of others.
    if (options.isKiosk) return refuse('command-not-allowed');
    const { kind } = loop.state().session;
    if (asked.kind === 'openSeedFile' && kind !== 'in' && kind !== 'fixed') return refuse('signed-out');
    const answer = await askSeeds(asked);
    refresh();
    return answer;
  }

  function askSeeds(asked: SeedCommand): Promise<Result<null>> | Result<null> {
    switch (asked.kind) {
      case 'openSeedFile':
        return seeds.open(new Secret(asked.password), asked.again);
      case 'seekToken':
        return seeds.seek(asked.code);
      case 'stopSeeking':
        seeds.stopSeeking();
        return ok(null);
      case 'forgetSeeds':
        seeds.forget();
        return ok(null);
      default:
        return assertNever(asked);
    }
  }

  function practise(act: (panel: PracticePanel) => void): Result<null> {
    if (!practice) return refuse('practice-only');
    act(practice);
    refresh();
    return ok(null);
  }

  async function stationCommand(asked: StationCommand): Promise<Result<null>> {
    // A reader that is read as a device was heard there already.
    if (asked.kind === 'wedgeScan' && hearing.wasHeard(asked.text)) return ok(null);
    const decided = decideCommand(loop.state(), asked, clock.nowMs());
    if (!decided.ok) return decided;
    if (asked.kind === 'enterCode') return sendCode(asked.itemId, new Secret(asked.code), decided.value);
    await loop.dispatch(decided.value);
    return ok(null);
  }

  async function sendCode(itemId: ItemId, code: Secret, intent: Event): Promise<Result<null>> {
    const proof = seeds.prove(itemId, loop.state().items.get(itemId)?.serialNumber ?? '', code);
    if (proof) await loop.dispatch(proof);
    // Nothing is sent: the row says why.
    if (proof?.kind === 'codeDisproved') return ok(null);
    const held = codes.hold(itemId, code, clock.nowMs());
    if (!held.ok) return held;
    await loop.dispatch(intent);
    const became = loop.state().items.get(itemId)?.state.kind;
    // It waits where the tenant takes no more for now.
    if (became === 'activating' || became === 'waiting') return ok(null);
    // Something else came first, such as another person being chosen.
    codes.drop(itemId);
    return refuse('command-not-allowed');
  }

  return {
    start: () => loop.start(options.isKiosk ? [{ kind: 'kioskOpened', atMs: clock.nowMs() }] : []),
    dispatch: loop.dispatch,
    idle: loop.idle,
    stop: async (limitMs) => {
      hearing.stop();
      await loop.stop(limitMs);
    },
    command,
    snapshot,
    refresh,
    readerListener: hearing.listener,
  };
}
