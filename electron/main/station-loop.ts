import { dueEffects, nextDueAtMs, type Effect } from '../core/due-effects.ts';
import { isDurable } from '../core/durable-events.ts';
import type { DurableEvent, Event, PassingEvent } from '../core/event.ts';
import type { ClockPort, JournalPort } from '../core/ports.ts';
import { reduce } from '../core/reduce.ts';
import { EMPTY_STATE, type State } from '../core/state.ts';
import { loadState } from './load-state.ts';

/** Chosen: often enough that freeing the disk is noticed at once, seldom enough not to press a disk that is ill. */
const RETRY_STORAGE_MS = 2_000;

export type LoopOptions = {
  readonly journal: JournalPort;
  readonly clock: ClockPort;
  /** Does what is due and gives the event of its outcome. It never rejects. */
  readonly runEffect: (effect: Effect, state: State) => Promise<Event>;
  /** Called after each change of the state. */
  readonly onChange: (event: Event) => void;
};

export type StationLoop = {
  /** `first`: what this station is, before anything follows from what the journal holds. */
  readonly start: (first?: readonly PassingEvent[]) => Promise<void>;
  readonly state: () => State;
  /** Resolves once the event is stored, as far as the disk allows, and folded. */
  readonly dispatch: (event: Event) => Promise<void>;
  /** Resolves once nothing is under way. */
  readonly idle: () => Promise<void>;
  /** Starts nothing more, waits for what is under way until the limit, and closes the journal. */
  readonly stop: (limitMs: number) => Promise<void>;
};

/** `effectKey`: the effect whose outcome this is; its key is free again once the outcome has been folded, not before. */
type Entry = { readonly event: Event; readonly effectKey: string | null; readonly folded: () => void };

/** One event at a time in the order of arrival: stored first, then folded, then what follows from the new state is started. */
export function createStationLoop({ journal, clock, runEffect, onChange }: LoopOptions): StationLoop {
  let state = EMPTY_STATE;
  let append = journal.append;
  let unsaved: readonly DurableEvent[] = [];
  let isDraining = false;
  let isStopping = false;
  let disarm: (() => void) | null = null;
  const inbox: Entry[] = [];
  const running = new Set<string>();
  let idleWaiters: (() => void)[] = [];

  function enqueue(event: Event, effectKey: string | null): Promise<void> {
    return new Promise((folded) => {
      inbox.push({ event, effectKey, folded });
      if (!isDraining) void drain();
    });
  }

  async function drain(): Promise<void> {
    isDraining = true;
    while (inbox.length > 0) {
      const batch = inbox.splice(0);
      await store(batch.map(({ event }) => event).filter(isDurable));
      for (const entry of batch) settle(entry);
      startDueEffects();
    }
    isDraining = false;
    arm();
    releaseIdle();
  }

  /** What the disk refuses waits in order and in memory; while anything waits, `dueEffects` starts nothing about tokens. */
  async function store(events: readonly DurableEvent[]): Promise<void> {
    if (events.length === 0) return;
    unsaved = [...unsaved, ...events];
    await saveUnsaved();
  }

  async function saveUnsaved(): Promise<void> {
    const saved = await append(unsaved);
    if (saved.ok) unsaved = [];
    if (saved.ok && state.storage.problem === null) return;
    const atMs = clock.nowMs();
    if (saved.ok) fold({ kind: 'storageRecovered', atMs });
    else fold({ kind: 'storageFailed', atMs, problem: saved.problem, unsavedEvents: unsaved.length });
  }

  function settle({ event, effectKey, folded }: Entry): void {
    fold(event);
    if (effectKey !== null) running.delete(effectKey);
    folded();
  }

  function fold(event: Event): void {
    state = reduce(state, event);
    onChange(event);
  }

  function startDueEffects(): void {
    if (isStopping) return;
    for (const effect of dueEffects(state, clock.nowMs())) {
      if (running.has(effect.key)) continue;
      running.add(effect.key);
      void runEffect(effect, state).then((event) => enqueue(event, effect.key));
    }
  }

  /** One timer, for the earliest moment at which time alone makes something due. */
  function arm(): void {
    disarm?.();
    const nowMs = clock.nowMs();
    const retryAtMs = unsaved.length > 0 ? nowMs + RETRY_STORAGE_MS : null;
    const times = [retryAtMs, nextDueAtMs(state, nowMs)].filter((atMs) => atMs !== null);
    disarm = times.length === 0 || isStopping ? null : clock.at(Math.min(...times), () => void tick());
  }

  async function tick(): Promise<void> {
    if (isDraining) return;
    isDraining = true;
    if (unsaved.length > 0) await saveUnsaved();
    startDueEffects();
    await drain();
  }

  function releaseIdle(): void {
    if (running.size > 0 || inbox.length > 0) return;
    for (const release of idleWaiters) release();
    idleWaiters = [];
  }

  function idle(): Promise<void> {
    return new Promise((release) => {
      idleWaiters.push(release);
      if (!isDraining) releaseIdle();
    });
  }

  async function finish(): Promise<void> {
    await idle();
    if (unsaved.length > 0) await saveUnsaved();
  }

  return {
    start: async (first = []) => {
      const loaded = await loadState(journal);
      if (loaded.ok) state = loaded.value.state;
      // A journal that cannot be read must not be written on either: nobody would know what was issued already.
      else append = () => Promise.resolve(loaded);
      const found = loaded.ok ? loaded.value : { unreadable: [], chainBrokenAtSeq: null };
      const { unreadable, chainBrokenAtSeq } = found;
      fold({ kind: 'journalOpened', atMs: clock.nowMs(), unreadable, chainBrokenAtSeq });
      for (const event of first) fold(event);
      await enqueue({ kind: 'restarted', atMs: clock.nowMs() }, null);
    },
    state: () => state,
    dispatch: (event) => enqueue(event, null),
    idle,
    stop: async (limitMs) => {
      isStopping = true;
      disarm?.();
      let callOff: (() => void) | null = null;
      const limit = new Promise<void>((reached) => {
        callOff = clock.at(clock.nowMs() + limitMs, reached);
      });
      await Promise.race([finish().then(() => callOff?.()), limit]);
      await journal.close();
    },
  };
}
