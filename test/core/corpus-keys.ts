import { buildVector, rawReport, type Scan } from './corpus-build.ts';
import { toHex } from './corpus-scanners.ts';
import type { CorpusFile, Vector } from './corpus-vector.ts';
import { keyReport, typeReports } from './keyboard-writer.ts';

type Row = readonly [id: string, what: string, scanner: string, texts: readonly string[], expect: readonly string[]];

/** Labels follow each other after this pause. */
const NEXT_MS = 2_000;

function scansOf(texts: readonly string[], stepMs = 2): readonly Scan[] {
  return texts.map((text, index) => ({ text, atMs: index * NEXT_MS, stepMs }));
}

const ROWS: readonly Row[] = [
  ['key-enter', 'digits and Enter', 'keyboard us', ['20033752\r'], ['20033752']],
  ['key-tab', 'digits and Tab', 'keyboard us', ['20033752\t'], ['20033752']],
  ['key-none', 'digits and no suffix', 'keyboard us', ['20033752'], ['20033752']],
  ['key-shift', 'capitals, with Shift', 'keyboard us', ['GALT11420104\r'], ['GALT11420104']],
  ['key-small', 'small letters, without', 'keyboard us', ['galt11420104\r'], ['galt11420104']],
  ['key-zeros', 'zeros in front', 'keyboard us', ['00040008CFA5\r'], ['00040008CFA5']],
  ['key-dash', 'a dash', 'keyboard us', ['306EUO4-00960\r'], ['306EUO4-00960']],
  ['key-mark', 'a mark of signs that need Shift', 'keyboard us', ['S/N: GALT11420104\r'], ['GALT11420104']],
  ['key-stars', 'stars', 'keyboard us', ['*00040008CFA5*\r'], ['00040008CFA5']],
  ['key-json', 'JSON', 'keyboard us', ['{"sn":"20033752"}\r'], ['20033752']],
  ['key-aim', 'the AIM identifier in front', 'keyboard us', [']C0GALT11420104\r'], ['GALT11420104']],
  ['key-aim-ean', 'the AIM identifier of an EAN', 'keyboard us', [']E04006381333931\r'], ['scan-retail-code']],
  ['key-overlap', 'keys that overlap', 'keyboard overlapping', ['GALT11420104\r'], ['GALT11420104']],
  [
    'key-overlap-small',
    'small and capital letters that overlap',
    'keyboard overlapping',
    ['GaLt1122334\r'],
    ['GaLt1122334'],
  ],
  ['key-two', 'two labels', 'keyboard us', ['20033752\r', '60234567\r'], ['20033752', '60234567']],
  ['key-two-none', 'two labels without a suffix', 'keyboard us', ['20033752', '60234567'], ['20033752', '60234567']],
  ['key-six', 'six digits may be the code of a token', 'keyboard us', ['123456\r'], ['scan-not-a-serial']],
  ['key-seven', 'seven digits are no code', 'keyboard us', ['1234567\r'], ['1234567']],
  ['key-secret', 'a seed', 'keyboard us', ['JBSWY3DPEHPK3PXP\r'], ['scan-holds-secret']],
  ['key-otpauth', 'otpauth', 'keyboard us', ['otpauth://totp/a?secret=JBSWY3DP\r'], ['scan-holds-secret']],
  ['key-command', 'a mark', 'keyboard us', ['TS:PARK\r'], ['mark:park']],
  ['key-empty', 'Enter alone is nothing', 'keyboard us', ['\r', '\r', '20033752\r'], ['20033752']],
  ['key-enter-tab', 'Enter and Tab', 'keyboard us', ['20033752\r\t', '60234567\r\t'], ['20033752', '60234567']],
  ['key-long', '257 keys', 'keyboard us', [`${'12'.repeat(128)}3\r`], ['scan-too-long']],
  ['key-azerty', 'a scanner that is set to French keys', 'keyboard azerty', ['20033752\r'], ['scan-not-a-serial']],
  ['key-qwertz', 'a scanner that is set to German keys', 'keyboard qwertz', ['306EUO4-00960\r'], ['scan-not-a-serial']],
];

function rawVector(id: string, what: string, reports: readonly Uint8Array[], expect: readonly string[]): Vector {
  const more = reports.map((bytes, index) => rawReport(index * 2, toHex(bytes)));
  return buildVector({ id, what, scanner: 'keyboard us', scans: [], more, expect });
}

const label = typeReports('keyboard us', '20033752');
const enter = typeReports('keyboard us', '\r');
const rollOver = keyReport([1, 1, 1, 1, 1, 1]);

const special: readonly Vector[] = [
  rawVector(
    'key-held',
    'each report comes three times',
    [...label, ...enter].flatMap((bytes) => [bytes, bytes, bytes]),
    ['20033752'],
  ),
  rawVector(
    'key-roll-over',
    'more keys than fit, for a moment',
    [...label.slice(0, 5), rollOver, ...label.slice(5), ...enter],
    ['20033752'],
  ),
  rawVector(
    'key-right-shift',
    'the right Shift',
    [keyReport([0x0a], 0x20), keyReport([]), ...label, ...enter],
    ['G20033752'],
  ),
  rawVector(
    'key-pad',
    'the number pad and its Enter',
    [...pad('20033752'), keyReport([0x58]), keyReport([])],
    ['20033752'],
  ),
  rawVector(
    'key-unknown',
    'F1 among the digits',
    [...label, keyReport([0x3a]), keyReport([]), ...enter],
    ['scan-control-characters'],
  ),
  rawVector(
    'key-control',
    'Control and a letter',
    [...label, keyReport([0x30], 0x01), keyReport([]), ...enter],
    ['scan-control-characters'],
  ),
  rawVector(
    'key-nine',
    'a report of nine bytes',
    [...label, ...enter, new Uint8Array(9)],
    ['20033752', 'report-malformed'],
  ),
  buildVector({
    id: 'key-slow',
    what: 'every 90 ms a report',
    scanner: 'keyboard us',
    scans: scansOf(['20033752\r'], 90),
    expect: ['20033752'],
  }),
  buildVector({
    id: 'key-beside-pos',
    what: 'a keyboard and a scanner at the same time',
    scanner: { left: 'keyboard us', right: 'layout A' },
    scans: [{ text: '20033752\r' }, { text: '60234567', reader: 'right', atMs: 5 }],
    expect: ['right 60234567', 'left 20033752'],
  }),
  buildVector({
    id: 'key-two-readers',
    what: 'two keyboards at the same time',
    scanner: { left: 'keyboard us', right: 'keyboard us' },
    scans: [{ text: '20033752\r' }, { text: '60234567\r', reader: 'right', atMs: 1 }],
    expect: ['left 20033752', 'right 60234567'],
  }),
  buildVector({
    id: 'key-repeated',
    what: 'the same label twice within 600 ms',
    scanner: 'keyboard us',
    scans: [{ text: '20033752\r' }, { text: '20033752\r', atMs: 300 }],
    expect: ['20033752'],
  }),
  buildVector({
    id: 'key-unknown-raw',
    what: 'a key of no sign alone, and a label after it',
    scanner: 'keyboard us',
    scans: [{ text: '20033752\r', atMs: 1_000 }],
    more: [rawReport(0, '00003A0000000000')],
    expect: ['scan-control-characters', '20033752'],
  }),
];

/** Source: HID Usage Tables 1.5, page 0x07: 1 to 9 and 0 of the number pad are 0x59 to 0x62. */
function pad(digits: string): readonly Uint8Array[] {
  return Array.from(digits, Number).flatMap((digit) => [keyReport([digit === 0 ? 0x62 : 0x58 + digit]), keyReport([])]);
}

export const KEYS: CorpusFile = {
  about: 'Readers in keyboard mode, read from the device itself: reports of a boot keyboard.',
  source:
    "HID 1.11 appendix B.1 and HID Usage Tables 1.5 page 0x07. A scanner sends the places of US keys, whatever layout the computer has; what one sends that is set to another country is refused where it can be told. @point-of-sale/keyboard-barcode-scanner's read-me: the paces.",
  vectors: [
    ...ROWS.map(([id, what, scanner, texts, expect]) =>
      buildVector({ id, what, scanner, scans: scansOf(texts), expect }),
    ),
    ...special,
  ],
};

type NumberRow = readonly [id: string, what: string, bytes: readonly number[], expect: string];

const NUMBER_ROWS: readonly NumberRow[] = [
  ['number-zeros', 'zeros in front', [0x00, 0x04, 0x00, 0x08, 0xcf, 0xa5], '00040008CFA5'],
  ['number-digits', 'no letters', [0x20, 0x03, 0x37, 0x52], '20033752'],
  ['number-seven', 'seven bytes, as a chip has them', [0x04, 0xa2, 0x24, 0xd1, 0x5b, 0x66, 0x80], '04A224D15B6680'],
  ['number-all-zeros', 'zeros only', [0, 0, 0, 0], '00000000'],
  ['number-short', 'two bytes are too few', [0x12, 0x34], 'scan-not-a-serial'],
  [
    'number-long',
    'eleven bytes are too many',
    Array.from({ length: 11 }, (_, index) => 0x10 + index),
    'scan-not-a-serial',
  ],
  ['number-text', 'bytes that would be text', [0x0d, 0x0a, 0x20, 0x09, 0x11], '0D0A200911'],
  ['number-none', 'no bytes', [], 'scan-empty'],
];

export const NUMBERS: CorpusFile = {
  about: 'Readers that send a number in binary, not text.',
  source:
    'Made up: a layout with the encoding `hex`. SafeNet prints its numbers in hexadecimal digits; chips have 4, 7 or 10 bytes.',
  vectors: NUMBER_ROWS.map(([id, what, bytes, expect]) =>
    buildVector({
      id,
      what,
      scanner: 'number reader',
      scans: [{ text: String.fromCharCode(...bytes) }],
      expect: [expect],
    }),
  ),
};
