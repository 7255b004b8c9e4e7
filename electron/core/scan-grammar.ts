import type { Problem } from '../contract/problem.ts';
import type { DurableEvent } from './event.ts';
import type { Scan } from './scan-assembler.ts';
import {
  isAssetTag,
  isBareSecret,
  isGs1Carrier,
  isLink,
  isRetailCode,
  isSecretLink,
  isSerialNumber,
  LONGEST_SERIAL,
  mayHoldSecret,
} from './scan-rules.ts';

/** What was scanned. `scannedText` is kept beside the serial number that is used, so that the difference can be shown. */
export type ScanMeaning =
  | {
      readonly kind: 'serialNumber';
      readonly serialNumber: string;
      readonly scannedText: string;
      readonly aimId: string | null;
    }
  | { readonly kind: 'refused'; readonly problem: Problem; readonly shownText: string };

/** Chosen: the longest label seen at a depot is an order line of about a hundred characters. */
const LONGEST_SCAN = 256;

/** Reads the bytes of one scan. Scanners send ISO 8859-1 or ASCII; what a serial number cannot hold is refused below. */
export function readScan(scan: Scan): ScanMeaning {
  if (scan.overflow) return refused('scan-too-long', '');
  return readScanText(String.fromCharCode(...scan.bytes), scan.aimId);
}

/**
 * Decides what a text is, the dangerous meanings first. Nothing is guessed: what is not clearly a serial number is
 * refused with the reason, and no leading zero is ever dropped.
 */
export function readScanText(raw: string, aimId: string | null): ScanMeaning {
  if (raw.length > LONGEST_SCAN) return refused('scan-too-long', '');
  // A scanner's suffix (CR, LF, TAB) and stray blanks are not part of the label.
  const text = raw.trim();
  if (text === '') return refused('scan-empty', '');
  if (isSecretLink(text)) return refused('scan-holds-secret', '');
  // A link may carry a secret in its path or query: nothing of it is kept.
  if (isLink(text)) return refused('scan-link', '');
  // oxlint-disable-next-line no-control-regex -- finding control characters is the point
  if (/[\u0000-\u001f\u007f]/.test(text)) return refused('scan-control-characters', '');
  if (isRetailCode(aimId, text)) return refused('scan-retail-code', text);
  const serialNumber = isGs1Carrier(aimId) ? serialInGs1(text) : withoutMarks(text);
  if (serialNumber === null) return refused('scan-not-a-serial', text);
  if (isBareSecret(serialNumber)) return refused('scan-holds-secret', '');
  if (isAssetTag(serialNumber)) return refused('scan-asset-tag', serialNumber);
  if (!isSerialNumber(serialNumber)) return refused('scan-not-a-serial', text);
  return { kind: 'serialNumber', serialNumber, scannedText: text, aimId };
}

/** The event of a scan. */
export function scanEvent(
  meaning: ScanMeaning,
  by: { readonly readerKey: string; readonly readerName: string; readonly atMs: number },
): Extract<DurableEvent, { kind: 'scanned' | 'scanRefused' }> {
  if (meaning.kind === 'serialNumber') {
    const { serialNumber, scannedText, aimId } = meaning;
    return { kind: 'scanned', ...by, serialNumber, scannedText, aimId };
  }
  const { problem, shownText } = meaning;
  return { kind: 'scanRefused', atMs: by.atMs, readerKey: by.readerKey, problem, shownText };
}

/**
 * The serial number of GS1 data, or `null` where it says something else, such as a lot.
 * Source: GS1 General Specifications: application identifier 21 is a serial number of up to 20 characters.
 */
function serialInGs1(text: string): string | null {
  return /^21(.+)$/.exec(text)?.[1] ?? null;
}

/** Takes off what vendors print around a serial number: `S/N:`, `SN:`, and Code 39's start and stop signs. */
function withoutMarks(text: string): string {
  return text
    .replace(/^\*(.*)\*$/, '$1')
    .replace(/^(?:S\/N|SN|SERIAL(?: NO\.?| NUMBER)?)\s*[:#]\s*/i, '')
    .trim();
}

/** A long text that is no serial number may be a seed: only what is as short as a serial number is shown. */
function refused(code: Problem['code'], text: string): ScanMeaning {
  const shownText = text.length <= LONGEST_SERIAL && !mayHoldSecret(text) ? text : '';
  return { kind: 'refused', problem: { code }, shownText };
}
