import type { Result } from '../../contract/result.ts';
import { refuse } from '../../core/result.ts';
import {
  readSerialAnswer,
  readYubikeyReport,
  serialQuestion,
  YUBIKEY_REPORT_BYTES,
  YUBIKEY_RESET,
  type YubikeyReport,
} from '../../core/yubikey-frame.ts';
import type { HidHandle } from './hid-library.ts';

const NO_REPORT_ID = 0;
/** Chosen: a key takes a part in a few milliseconds. */
const ASK_AGAIN_MS = 10;
/** Chosen: a second in all. A key that is busy that long waits for a touch that nobody knows of. */
const MOST_ASKED = 100;

export type Pause = (delayMs: number) => Promise<void>;

/**
 * Reads the serial number of a YubiKey through its keyboard interface, which types nothing by that.
 * `token-serial-unreadable`: the key does not tell it (its setting SERIAL_API_VISIBLE is off), or does not answer.
 */
export async function askYubikey(handle: HidHandle, pause: Pause): Promise<Result<string>> {
  const patience = { left: MOST_ASKED };
  try {
    for (const report of serialQuestion()) {
      const before = await readUnless(['busy'], handle, pause, patience);
      if (!before) return refuse('token-serial-unreadable', { detail: 'YubiKey: it takes no question' });
      // Somebody else has asked and not heard it to the end.
      if (before.kind === 'part') await send(handle, YUBIKEY_RESET);
      await send(handle, report);
    }
    return await readAnswer(handle, pause, patience);
  } catch (error) {
    return refuse('token-serial-unreadable', { detail: error instanceof Error ? error.message : String(error) });
  }
}

type Patience = { left: number };

async function readAnswer(handle: HidHandle, pause: Pause, patience: Patience): Promise<Result<string>> {
  const bytes: number[] = [];
  for (let wanted = 0; ; wanted++) {
    const report = await readUnless(['busy', 'waiting', 'status'], handle, pause, patience);
    if (report?.kind !== 'part') {
      return refuse('token-serial-unreadable', { detail: 'YubiKey: it does not tell its serial number' });
    }
    // The first number comes again once all parts were read.
    if (report.part !== wanted) {
      await send(handle, YUBIKEY_RESET);
      return readSerialAnswer(bytes);
    }
    bytes.push(...report.bytes);
  }
}

/** The key's next report that is none of these; `null`: the patience is at its end. */
async function readUnless(
  passing: readonly YubikeyReport['kind'][],
  handle: HidHandle,
  pause: Pause,
  patience: Patience,
): Promise<YubikeyReport | null> {
  while (patience.left > 0) {
    patience.left -= 1;
    const report = readYubikeyReport(await handle.getFeatureReport(NO_REPORT_ID, YUBIKEY_REPORT_BYTES + 1));
    if (!passing.includes(report.kind)) return report;
    await pause(ASK_AGAIN_MS);
  }
  return null;
}

async function send(handle: HidHandle, report: readonly number[]): Promise<void> {
  await handle.sendFeatureReport([NO_REPORT_ID, ...report]);
}
