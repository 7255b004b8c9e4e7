import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Result } from '../../electron/contract/result.ts';
import type { Mode } from '../../electron/contract/snapshot.ts';
import type { OrderDraftView } from '../../electron/contract/work-order.ts';
import type { OrderDeskCommand } from '../../electron/core/edge-command.ts';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import type { Order } from '../../electron/core/orders.ts';
import type { DirectoryUser, GraphPort, PersonKey, ReadOutcome } from '../../electron/core/graph-port.ts';
import type { ChosenPath } from '../../electron/core/ports.ts';
import { isDurable } from '../../electron/core/durable-events.ts';
import type { State } from '../../electron/core/state.ts';
import { createOrderDesk } from '../../electron/main/order-desk.ts';
import { createStationLoop } from '../../electron/main/station-loop.ts';
import { createHandClock, type HandClock } from '../fakes/hand-clock.ts';
import { createMemoryJournal } from '../fakes/memory-journal.ts';
import { SILENT_EDGES } from '../fakes/silent-edges.ts';
import { SILENT_GRAPH } from '../fakes/silent-graph.ts';
import { nextTurn } from './build-bench.ts';

export type PeopleOutcome = ReadOutcome<readonly DirectoryUser[]>;
export type Tenant = (key: PersonKey, call: number) => PeopleOutcome;

export type OrderBenchOptions = {
  readonly mode?: Mode;
  /** Whom the tenant knows; left out, everybody who is asked about. */
  readonly tenant?: Tenant;
  readonly readUsers?: GraphPort['readUsers'];
};

/** The order desk on a real loop, with real files; the tenant is a function of what is asked. */
export type OrderBench = {
  readonly hand: HandClock;
  readonly folder: string;
  /** Writes a file, and has the next dialog answer it. */
  readonly choose: (name: string, content: string | Uint8Array) => void;
  readonly answerTarget: (toPath: (suggested: string) => Promise<ChosenPath | null>) => void;
  readonly send: (command: OrderDeskCommand) => Promise<Result<null>>;
  /** Opens a list and waits until everybody has been looked up. */
  readonly opened: (content: string, name?: string) => Promise<OrderDraftView>;
  readonly draft: () => OrderDraftView | null;
  readonly ready: () => Promise<OrderDraftView>;
  readonly state: () => State;
  readonly orders: () => readonly Order[];
  readonly dispatch: (event: Event) => Promise<void>;
  readonly durable: readonly DurableEvent[];
  /** What was asked, a slice a call. */
  readonly asked: readonly (readonly PersonKey[])[];
  readonly refreshes: () => number;
  readonly suggested: readonly string[];
};

export const PRACTICE_MODE: Mode = { kind: 'practice', problem: null };

export function person(name: string, account: Partial<DirectoryUser['account']> = {}): DirectoryUser {
  const [id = name] = name.split('@');
  const user = { id, displayName: id, userPrincipalName: name, mail: null, department: null, jobTitle: null };
  return { user: { ...user, employeeId: null }, account: { isGuest: false, isEnabled: true, ...account } };
}

export function found(...people: readonly DirectoryUser[]): PeopleOutcome {
  return { kind: 'read', value: people };
}

export function failed(
  status: number | null,
  retryAfterMs: number | null = null,
  word = 'graph-failing',
): PeopleOutcome {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test names its problem in one word
  const code = word as 'graph-failing';
  return { kind: 'failed', problem: { code }, status, retryAfterMs };
}

export async function openOrderBench(options: OrderBenchOptions = {}): Promise<OrderBench> {
  const { mode = PRACTICE_MODE, tenant = ({ value }) => found(person(value)) } = options;
  const folder = mkdtempSync(join(tmpdir(), 'order-bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const hand = createHandClock();
  const { clock } = hand;
  const durable: DurableEvent[] = [];
  const asked: (readonly PersonKey[])[] = [];
  const suggested: string[] = [];
  let chosen: ChosenPath | null = null;
  let toTarget = (name: string): Promise<ChosenPath | null> => Promise.resolve({ name, path: join(folder, name) });
  let refreshCount = 0;

  const loop = createStationLoop({
    journal: createMemoryJournal().port,
    clock,
    // Nothing that follows from a state is this desk's.
    runEffect: () => new Promise(() => undefined),
    onChange: (event) => {
      if (isDurable(event)) durable.push(event);
      desk.follow?.(event);
    },
  });
  const readUsers: GraphPort['readUsers'] = async (keys) => {
    asked.push(keys);
    await nextTurn();
    return keys.map((key) => tenant(key, asked.length));
  };
  const desk = createOrderDesk({
    ...SILENT_EDGES,
    files: {
      chooseFile: () => Promise.resolve(chosen),
      chooseTarget: (_kind, name) => {
        suggested.push(name);
        return toTarget(name);
      },
    },
    state: loop.state,
    dispatch: loop.dispatch,
    refresh: () => {
      refreshCount += 1;
    },
    clock,
    graph: { ...SILENT_GRAPH, readUsers: options.readUsers ?? readUsers },
    journal: createMemoryJournal().port,
    mode,
    newKey: randomUUID,
  });
  await loop.start();
  await loop.dispatch({ kind: 'sessionFixed', atMs: clock.nowMs(), name: 'Operator' });
  durable.length = 0;

  const bench: OrderBench = {
    hand,
    folder,
    choose: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      chosen = { name, path };
    },
    answerTarget: (toPath) => {
      toTarget = toPath;
    },
    send: (command) => desk.command(command),
    opened: async (content, name = 'list.csv') => {
      bench.choose(name, content);
      const answer = await desk.command({ kind: 'openWorkOrder' });
      if (!answer.ok) throw new Error(answer.problem.code);
      return bench.ready();
    },
    draft: desk.view,
    ready: async () => {
      await until(() => desk.view()?.stage === 'ready');
      const view = desk.view();
      if (!view) throw new Error('no draft');
      return view;
    },
    state: loop.state,
    orders: () => loop.state().orders.list,
    dispatch: loop.dispatch,
    durable,
    asked,
    refreshes: () => refreshCount,
    suggested,
  };
  return bench;
}

export const START = { kind: 'startOrder', name: '', goal: 'activate' } as const;

/** What is said of each line, in one word each. */
export function faults({ lines }: OrderDraftView): readonly string[] {
  return lines.map((line) => [line.isUsable ? 'ok' : 'no', ...line.faults.map(({ kind }) => kind)].join(' '));
}

export function listOf(count: number): string {
  return ['upn', ...Array.from({ length: count }, (_, index) => `p${index}@x`), ''].join('\n');
}

export function problem(code: string): object {
  return { ok: false, problem: { code } };
}

/** Lets turns pass until something holds. Files are real, so that nobody knows how many that are. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 20_000; turn++) {
    if (holds()) return;
    await nextTurn();
  }
  throw new Error('it never held');
}
