import { keyText } from './key-text.ts';
import {
  FAST_GAP_MS,
  isAlone,
  isFast,
  isSteady,
  LONGEST_GAP_MS,
  mayBeSteady,
  meanGapMs,
  type SignKey,
} from './rhythm.ts';

/** A key press, by the physical key. Times are milliseconds of the page's own clock. */
export type WedgeKey = {
  /** As in `KeyboardEvent.code`. */
  readonly code: string;
  readonly shift: boolean;
  readonly atMs: number;
  /** How long the sign's key before it was down: infinite while it still is. */
  readonly heldBeforeMs: number;
  /** With Ctrl, Alt, Meta or AltGraph, repeated by being held, or part of an input method's work. */
  readonly isCombined: boolean;
};

/** Where the key would land. */
export type WedgeSpot = {
  readonly inField: boolean;
  readonly inCodeField: boolean;
  /** This sign would be the last of the code, and send it; or is an answer by itself. */
  readonly completesCode: boolean;
};

/** What the keys so far come to. */
export type Burst =
  | {
      readonly kind: 'idle';
      readonly knownMs: readonly number[];
      readonly endedAtMs: number;
      /** A key from before this came late, after the page had given up waiting: it is the rest of something. */
      readonly quietUntilMs: number;
    }
  /** Typing, or the beginning of a scan. */
  | {
      readonly kind: 'open';
      readonly knownMs: readonly number[];
      readonly keys: readonly SignKey[];
      /** It began after a pause and has been even since: it may be a slow reader's. */
      readonly isEven: boolean;
      readonly isUnclear: boolean;
      readonly isHolding: boolean;
    }
  /** A scan. */
  | {
      readonly kind: 'taking';
      readonly knownMs: readonly number[];
      readonly text: string;
      readonly startMs: number;
      readonly lastMs: number;
      readonly meanMs: number;
    };

export type Decision =
  /** The key is the page's; what was held before it goes first. */
  | { readonly kind: 'pass' }
  /** The key must wait: it could do something that cannot be taken back. */
  | { readonly kind: 'hold' }
  /** The key is a scan's. What has landed since `startMs` is taken back, and what is held is dropped. */
  | { readonly kind: 'swallow'; readonly startMs: number }
  /** The scan is over. The key that ended it, if there was one, is the scan's, too. */
  | { readonly kind: 'scan'; readonly startMs: number; readonly text: string };

type Step = { readonly burst: Burst; readonly decision: Decision };

/**
 * Stands in a scan for what cannot be told: a key that writes nothing, or typing that ran into it. No serial number holds
 * it, so that the station refuses the scan and says so; nothing is cut off or put together by guess.
 */
export const UNCLEAR = '\uFFFD';

/** Chosen: what the station takes at its door. */
export const LONGEST_TEXT = 4096;

/** Chosen: at least four polls of a slow bus, and three keys of a slow reader. */
const SHORTEST_QUIET_MS = 60;
const QUIET_KEYS = 3;

/** Chosen: some readers send CR and LF, or pause before Enter; nobody presses Enter on hearing a scan in less. */
const LATE_END_MS = 150;

/** Chosen: more readers than a bench has. */
const KEPT_RHYTHMS = 4;

const NEVER = Number.NEGATIVE_INFINITY;

export const NO_BURST: Burst = { kind: 'idle', knownMs: [], endedAtMs: NEVER, quietUntilMs: NEVER };

/** When the burst is over if no key follows, or `null` where there is none. */
export function quietAtMs(burst: Burst): number | null {
  if (burst.kind === 'idle') return null;
  if (burst.kind === 'open') return (burst.keys.at(-1)?.atMs ?? 0) + LONGEST_GAP_MS;
  return burst.lastMs + Math.max(QUIET_KEYS * burst.meanMs, SHORTEST_QUIET_MS);
}

/** No key followed in time: a scan without Enter is complete, and what only may have been one was typing. */
export function restBurst(burst: Burst): Step {
  const quietUntilMs = quietAtMs(burst) ?? NEVER;
  if (burst.kind === 'taking') return finish(burst, burst.lastMs, quietUntilMs);
  return { burst: { ...dissolve(burst), quietUntilMs }, decision: { kind: 'pass' } };
}

/** What happens with a key. The caller rests a burst that is over first. */
export function pressKey(burst: Burst, key: WedgeKey, spot: WedgeSpot): Step {
  if (MODIFIERS.has(key.code)) return { burst, decision: { kind: 'pass' } };
  const char = key.isCombined ? null : keyText(key.code, key.shift);
  if (burst.kind === 'taking') {
    if (char !== null) return take(burst, char, key.atMs);
    return key.isCombined ? take(burst, UNCLEAR, key.atMs) : finish(burst, key.atMs);
  }
  if (char !== null) return grow(burst, { ...key, char }, spot);
  const isEnd = !key.isCombined && !key.shift && ENDS.has(key.code);
  if (isEnd && burst.kind === 'idle' && key.atMs - burst.endedAtMs <= LATE_END_MS)
    return { burst, decision: { kind: 'swallow', startMs: key.atMs } };
  if (isEnd && burst.kind === 'open' && burst.isEven && isSteady(burst.keys, key.atMs, burst.knownMs))
    return finish(recognise(burst), key.atMs);
  return { burst: dissolve(burst), decision: { kind: 'pass' } };
}

type Idle = Extract<Burst, { kind: 'idle' }>;
type Open = Extract<Burst, { kind: 'open' }>;
type Taking = Extract<Burst, { kind: 'taking' }>;

const MODIFIERS: ReadonlySet<string> = new Set(
  ['Shift', 'Control', 'Alt', 'Meta'].flatMap((key) => [`${key}Left`, `${key}Right`]).concat('CapsLock', 'NumLock'),
);

const ENDS: ReadonlySet<string> = new Set(['Enter', 'NumpadEnter', 'Tab']);

function grow(before: Exclude<Burst, Taking>, key: SignKey, spot: WedgeSpot): Step {
  const opened = before.kind === 'open' ? { ...before, keys: [...before.keys, key] } : begin(before, key);
  const burst = withoutTyping(opened);
  if (isFast(burst.keys) || (burst.isEven && isSteady(burst.keys, null, burst.knownMs))) {
    const taking = recognise(burst);
    return { burst: taking, decision: { kind: 'swallow', startMs: taking.startMs } };
  }
  const isHolding = burst.isHolding || mustWait(key, spot, burst.keys.length);
  return { burst: { ...burst, isHolding }, decision: { kind: isHolding ? 'hold' : 'pass' } };
}

function begin({ knownMs, quietUntilMs }: Idle, key: SignKey): Open {
  const isUnclear = key.atMs <= quietUntilMs;
  return { kind: 'open', knownMs, keys: [key], isEven: !isUnclear, isUnclear, isHolding: false };
}

/** Once the rhythm is no slow reader's, only a fast one can still begin: what was typed before its first key is not its. */
function withoutTyping(burst: Open): Open {
  const isEven = burst.isEven && mayBeSteady(burst.keys);
  if (isEven) return { ...burst, isEven };
  const start = burst.keys.findLastIndex(
    (key, index) => index > 0 && (!isAlone(key) || key.atMs - (burst.keys[index - 1]?.atMs ?? 0) > FAST_GAP_MS),
  );
  if (start < 1) return { ...burst, isEven };
  return { ...burst, isEven, keys: burst.keys.slice(start), isUnclear: true };
}

/** A sign whose landing could not be taken back: the last of a code, or one that presses a button or opens the help. */
function mustWait({ char }: SignKey, spot: WedgeSpot, length: number): boolean {
  if (spot.inCodeField) return spot.completesCode || !/\d/.test(char);
  if (spot.inField) return false;
  return spot.completesCode || (length > 1 && (char === ' ' || char === '?'));
}

function recognise(burst: Open): Taking {
  const { keys, knownMs, isUnclear } = burst;
  const text = (isUnclear ? UNCLEAR : '') + keys.map(({ char }) => char).join('');
  const [startMs, lastMs] = [keys[0]?.atMs ?? 0, keys.at(-1)?.atMs ?? 0];
  return { kind: 'taking', knownMs, text, startMs, lastMs, meanMs: meanGapMs(keys) };
}

/** The mean follows the newest gaps, so that a reader that slows down within a long link is not cut off. */
function take(burst: Taking, char: string, atMs: number): Step {
  const meanMs = burst.meanMs + (atMs - burst.lastMs - burst.meanMs) / 8;
  const text = burst.text.length < LONGEST_TEXT ? burst.text + char : burst.text;
  return { burst: { ...burst, text, lastMs: atMs, meanMs }, decision: { kind: 'swallow', startMs: burst.startMs } };
}

function finish({ knownMs, text, meanMs, startMs }: Taking, endedAtMs: number, quietUntilMs = NEVER): Step {
  const isClear = !text.includes(UNCLEAR);
  const known = isClear ? [meanMs, ...knownMs].slice(0, KEPT_RHYTHMS) : knownMs;
  return {
    burst: { kind: 'idle', knownMs: known, endedAtMs, quietUntilMs },
    decision: { kind: 'scan', startMs, text },
  };
}

function dissolve(burst: Exclude<Burst, Taking>): Idle {
  const endedAtMs = burst.kind === 'idle' ? burst.endedAtMs : NEVER;
  return { kind: 'idle', knownMs: burst.knownMs, endedAtMs, quietUntilMs: NEVER };
}
