import type { ClockPort } from '../../core/ports.ts';
import type { PlugChange, PlugEvents } from './plug-events.ts';

/** Chosen: what belongs to one plugging comes within a few milliseconds of each other; a person does not see 50. */
const QUIET_MS = 50;
/** Chosen: a device that changes without end must not keep the others from being seen. */
const LONGEST_QUIET_MS = 250;
/** Chosen: for what the events do not tell, such as a device on Bluetooth on Windows; 4 to 8 ms twice a minute. */
const SAFETY_LOOK_MS = 30_000;
/** Chosen: without events, a reader must still be usable within two seconds of plugging in. */
const LOOK_WITHOUT_EVENTS_MS = 1_500;

/** Why it is looked, the strongest first. `afresh`: nothing that is open is to be trusted. */
const REASONS = ['afresh', 'devices', 'rights', 'retry', 'regular'] as const;
export type LookReason = (typeof REASONS)[number];

export type Lookout = {
  readonly begin: () => Promise<void>;
  readonly end: () => void;
  /** A look that begins after this call; settles when it is done. Looks do not overlap, and waiting ones become one. */
  readonly lookNow: (reason: LookReason) => Promise<void>;
  /** There will be a look in `delayMs` at the latest. */
  readonly lookWithin: (delayMs: number) => void;
  readonly hasEvents: () => boolean;
};

type Parts = {
  readonly clock: ClockPort;
  readonly plugEvents: PlugEvents;
  readonly look: (reason: LookReason) => Promise<void>;
  /** Whether a change of rights could matter to anything. */
  readonly careForRights: () => boolean;
};

/** Decides when to look for devices: when something changed, when a retry is due, and once in a while to be safe. */
export function createLookout({ clock, plugEvents, look, careForRights }: Parts): Lookout {
  const due = new Map<LookReason, number>();
  let firstChangeAtMs: number | null = null;
  let hasEvents = true;
  let isOver = false;
  let stopTimer = (): void => undefined;
  let stopWatching = (): void => undefined;
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let wanted: LookReason = 'regular';

  function noteChange(change: PlugChange): void {
    if (isOver || (change === 'rights' && !careForRights())) return;
    const nowMs = clock.nowMs();
    firstChangeAtMs ??= nowMs;
    due.set(change, Math.min(nowMs + QUIET_MS, firstChangeAtMs + LONGEST_QUIET_MS));
    arm();
  }

  /** One timer, for whatever is due first. */
  function arm(): void {
    stopTimer();
    const [first] = [...due].toSorted(([, one], [, other]) => one - other);
    if (isOver || !first) return;
    stopTimer = clock.at(first[1], () => void lookNow(first[0]));
  }

  function lookNow(reason: LookReason): Promise<void> {
    wanted = stronger(wanted, reason);
    for (const pending of due.keys()) wanted = stronger(wanted, pending);
    due.clear();
    firstChangeAtMs = null;
    stopTimer();
    next ??= (current ?? Promise.resolve()).then(run);
    return next;
  }

  async function run(): Promise<void> {
    current = next;
    next = null;
    const reason = wanted;
    wanted = 'regular';
    if (isOver) return;
    await look(reason).finally(() => {
      current = null;
    });
    due.set('regular', clock.nowMs() + (hasEvents ? SAFETY_LOOK_MS : LOOK_WITHOUT_EVENTS_MS));
    arm();
  }

  return {
    begin: () => {
      // First the events, then the list: what comes in between is seen.
      stopWatching = plugEvents.watch(noteChange, () => {
        hasEvents = false;
        if (due.has('regular')) due.set('regular', clock.nowMs() + LOOK_WITHOUT_EVENTS_MS);
        arm();
      });
      return lookNow('devices');
    },
    end: () => {
      isOver = true;
      stopTimer();
      stopWatching();
    },
    lookNow,
    lookWithin: (delayMs) => {
      due.set('retry', Math.min(clock.nowMs() + delayMs, due.get('retry') ?? Infinity));
      arm();
    },
    hasEvents: () => hasEvents,
  };
}

function stronger(one: LookReason, other: LookReason): LookReason {
  return REASONS.indexOf(one) <= REASONS.indexOf(other) ? one : other;
}
