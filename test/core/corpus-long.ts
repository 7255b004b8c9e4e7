import { buildVector, rawReport } from './corpus-build.ts';
import { placesOf } from './corpus-scanners.ts';
import type { CorpusFile, Vector } from './corpus-vector.ts';

const SCANNERS: readonly (readonly [key: string, scanner: string])[] = [
  ['a', 'layout A'],
  ['a-shifted', "layout A'"],
  ['b', 'layout B'],
  ['counted', 'descriptor pos-62-counted'],
  ['uncounted', 'descriptor pos-61-uncounted'],
  ['no-id', 'descriptor pos-no-report-id'],
  ['other-order', 'descriptor pos-other-order'],
];

/** A label that is as long as this because of the blanks in it, as forms printed in columns have them. */
function padded(lengthBytes: number): string {
  return `S/N: ${'GALT11420104'.padStart(lengthBytes - 5)}`;
}

const boundaryVectors: readonly Vector[] = SCANNERS.flatMap(([key, scanner]) => {
  const { capacity } = placesOf(scanner);
  const cases: readonly (readonly [lengthBytes: number, reports: number])[] = [
    [capacity - 1, 1],
    [capacity, 1],
    [capacity + 1, 2],
    [capacity * 2, 2],
    [capacity * 2 + 1, 3],
    [capacity * 3 + 1, 4],
    [capacity * 4, 4],
  ];
  return cases.map(([lengthBytes, reports]) =>
    buildVector({
      id: `long-${lengthBytes}-${key}`,
      what: `${lengthBytes} bytes in ${reports} reports of ${scanner}, ${capacity} bytes each`,
      scanner,
      scans: [{ text: padded(lengthBytes) }],
      expect: [lengthBytes <= 256 ? 'GALT11420104' : 'scan-too-long'],
    }),
  );
});

const FULL_A = `02385D4330532F4E3A 20*40 47414C543131343230313034`;

const pauseVectors: readonly Vector[] = [
  buildVector({
    id: 'long-pause-300',
    what: 'a report comes 300 ms after the one before it: slow, and still the same scan',
    scanner: 'layout A',
    scans: [{ text: padded(170), stepMs: 300 }],
    expect: ['GALT11420104'],
  }),
  buildVector({
    id: 'long-back-to-back',
    what: 'reports of three scans without a pause between them, at the same millisecond',
    scanner: 'layout A',
    scans: [
      { text: padded(60), stepMs: 0 },
      { text: '20033752', stepMs: 0 },
      { text: padded(120), stepMs: 0 },
    ],
    expect: ['GALT11420104', '20033752', 'GALT11420104'],
  }),
  buildVector({
    id: 'long-empty-last',
    what: 'exactly 56 bytes that say that they go on, and an empty report that ends them',
    scanner: 'layout A',
    scans: [],
    more: [rawReport(0, `${FULL_A} 00*2 01`), rawReport(2, '02005D4330 00*59')],
    expect: ['GALT11420104'],
  }),
  buildVector({
    id: 'long-flag-bits',
    what: 'the other bits of the last byte are no flag',
    scanner: 'layout A',
    scans: [],
    more: [rawReport(0, `${FULL_A} 00*2 FE`)],
    expect: ['GALT11420104'],
  }),
  buildVector({
    id: 'long-left-over-a',
    what: 'bytes of a longer scan are left behind the data of a shorter one: the count says where it ends',
    scanner: 'layout A',
    scans: [],
    more: [rawReport(0, '02085D43303230303333373532 39*48 6A0000')],
    expect: ['20033752'],
  }),
  buildVector({
    id: 'long-left-over-uncounted',
    what: 'bytes of a longer scan are left behind a NUL where there is no count: the NUL says where it ends',
    scanner: 'descriptor pos-61-uncounted',
    scans: [],
    more: [rawReport(0, '025D4330323030333337353200 39*47 00')],
    expect: ['20033752'],
  }),
  buildVector({
    id: 'long-four-kilobytes',
    what: 'four kilobytes in one scan, and the next scan is read',
    scanner: 'layout A',
    scans: [
      { text: '7'.repeat(4_096), stepMs: 1 },
      { text: '20033752', atMs: 500 },
    ],
    expect: ['scan-too-long', '20033752'],
  }),
];

export const LONG: CorpusFile = {
  about: 'Labels that take one to four reports, at the borders between them.',
  source:
    'The way a scan is cut: Access-IS LSR110 manual, example of a scan in two reports; capacities as in the layouts and descriptors.',
  vectors: [...boundaryVectors, ...pauseVectors],
};
