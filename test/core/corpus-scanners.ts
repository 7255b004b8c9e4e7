import { isKeyboard, typeReports } from './keyboard-writer.ts';

/**
 * Where a scanner puts the parts of a scan, written down by hand from the manuals and the descriptors' comments, so that
 * the corpus does not rest on the code that it judges. Offsets count from the first byte that the device sends.
 */
type Places = {
  readonly id: number | null;
  readonly lengthBytes: number;
  readonly count: number | null;
  readonly aim: number | null;
  readonly data: number;
  readonly capacity: number;
  readonly flag: number | null;
  readonly flagBit: number;
};

/** Source: Access-IS LSR and ATR manuals; a capture of a Honeywell Voyager 1602g. */
const A: Places = { id: 2, lengthBytes: 64, count: 1, aim: 2, data: 5, capacity: 56, flag: 63, flagBit: 1 };
/** Source: Newland NLS-FM420, ID TECH 2Dscan, Unitech MS842N and Saveo RV2 manuals. */
const B: Places = { ...A, aim: null, data: 2 };
/** Source: fixture pos-61-uncounted. */
const UNCOUNTED: Places = { id: 2, lengthBytes: 61, count: null, aim: 1, data: 4, capacity: 56, flag: 60, flagBit: 1 };

const SCANNERS: Readonly<Record<string, Places>> = {
  'layout A': A,
  // Source: @point-of-sale/webhid-barcode-scanner 1.2.2 takes the ']' one byte later too.
  "layout A'": { ...A, aim: 3, data: 6 },
  'layout B': B,
  // Source: Microscan MINI Hawk manual.
  'layout C': { ...B, id: 1, capacity: 62, flag: null },
  'descriptor pos-64': A,
  'descriptor pos-64-eight-flags': A,
  'descriptor pos-and-maintenance': A,
  'descriptor pos-layout-b': B,
  'descriptor pos-62-counted': { ...A, lengthBytes: 62, flag: 61 },
  'descriptor pos-61-uncounted': UNCOUNTED,
  'descriptor keyboard-and-pos': { ...UNCOUNTED, id: 3 },
  'descriptor pos-no-report-id': {
    id: null,
    lengthBytes: 37,
    count: 0,
    aim: 1,
    data: 4,
    capacity: 32,
    flag: 36,
    flagBit: 1,
  },
  'descriptor pos-other-order': {
    id: 7,
    lengthBytes: 36,
    count: 35,
    aim: 32,
    data: 2,
    capacity: 30,
    flag: 1,
    flagBit: 0x20,
  },
};

export const SCANNER_NAMES = Object.keys(SCANNERS);

/** A reader of chips: the bytes are a number, and no text. Made up. */
const NUMBER_READER: Places = {
  id: 1,
  lengthBytes: 16,
  count: 1,
  aim: null,
  data: 2,
  capacity: 13,
  flag: 15,
  flagBit: 1,
};

export function placesOf(scanner: string): Places {
  const places = scanner === 'number reader' ? NUMBER_READER : SCANNERS[scanner];
  if (!places) throw new Error(`No scanner is called ${scanner}.`);
  return places;
}

/** The name by which a vector refers to this scanner: A' is read by what is known of A, and a keyboard by its keys. */
export function readAs(scanner: string): string {
  if (isKeyboard(scanner)) return 'keyboard';
  return scanner === "layout A'" ? 'layout A' : scanner;
}

/** Whether a scanner says a label in another way than by its characters. */
export function hasOwnSigns(scanner: string): boolean {
  return isKeyboard(scanner) || scanner === 'number reader';
}

/** The reports of one scan; each character of the text is one byte. */
export function writeReports(scanner: string, text: string, aimId: string): readonly Uint8Array[] {
  if (isKeyboard(scanner)) return typeReports(scanner, text);
  const { id, lengthBytes, count, aim, data, capacity, flag, flagBit } = placesOf(scanner);
  const reports = Math.max(1, Math.ceil(text.length / capacity));
  return Array.from({ length: reports }, (_, index) => {
    const part = Buffer.from(text.slice(index * capacity, (index + 1) * capacity), 'latin1');
    const report = new Uint8Array(lengthBytes);
    if (id !== null) report[0] = id;
    if (count !== null) report[count] = part.length;
    if (aim !== null) report.set(Buffer.from(aimId, 'latin1'), aim);
    report.set(part, data);
    if (flag !== null && index < reports - 1) report[flag] = flagBit;
    return report;
  });
}

/** As the corpus writes bytes: a byte that is there four times or more stands once, with its number. */
export function toHex(bytes: Uint8Array): string {
  const digits = Buffer.from(bytes).toString('hex').toUpperCase();
  const short = digits.replaceAll(/(?<=^(?:..)*)(..)\1{3,}/g, (run, byte: string) => ` ${byte}*${run.length / 2} `);
  return short.replaceAll(/ +/g, ' ').trim();
}
