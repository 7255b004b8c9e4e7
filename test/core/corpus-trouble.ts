import { buildVector, rawReport } from './corpus-build.ts';
import { placesOf } from './corpus-scanners.ts';
import type { CorpusFile, Vector } from './corpus-vector.ts';

const SCANNERS: readonly (readonly [key: string, scanner: string])[] = [
  ['a', 'layout A'],
  ['b', 'layout B'],
  ['no-id', 'descriptor pos-no-report-id'],
  ['other-order', 'descriptor pos-other-order'],
];

/** After this pause a scan is another one. */
const LATER_MS = 1_000;

const lostVectors: readonly Vector[] = SCANNERS.flatMap(([key, scanner]) => {
  const { capacity } = placesOf(scanner);
  const long = `S/N: GALT11420104${' '.repeat(capacity * 3)}`;
  const lost = (name: string, what: string, gone: readonly number[], expect: readonly string[]): Vector =>
    buildVector({
      id: `lost-${name}-${key}`,
      what: `${what}, from a scanner of ${scanner}`,
      scanner,
      scans: [
        { text: long, lost: gone },
        { text: '20033752', atMs: LATER_MS },
        { text: 'VES0052649', atMs: 2 * LATER_MS },
      ],
      expect,
    });
  return [
    lost(
      'last',
      'the last report is lost: the next scan is whole',
      [3],
      ['report-unfinished', '20033752', 'VES0052649'],
    ),
    lost('two-last', 'the last two reports are lost', [2, 3], ['report-unfinished', '20033752', 'VES0052649']),
    lost('first', 'the first report is lost: only blanks are left', [0], ['scan-empty', '20033752', 'VES0052649']),
    lost('middle', 'a report in the middle is lost, and held blanks', [1], ['GALT11420104', '20033752', 'VES0052649']),
    buildVector({
      id: `lost-and-at-once-${key}`,
      what: `the last report is lost and the next label comes within the pause: both are refused, from a scanner of ${scanner}`,
      scanner,
      scans: [
        { text: `S/N: GALT11420104${' '.repeat(capacity)}`, lost: [1] },
        { text: '20033752', atMs: 100 },
        { text: 'VES0052649', atMs: LATER_MS },
      ],
      expect: ['scan-not-a-serial', 'VES0052649'],
    }),
    buildVector({
      id: `lost-then-long-${key}`,
      what: `the last report is lost and the next label is a long one, from a scanner of ${scanner}`,
      scanner,
      scans: [
        { text: long, lost: [3] },
        { text: `20033752${' '.repeat(capacity * 2)}`, atMs: LATER_MS },
      ],
      expect: ['report-unfinished', '20033752'],
    }),
  ];
});

const LONG = `S/N: GALT11420104${' '.repeat(60)}`;

/** Reports that are no part of a scan: `between` stands between two scans, `inside` between the reports of one. */
const FOREIGN: readonly (readonly [key: string, what: string, hex: string])[] = [
  ['id-0', 'a report of id 0', '00*64'],
  ['id-1', 'a report of id 1, with bytes of a label', '01083230303333373533 00*54'],
  ['id-3', 'a report of id 3', '03015D 00*61'],
  ['id-4', 'an answer to a trigger report', '0400'],
  ['id-fd', "an answer on the maker's own report 0xFD", 'FD0C16 4D 0D 52455649 4E46 2E 00*52'],
  ['id-fe', 'an answer on the mode report 0xFE', 'FE01'],
  ['id-3-flag', 'a report of id 3 with its last bit set', '03 00*62 01'],
  ['nothing', 'a report of no bytes', ''],
];

const foreignVectors: readonly Vector[] = FOREIGN.flatMap(([key, what, hex]) => [
  buildVector({
    id: `foreign-${key}-between`,
    what: `${what}, between two scans`,
    scanner: 'layout A',
    scans: [{ text: '20033752' }, { text: 'VES0052649', atMs: LATER_MS }],
    more: [rawReport(500, hex)],
    expect: ['20033752', 'VES0052649'],
  }),
  buildVector({
    id: `foreign-${key}-inside`,
    what: `${what}, between the two reports of one scan`,
    scanner: 'layout A',
    scans: [{ text: LONG, stepMs: 20 }],
    more: [rawReport(10, hex)],
    expect: ['GALT11420104'],
  }),
]);

export const LOST: CorpusFile = {
  about: 'Reports that never arrive: a process that is held up loses the newest, and no one is told.',
  source:
    'Loss: the report rings of the operating systems (64 on Linux and Windows, 30 on macOS) drop what is more. A scan that is not whole is refused or not seen; what comes after a pause is not touched.',
  vectors: lostVectors,
};

/** An answer of a scanner to a command, in the report of scans. `]X0` and `]Z6` are what Honeywell's send. */
const CONFIGURATION = '02085D5A36 5245 5649 4E46 062E 00*48 00*3';

const answerVectors: readonly Vector[] = [
  buildVector({
    id: 'answer-between',
    what: 'an answer to a command, in the report of scans, between two scans: it is no serial number',
    scanner: 'layout A',
    scans: [{ text: '20033752' }, { text: 'VES0052649', atMs: LATER_MS }],
    more: [rawReport(500, CONFIGURATION)],
    expect: ['20033752', 'VES0052649'],
  }),
  buildVector({
    id: 'answer-inside',
    what: 'an answer to a command in the middle of a scan: the scan goes on after it',
    scanner: 'layout A',
    scans: [
      { text: LONG, stepMs: 20 },
      { text: 'VES0052649', atMs: LATER_MS },
    ],
    more: [rawReport(10, CONFIGURATION)],
    expect: ['GALT11420104', 'VES0052649'],
  }),
  buildVector({
    id: 'answer-z6-serial',
    what: 'an answer that reads like a serial number is none',
    scanner: 'layout A',
    scans: [
      { text: 'PAPHHF1200', aimId: ']Z6' },
      { text: 'PAPHHF1200', aimId: ']X0', atMs: LATER_MS },
      { text: 'VES0052649', atMs: 2 * LATER_MS },
    ],
    expect: ['VES0052649'],
  }),
  buildVector({
    id: 'answer-inside-digits',
    what: 'an answer in the middle of a long label: its tail does not stand alone',
    scanner: 'layout A',
    scans: [{ text: `${'A'.repeat(56)}20033752`, stepMs: 20 }],
    more: [rawReport(10, CONFIGURATION)],
    expect: ['scan-not-a-serial'],
  }),
  buildVector({
    id: 'c-secret-tail',
    what: 'a link with a secret that is longer than a report without a flag: nothing of it stands alone',
    scanner: 'layout C',
    scans: [{ text: 'otpauth://totp/Example:ann@example.com?issuer=Example&secret=JBSWY3DPEHPK3PXP' }],
    expect: ['scan-holds-secret'],
  }),
  buildVector({
    id: 'c-link-tail',
    what: 'a link that is longer than a report without a flag: its last digits are no serial number',
    scanner: 'layout C',
    scans: [{ text: 'https://portal.example.com/hardware-tokens/activate/by-number/20033752' }],
    expect: ['scan-link'],
  }),
];

const MALFORMED: readonly (readonly [key: string, what: string, scanner: string, hex: string])[] = [
  ['short', 'a report cut short', 'layout A', '02085D43303230303333373533'],
  ['count-57', 'a count of 57 where 56 fit', 'layout A', '02395D4330 31*56 00*3'],
  ['count-255', 'a count of 255', 'layout A', '02FF5D4330 31*56 00*3'],
  ['count-b', 'a count of 57 where 56 fit', 'layout B', '0239 31*56 00*6'],
  ['short-no-id', 'a report cut short', 'descriptor pos-no-report-id', '085D43303230303333373533'],
  ['count-no-id', 'a count of 33 where 32 fit', 'descriptor pos-no-report-id', '215D4330 31*32 00'],
  [
    'shifted',
    'a byte too many where the descriptor has none',
    'descriptor pos-64',
    '0208005D43303230303333373533 00*50',
  ],
];

const malformedVectors: readonly Vector[] = MALFORMED.map(([key, what, scanner, hex]) =>
  buildVector({
    id: `malformed-${key}`,
    what: `${what}, from a scanner of ${scanner}: it is refused and nothing is guessed`,
    scanner,
    scans: [{ text: '20033752' }, { text: 'VES0052649', atMs: LATER_MS }],
    more: [rawReport(500, hex)],
    expect: ['20033752', 'report-malformed', 'VES0052649'],
  }),
);

/** Windows hands over every report as long as the longest that the device has. Source: hidapi, windows/hid.c. */
const paddedVectors: readonly Vector[] = [
  buildVector({
    id: 'padded-counted',
    what: 'a report of 62 bytes that is padded to 64',
    scanner: 'descriptor pos-62-counted',
    scans: [],
    more: [rawReport(0, '02085D43303230303333373532 00*51')],
    expect: ['20033752'],
  }),
  buildVector({
    id: 'padded-uncounted',
    what: 'a report of 61 bytes without a count that is padded to 64',
    scanner: 'descriptor pos-61-uncounted',
    scans: [],
    more: [rawReport(0, '025D43303230303333373532 00*52')],
    expect: ['20033752'],
  }),
  buildVector({
    id: 'padded-other-order',
    what: 'a report of 36 bytes, the count last, that is padded to 64',
    scanner: 'descriptor pos-other-order',
    scans: [],
    more: [rawReport(0, '07003230303333373532 00*22 5D433008 00*28')],
    expect: ['20033752'],
  }),
];

export const BETWEEN: CorpusFile = {
  about: 'Reports that are no scans: under other ids, answers to commands, broken ones, and padded ones.',
  source:
    "Report ids: Honeywell's descriptors (4, 0xFD, 0xFE). Answers in the report of scans with ]X0 or ]Z6: a public note on Honeywell's commands over HID. Broken reports are made up.",
  vectors: [...foreignVectors, ...answerVectors, ...malformedVectors, ...paddedVectors],
};
