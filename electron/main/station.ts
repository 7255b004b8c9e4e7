import type { Command } from '../contract/command.ts';
import type { ItemId } from '../contract/item.ts';
import type { Result } from '../contract/result.ts';
import type { Mode, PracticeView, Snapshot } from '../contract/snapshot.ts';
import { decideCommand, type StationCommand } from '../core/decide-command.ts';
import type { Event } from '../core/event.ts';
import type { ClockPort, GraphPort, JournalPort, ReaderListener, SignInPort } from '../core/ports.ts';
import { ok, refuse } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import { toSnapshot } from '../core/to-snapshot.ts';
import { createCodeVault } from './code-vault.ts';
import { runEffect } from './run-effect.ts';
import { createScanLine } from './scan-line.ts';
import { createStationLoop, type StationLoop } from './station-loop.ts';

/** What the practice panel can do; absent on a real bench. */
export type PracticePanel = {
  readonly scan: (text: string, aimId: string) => void;
  readonly setTrouble: (trouble: Extract<Command, { kind: 'practiceTrouble' }>['trouble']) => void;
  readonly view: () => PracticeView;
};

export type StationOptions = {
  readonly mode: Mode;
  readonly journal: JournalPort;
  readonly graph: GraphPort;
  readonly clock: ClockPort;
  readonly practice: PracticePanel | null;
  readonly signIn: SignInPort;
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

/** The station without its edges: readers' reports and commands go in, pictures come out. */
export function createStation(options: StationOptions): Station {
  const { clock, graph, journal, practice, mode, signIn } = options;
  const codes = createCodeVault();
  const scanLine = createScanLine();
  let revision = 0;
  let isPublishing = false;

  const loop = createStationLoop({
    journal,
    clock,
    runEffect: (effect, state) => runEffect(effect, state, { graph, signIn, clock, codes }),
    onChange: (event) => {
      if (event.kind === 'itemRemoved') codes.forget(event.itemId);
      if (event.kind === 'codeExpired') codes.drop(event.itemId);
      options.onEvent(event);
      refresh();
    },
  });

  function snapshot(): Snapshot {
    revision += 1;
    return toSnapshot(loop.state(), { revision, atMs: clock.nowMs(), mode, practice: practice?.view() ?? null });
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

  async function command(asked: Command): Promise<Result<null>> {
    if (asked.kind === 'practiceScan') return practise((panel) => panel.scan(asked.text, asked.aimId));
    if (asked.kind === 'practiceTrouble') return practise((panel) => panel.setTrouble(asked.trouble));
    if (asked.kind !== 'cancelSignIn') return stationCommand(asked);
    signIn.cancel();
    return ok(null);
  }

  function practise(act: (panel: PracticePanel) => void): Result<null> {
    if (!practice) return refuse('practice-only');
    act(practice);
    refresh();
    return ok(null);
  }

  async function stationCommand(asked: StationCommand): Promise<Result<null>> {
    const decided = decideCommand(loop.state(), asked, clock.nowMs());
    if (!decided.ok) return decided;
    if (asked.kind === 'enterCode') return sendCode(asked.itemId, new Secret(asked.code), decided.value);
    await loop.dispatch(decided.value);
    return ok(null);
  }

  async function sendCode(itemId: ItemId, code: Secret, intent: Event): Promise<Result<null>> {
    const held = codes.hold(itemId, code, clock.nowMs());
    if (!held.ok) return held;
    await loop.dispatch(intent);
    if (loop.state().items.get(itemId)?.state.kind === 'activating') return ok(null);
    // Something else came first, such as another person being chosen.
    codes.drop(itemId);
    return refuse('command-not-allowed');
  }

  return {
    start: loop.start,
    dispatch: loop.dispatch,
    idle: loop.idle,
    stop: loop.stop,
    command,
    snapshot,
    refresh,
    readerListener: {
      onAttached: (reader) => {
        scanLine.attach(reader);
        const { readerKey, name } = reader;
        void loop.dispatch({ kind: 'readerAttached', atMs: clock.nowMs(), readerKey, name });
      },
      onDetached: (readerKey) => {
        scanLine.detach(readerKey);
        void loop.dispatch({ kind: 'readerDetached', atMs: clock.nowMs(), readerKey });
      },
      onReport: (report) => {
        for (const event of scanLine.read(report)) void loop.dispatch(event);
      },
      onTrouble: ({ readerKey, name }, problem) => {
        void loop.dispatch({ kind: 'readerTroubled', atMs: clock.nowMs(), readerKey, name, problem });
      },
    },
  };
}
