import type { Problem } from '../contract/problem.ts';
import {
  LONGEST_KEY_PAUSE_MS,
  NOTHING_TYPED,
  readKeyReport,
  restTyping,
  type HalfTyping,
  type Typing,
} from '../core/keyboard-report.ts';
import type { ReaderInfo } from '../core/ports.ts';
import { noteOf } from '../core/scan-report-note.ts';
import { readTypedText } from '../core/scan-typed-text.ts';
import { heardFrom, troubleFrom, type LaneParts, type ReaderLane } from './heard-scan.ts';
import { createLaneView } from './lane-view.ts';

/**
 * A timer that is late says that the computer was busy, and that key reports may wait behind it: half a scan would be
 * another token's serial number. They get once more time.
 * Chosen: timers are commonly up to 16 ms late; and reading what waits takes less than a few milliseconds.
 */
const LATE_TIMER_MS = 25;
const KEYS_UNDER_WAY_MS = 50;

export type KeyLaneParts = LaneParts & {
  /** Told of each text; `true`: the window heard it first, and it is the same scan. */
  readonly isHeardAlready: (text: string, atMs: number) => boolean;
};

/** A scanner in keyboard mode that is read as a device: its key presses make a text, up to its suffix or a pause. */
export function createKeyLane(reader: ReaderInfo, parts: KeyLaneParts): ReaderLane {
  const { clock, siteRules, onScan, watcher, isHeardAlready } = parts;
  const view = createLaneView(clock, onScan);
  let typing: HalfTyping = NOTHING_TYPED;
  let callOffRest: (() => void) | null = null;

  function take({ half, typed }: Typing, atMs: number): void {
    typing = half;
    if (half.text !== '' && callOffRest === null) awaitRest(half.lastAtMs + LONGEST_KEY_PAUSE_MS, false);
    for (const text of typed) {
      if (isHeardAlready(text, atMs)) continue;
      const meaning = readTypedText(text, siteRules());
      view.look({ scan: heardFrom(reader, atMs, text, meaning), text, meaning }, atMs);
    }
  }

  /** One timer a label: it looks again where more keys have come. */
  function awaitRest(dueMs: number, isPutOff: boolean): void {
    callOffRest = clock.at(dueMs, () => {
      callOffRest = null;
      const nowMs = Math.max(dueMs, clock.nowMs());
      if (!isPutOff && nowMs - dueMs > LATE_TIMER_MS) awaitRest(nowMs + KEYS_UNDER_WAY_MS, true);
      else take(restTyping(typing, nowMs), nowMs);
    });
  }

  return {
    read: (report) => {
      const { bytes, atMs } = report;
      const read = readKeyReport(typing, bytes, atMs);
      const problem: Problem | null = read ? null : { code: 'report-malformed', detail: `${bytes.length} bytes` };
      // What is typed may be a secret, key by key.
      watcher()?.(noteOf({ report, fields: null }, false, problem));
      if (read) take(read, atMs);
      else if (problem) onScan(troubleFrom(reader, atMs, problem));
    },
    close: () => {
      view.flush();
      callOffRest?.();
    },
    forgetNotes: () => undefined,
  };
}
