import { buildVector } from './corpus-build.ts';
import type { CorpusFile } from './corpus-vector.ts';

const SCANNERS: readonly (readonly [key: string, scanner: string])[] = [
  ['a', 'layout A'],
  ['b', 'layout B'],
  ['no-id', 'descriptor pos-no-report-id'],
  ['uncounted', 'descriptor pos-61-uncounted'],
];

/** What a scanner is set to send after, or before, the label. */
const AROUND: readonly (readonly [key: string, what: string, before: string, after: string, expect: string])[] = [
  ['cr', 'a carriage return', '', '\r', '00040008CFA5'],
  ['lf', 'a line feed', '', '\n', '00040008CFA5'],
  ['crlf', 'a carriage return and a line feed', '', '\r\n', '00040008CFA5'],
  ['tab', 'a tab', '', '\t', '00040008CFA5'],
  ['tab-cr', 'a tab and a carriage return', '', '\t\r', '00040008CFA5'],
  ['cr-cr', 'two carriage returns', '', '\r\r', '00040008CFA5'],
  ['blank', 'a blank', '', ' ', '00040008CFA5'],
  ['form-feed', 'a form feed', '', '\f', '00040008CFA5'],
  ['tab-before', 'a tab in front', '\t', '', '00040008CFA5'],
  ['blanks-around', 'blanks around it', '  ', '   ', '00040008CFA5'],
  ['gs', 'a group separator: more data were meant to follow', '', '\u001d', 'scan-control-characters'],
  ['gs-cr', 'a group separator and a carriage return', '', '\u001d\r', 'scan-control-characters'],
  ['stx-etx', 'STX in front and ETX behind', '\u0002', '\u0003', 'scan-control-characters'],
  ['eot', 'an EOT', '', '\u0004', 'scan-control-characters'],
];

export const SUFFIXES: CorpusFile = {
  about: 'What scanners are set to send before and after a label.',
  source:
    'CR, LF, TAB and blanks are settings of every maker; a group separator at the end is what a GS1 code without its last field leaves; STX and ETX are settings of serial scanners that stay on.',
  vectors: SCANNERS.flatMap(([scannerKey, scanner]) =>
    AROUND.map(([key, what, before, after, expect]) =>
      buildVector({
        id: `suffix-${key}-${scannerKey}`,
        what: `${what}, from a scanner of ${scanner}`,
        scanner,
        scans: [{ text: `${before}00040008CFA5${after}` }],
        expect: [expect],
      }),
    ),
  ),
};
