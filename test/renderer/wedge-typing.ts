import {
  NO_BURST,
  pressKey,
  quietAtMs,
  restBurst,
  type Burst,
  type WedgeKey,
  type WedgeSpot,
} from '../../renderer/wedge/detect-burst.ts';

/** What a reader presses for a sign: the scan code of a US keyboard, written down by hand and not taken from the code. */
export type Press = { readonly code: string; readonly shift: boolean };

const OTHERS: Readonly<Record<string, Press>> = {
  ' ': { code: 'Space', shift: false },
  '-': { code: 'Minus', shift: false },
  _: { code: 'Minus', shift: true },
  '=': { code: 'Equal', shift: false },
  '+': { code: 'Equal', shift: true },
  '[': { code: 'BracketLeft', shift: false },
  ']': { code: 'BracketRight', shift: false },
  ';': { code: 'Semicolon', shift: false },
  ':': { code: 'Semicolon', shift: true },
  ',': { code: 'Comma', shift: false },
  '.': { code: 'Period', shift: false },
  '/': { code: 'Slash', shift: false },
  '?': { code: 'Slash', shift: true },
  '*': { code: 'Digit8', shift: true },
  '&': { code: 'Digit7', shift: true },
  '%': { code: 'Digit5', shift: true },
  '#': { code: 'Digit3', shift: true },
  '@': { code: 'Digit2', shift: true },
  '\n': { code: 'Enter', shift: false },
  '\t': { code: 'Tab', shift: false },
};

export function pressOf(sign: string): Press {
  if (/^[0-9]$/.test(sign)) return { code: `Digit${sign}`, shift: false };
  if (/^[a-z]$/i.test(sign)) return { code: `Key${sign.toUpperCase()}`, shift: sign !== sign.toLowerCase() };
  const press = OTHERS[sign];
  if (!press) throw new Error(`No key for ${JSON.stringify(sign)}.`);
  return press;
}

export const SEARCH: WedgeSpot = { inField: true, inCodeField: false, completesCode: false };
export const NOWHERE: WedgeSpot = { inField: false, inCodeField: false, completesCode: false };

export type Played = {
  readonly burst: Burst;
  readonly scans: readonly string[];
  /** What became of each key. */
  readonly decisions: readonly string[];
};

/** Plays keys, and rests wherever the timer of the page would. */
export function play(keys: readonly WedgeKey[], spot: WedgeSpot = SEARCH, from: Burst = NO_BURST): Played {
  let burst = from;
  const scans: string[] = [];
  const decisions: string[] = [];
  const restBefore = (atMs: number): void => {
    const quietMs = quietAtMs(burst);
    if (quietMs === null || atMs <= quietMs) return;
    const step = restBurst(burst);
    burst = step.burst;
    if (step.decision.kind === 'scan') scans.push(step.decision.text);
  };
  for (const key of keys) {
    restBefore(key.atMs);
    const step = pressKey(burst, key, spot);
    burst = step.burst;
    decisions.push(step.decision.kind);
    if (step.decision.kind === 'scan') scans.push(step.decision.text);
  }
  restBefore(Number.POSITIVE_INFINITY);
  return { burst, scans, decisions };
}

type Rhythm = {
  readonly startMs?: number;
  readonly gapMs: number;
  /** By how much each gap is off, from -1 to 1 of a fifth. */
  readonly strays?: readonly number[];
  readonly heldMs?: number;
};

/** Keys as a reader sends them: even, each let go before the next. */
export function scanned(text: string, { startMs = 1000, gapMs, strays = [0], heldMs = gapMs / 4 }: Rhythm): WedgeKey[] {
  let atMs = startMs;
  return Array.from(text, (sign, index) => {
    const key = { ...pressOf(sign), atMs, heldBeforeMs: heldMs, isCombined: false };
    atMs += gapMs * (1 + 0.2 * (strays[index % strays.length] ?? 0));
    return key;
  });
}

type Hand = { readonly meanMs: number; readonly spread: number; readonly heldMs: number };

/**
 * Keys as fingers send them: gaps as a skewed bell, some keys rolled over, each held for about `heldMs`.
 * Source: Dhakal et al., Observations on Typing from 136 Million Keystrokes (CHI 2018).
 */
export function typed(text: string, { meanMs, spread, heldMs }: Hand, seed: number, startMs = 1000): WedgeKey[] {
  const chance = chanceFrom(seed);
  let atMs = startMs;
  let heldBeforeMs = 0;
  return Array.from(text, (sign) => {
    const key = { ...pressOf(sign), atMs, heldBeforeMs, isCombined: false };
    const gapMs = meanMs * Math.exp(spread * bell(chance) - (spread * spread) / 2);
    const downMs = Math.max(35, heldMs * (1 + 0.22 * bell(chance)));
    atMs += gapMs;
    heldBeforeMs = downMs > gapMs ? Number.POSITIVE_INFINITY : downMs;
    return key;
  });
}

function bell(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Source: mulberry32, public domain: the same seed gives the same hand. */
function chanceFrom(seed: number): () => number {
  let state = Math.trunc(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
