import type { InventoryCommand, InventoryRow, InventoryView } from '../contract/inventory.ts';
import type { Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import { isForbidden } from '../core/capabilities.ts';
import type { Event } from '../core/event.ts';
import { compareInventory, countRows, pageOfRows } from '../core/inventory-rows.ts';
import type { TokenFacts } from '../core/graph-port.ts';
import { ok, refuse } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import { assertNever } from '../core/unreachable.ts';
import type { Desk, DeskOptions } from './desks.ts';
import { createPause, type Pause } from './pause.ts';
import { readInventory } from './read-inventory.ts';
import { sendInventory } from './send-inventory.ts';

/** One dry run and what came of it. */
type Run = {
  readonly fileName: string;
  /** The file that it is about: the same list as long as it is in memory. */
  readonly tokens: readonly TokenFacts[];
  readonly pause: Pause;
  readonly rows: Map<string, InventoryRow>;
  stage: InventoryView['stage'];
  problem: Problem | null;
  readCount: number;
  page: number;
  onlyTroubled: boolean;
  isStopAsked: boolean;
};

type Sighting = { readonly code: Secret; readonly atMs: number };

/** Puts the tokens of the seed file into the tenant: a dry run, the proof by one physical token, then batch by batch. */
export function createInventoryDesk(options: DeskOptions): Desk<InventoryCommand, InventoryView | null> {
  const { state, dispatch, refresh, clock, graph, seeds } = options;
  let run: Run | null = null;
  /** Codes of one and the same token, as long as they do not prove it. */
  let sightings: readonly Sighting[] = [];

  function check(): Result<null> {
    const tokens = seeds.devices();
    const fileName = seeds.view()?.fileName;
    if (isForbidden(state(), 'writeInventory')) return refuse('import-not-permitted');
    if (!tokens || fileName === undefined) return refuse('seeds-missing');
    if (isBusy()) return refuse('command-not-allowed');
    const begun: Run = {
      fileName,
      tokens,
      pause: createPause(clock),
      rows: new Map(),
      stage: 'reading',
      problem: null,
      readCount: 0,
      page: 0,
      onlyTroubled: false,
      isStopAsked: false,
    };
    if (run?.tokens !== tokens) sightings = [];
    run = begun;
    refresh();
    void read(begun);
    return ok(null);
  }

  async function read(begun: Run): Promise<void> {
    const inventory = await readAll(begun, () => run !== begun);
    if (run !== begun) return;
    if (!inventory.ok) return finish(begun, 'stopped', inventory.problem);
    for (const [key, row] of compareInventory(begun.tokens, inventory.value)) begun.rows.set(key, row);
    finish(begun, 'ready', null);
  }

  function readAll(begun: Run, isLeft: () => boolean): ReturnType<typeof readInventory> {
    begun.readCount = 0;
    return readInventory({
      graph,
      clock,
      pause: begun.pause,
      isLeft,
      onProgress: (tokenCount) => {
        begun.readCount = tokenCount;
        refresh();
      },
    });
  }

  function prove(typed: string): Result<null> {
    if (!/^[0-9]{6}$/.test(typed)) return refuse('code-not-six-digits');
    if (!seeds.devices()) return refuse('seeds-missing');
    const code = new Secret(typed);
    if (sightings.some((known) => known.code.equals(code))) return refuse('code-already-tried');
    const asked = [...sightings, { code, atMs: clock.nowMs() }];
    const matches = seeds.find(asked);
    // A big box has a token for nearly every code: then the next code of the same token tells.
    sightings = matches.length === 0 || seeds.view()?.isProved ? [] : asked;
    refresh();
    return matches.length === 0 ? refuse('code-of-no-token') : ok(null);
  }

  function start(): Result<null> {
    if (isBusy()) return refuse('command-not-allowed');
    if (!seeds.devices()) return refuse('seeds-missing');
    if (run?.stage !== 'ready' || obstacleOf(run)) return refuse('inventory-out-of-date');
    if (!seeds.view()?.isProved) return refuse('seed-not-proved');
    run.stage = 'sending';
    refresh();
    void send(run);
    return ok(null);
  }

  async function send(begun: Run): Promise<void> {
    const problem = await sendInventory({
      graph,
      clock,
      pause: begun.pause,
      rows: begun.rows,
      obstacle: () => obstacleOf(begun) ?? (begun.isStopAsked ? { code: 'cancelled' } : null),
      newDevices: seeds.newDevices,
      readAgain: () => readAll(begun, () => obstacleOf(begun) !== null),
      onProgress: refresh,
    });
    const { created, refused } = countRows(begun.rows);
    finish(begun, problem ? 'stopped' : 'done', problem);
    if (created + refused === 0) return;
    await dispatch({
      kind: 'inventoryImported',
      atMs: clock.nowMs(),
      fileName: begun.fileName,
      createdCount: created,
      refusedCount: refused,
    });
  }

  function finish(begun: Run, stage: InventoryView['stage'], problem: Problem | null): void {
    begun.stage = stage;
    begun.problem = problem;
    refresh();
  }

  /** Whether the file is still the one that was compared. */
  function obstacleOf({ tokens }: Run): Problem | null {
    const present = seeds.devices();
    if (!present) return { code: 'seeds-missing' };
    return present === tokens ? null : { code: 'inventory-out-of-date' };
  }

  function isBusy(): boolean {
    return run?.stage === 'reading' || run?.stage === 'sending';
  }

  function leave(): Result<null> {
    if (run?.stage === 'sending') run.isStopAsked = true;
    run?.pause.end();
    if (run?.stage !== 'sending') {
      run = null;
      sightings = [];
    }
    refresh();
    return ok(null);
  }

  function show(page: number, onlyTroubled: boolean): Result<null> {
    if (!run) return refuse('inventory-out-of-date');
    run.page = page;
    run.onlyTroubled = onlyTroubled;
    refresh();
    return ok(null);
  }

  function answer(asked: InventoryCommand): Result<null> {
    switch (asked.kind) {
      case 'checkInventory':
        return check();
      case 'showInventory':
        return show(asked.page, asked.onlyTroubled);
      case 'proveInventory':
        return prove(asked.code);
      case 'importInventory':
        return start();
      case 'leaveInventory':
        return leave();
      default:
        return assertNever(asked);
    }
  }

  return {
    view: () => run && toView(run, sightings.length > 0),
    command: (asked) => Promise.resolve(answer(asked)),
    follow: (event: Event) => {
      if (event.kind !== 'signedOut' && event.kind !== 'sessionLost') return;
      sightings = [];
      // The batch that is under way is still heard; the seeds for the next are gone.
      if (run?.stage === 'sending') run.pause.end();
      else if (run?.stage === 'reading' || run?.stage === 'ready') leave();
    },
  };

  function toView(shown: Run, wantsNextCode: boolean): InventoryView {
    const { stage, problem, readCount, rows, onlyTroubled } = shown;
    const counts = countRows(rows);
    const sentCount = rows.size - counts.new;
    return {
      stage,
      problem: stage === 'ready' ? obstacleOf(shown) : problem,
      doneCount: stage === 'reading' ? readCount : sentCount,
      counts,
      isProved: seeds.view()?.isProved ?? false,
      wantsNextCode,
      onlyTroubled,
      ...pageOfRows(rows, shown),
    };
  }
}
