import { NO_BURST, pressKey, quietAtMs, restBurst, type Burst, type Decision, type WedgeKey } from './detect-burst.ts';
import { releaseKeys, type HeldKey } from './held-keys.ts';
import { keyText } from './key-text.ts';
import { noteLanding, textFieldOf, undoLandings, type Landing } from './undo-landing.ts';

const CODE_LENGTH = 6;

/**
 * How much longer than the keys' own clock says the page waits, because a key may be under way: half a scan without Enter
 * would be another token's serial number. Typing that had to wait is not a scan yet, and is wanted sooner.
 * Chosen: more than a busy system holds back a key, and less than anybody waits for after the reader's beep.
 */
const SCAN_UNDER_WAY_MS = 250;
const KEY_UNDER_WAY_MS = 75;

/**
 * Watches the keys of the page before any part of it does, and calls `onScan` with the text of each scan and
 * the time of its first key. No key of a scan
 * presses, chooses or sends anything, and what has landed in a field is taken back. Returns the way to stop.
 */
export function listenToKeys(page: Window, onScan: (text: string, startMs: number) => void): () => void {
  let burst: Burst = NO_BURST;
  let landings: readonly Landing[] = [];
  let held: readonly HeldKey[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** The sign's key that went down last; `heldMs` is infinite until it is let go. */
  let lastSign = { code: '', downMs: 0, heldMs: 0 };
  /** Keys that the page has not seen go down must not be seen going up. */
  const swallowed = new Set<string>();

  const follow = (decision: Decision): void => {
    switch (decision.kind) {
      case 'hold':
        return;
      case 'pass': {
        // Shift passes, too, in the middle of what waits.
        if (burst.kind === 'open' && burst.isHolding) return;
        const waiting = held;
        held = [];
        releaseKeys(waiting);
        return;
      }
      case 'swallow':
      case 'scan': {
        const taken = landings.filter(({ atMs }) => atMs >= decision.startMs);
        const typedBefore = held.filter(({ event }) => event.timeStamp < decision.startMs);
        [landings, held] = [[], []];
        undoLandings(taken);
        releaseKeys(typedBefore);
        if (decision.kind === 'scan') onScan(decision.text, decision.startMs);
      }
    }
  };

  const rest = (): void => {
    const step = restBurst(burst);
    burst = step.burst;
    landings = [];
    follow(step.decision);
  };

  const setTimer = (fromMs: number): void => {
    if (timer !== null) clearTimeout(timer);
    const quietMs = quietAtMs(burst);
    const extraMs = burst.kind === 'taking' ? SCAN_UNDER_WAY_MS : KEY_UNDER_WAY_MS;
    timer = quietMs === null ? null : setTimeout(onTimer, quietMs - fromMs + extraMs, quietMs + extraMs);
  };

  const onTimer = (dueMs: number): void => {
    // A page that was busy gets its timers late, and perhaps before the keys that came in meanwhile.
    if (performance.now() - dueMs > KEY_UNDER_WAY_MS) timer = setTimeout(rest, KEY_UNDER_WAY_MS);
    else rest();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Only what a keyboard sent: a part of the page that makes up a key means that key.
    if (!event.isTrusted) return;
    const atMs = event.timeStamp;
    const quietMs = quietAtMs(burst);
    if (quietMs !== null && atMs > quietMs) rest();
    const place = document.activeElement;
    const key = wedgeKey(event, lastSign.heldMs);
    const isSign = !key.isCombined && keyText(key.code, key.shift) !== null;
    if (isSign) lastSign = { code: event.code, downMs: atMs, heldMs: Number.POSITIVE_INFINITY };

    const { burst: next, decision } = pressKey(burst, key, spotOf(place));
    burst = next;
    if (isSign && decision.kind === 'pass') landings = [...landings, noteLanding(place, atMs)];
    if (decision.kind === 'hold') held = [...held, { event, place }];
    follow(decision);
    if (burst.kind === 'idle') landings = [];
    setTimer(atMs);
    if (decision.kind === 'pass') return;
    swallowed.add(event.code);
    stop(event);
  };

  const onKeyUp = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return;
    if (event.code === lastSign.code) lastSign = { ...lastSign, heldMs: event.timeStamp - lastSign.downMs };
    if (swallowed.delete(event.code)) stop(event);
  };

  const onBlur = (): void => {
    swallowed.clear();
    lastSign = { code: '', downMs: 0, heldMs: 0 };
    if (timer !== null) clearTimeout(timer);
    rest();
  };

  page.addEventListener('keydown', onKeyDown, true);
  page.addEventListener('keyup', onKeyUp, true);
  page.addEventListener('blur', onBlur);
  return () => {
    if (timer !== null) clearTimeout(timer);
    page.removeEventListener('keydown', onKeyDown, true);
    page.removeEventListener('keyup', onKeyUp, true);
    page.removeEventListener('blur', onBlur);
  };
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function wedgeKey(event: KeyboardEvent, heldBeforeMs: number): WedgeKey {
  const { code, shiftKey, ctrlKey, altKey, metaKey, repeat, isComposing, timeStamp } = event;
  // With NumLock off the number pad moves the caret; with AltGraph a key writes something else.
  const isOther = event.key === 'Process' || event.key === 'Dead' || isPadWithoutLock(event);
  const isCombined =
    ctrlKey || altKey || metaKey || repeat || isComposing || isOther || event.getModifierState('AltGraph');
  return { code, shift: shiftKey, atMs: timeStamp, heldBeforeMs, isCombined };
}

function isPadWithoutLock({ code, key }: KeyboardEvent): boolean {
  return code.startsWith('Numpad') && code !== 'NumpadEnter' && key.length > 1;
}

function spotOf(place: Element | null): Parameters<typeof pressKey>[2] {
  const field = textFieldOf(place);
  const inCodeField = field?.matches('[data-code-field]') ?? false;
  const selected = field ? (field.selectionEnd ?? 0) - (field.selectionStart ?? 0) : 0;
  const completesCode = inCodeField && field !== null && field.value.length - selected + 1 >= CODE_LENGTH;
  // There, one digit is an answer: it must not be a scan's first.
  const isAnswer = field === null && (place?.closest('[data-digit-keys]') ?? null) !== null;
  return { inField: field !== null, inCodeField, completesCode: completesCode || isAnswer };
}
