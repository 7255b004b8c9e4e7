import { buildVector, type Scan } from './corpus-build.ts';
import type { CorpusFile, Vector } from './corpus-vector.ts';

const NAMES = ['left', 'right', 'third', 'fourth'];
const SERIALS = ['GALT11420104', '20033752', '00040008CFA5', '306EUO4-00960'];

const MIXES: readonly (readonly [key: string, what: string, scanners: readonly string[]])[] = [
  ['equal', 'of one kind', ['layout A', 'layout A', 'layout A', 'layout A']],
  ['mixed', 'of different layouts', ['layout A', 'layout B', 'descriptor pos-no-report-id', 'layout C']],
  [
    'described',
    'by descriptor',
    ['descriptor pos-64', 'descriptor pos-layout-b', 'descriptor pos-other-order', 'layout A'],
  ],
];

type Bench = Readonly<Record<string, string>>;

function bench(scanners: readonly string[], count: number): Bench {
  return Object.fromEntries(NAMES.slice(0, count).map((name, index) => [name, scanners[index] ?? '']));
}

/** Each reader its own label; the reports of one stand between those of the others. */
function scansOf(
  readers: Bench,
  blanks: number,
  lost: Readonly<Record<string, readonly number[]>> = {},
): readonly Scan[] {
  return Object.keys(readers).map((reader, index) => ({
    reader,
    text: `${SERIALS[index] ?? ''}${' '.repeat(blanks)}`,
    atMs: index,
    stepMs: 10,
    ...(lost[reader] && { lost: lost[reader] }),
  }));
}

function outcomes(readers: Bench): readonly string[] {
  return Object.keys(readers).map((reader, index) => `${reader} ${SERIALS[index] ?? ''}`);
}

const interleaved: readonly Vector[] = MIXES.flatMap(([key, what, scanners]) =>
  [2, 3, 4].flatMap((count) => {
    const readers = bench(scanners, count);
    // A scanner of layout C cannot say that a scan goes on: in a mix it gets labels of one report.
    const blanks = Object.values(readers).includes('layout C') ? 40 : 60;
    // Those with smaller reports have more of them, and so end later.
    const last = (scanner: string): number => (/no-report-id|other-order/.test(scanner) ? 1 : 0);
    const inOrder = outcomes(readers).toSorted(
      (one, other) => last(readers[one.split(' ')[0] ?? ''] ?? '') - last(readers[other.split(' ')[0] ?? ''] ?? ''),
    );
    return [
      buildVector({
        id: `readers-${count}-${key}-short`,
        what: `${count} readers ${what}, one report each, at the same millisecond`,
        scanner: readers,
        scans: scansOf(readers, 0).map((scan) => ({ ...scan, atMs: 0 })),
        expect: outcomes(readers),
      }),
      buildVector({
        id: `readers-${count}-${key}-long`,
        what: `${count} readers ${what}, their reports in turns`,
        scanner: readers,
        scans: scansOf(readers, blanks),
        expect: inOrder,
      }),
    ];
  }),
);

const two = { left: 'layout A', right: 'layout A' };
const four = bench(MIXES[0]?.[2] ?? [], 4);
const late: readonly Scan[] = [{ reader: 'left', text: 'VES0052649', atMs: 1_000 }];

const special: readonly Vector[] = [
  buildVector({
    id: 'readers-same-label',
    what: 'the same label before two readers is two scans',
    scanner: two,
    scans: [{ text: '20033752' }, { text: '20033752', reader: 'right', atMs: 1 }],
    expect: ['left 20033752', 'right 20033752'],
  }),
  buildVector({
    id: 'readers-twice',
    what: 'the same label twice before one reader within 600 ms is one scan',
    scanner: 'layout A',
    scans: [{ text: '20033752' }, { text: '20033752', atMs: 400 }],
    expect: ['20033752'],
  }),
  buildVector({
    id: 'readers-half-and-whole',
    what: 'one reader ends a scan while the other is in the middle of one',
    scanner: two,
    scans: [
      { text: `GALT11420104${' '.repeat(60)}`, stepMs: 10 },
      { text: '20033752', reader: 'right', atMs: 5 },
    ],
    expect: ['right 20033752', 'left GALT11420104'],
  }),
  buildVector({
    id: 'readers-one-loses-last',
    what: 'one reader loses its last report: the other one is not touched',
    scanner: two,
    scans: [...scansOf(two, 60, { left: [1] }), ...late],
    expect: ['right 20033752', 'left report-unfinished', 'left VES0052649'],
  }),
  buildVector({
    id: 'readers-one-loses-first',
    what: 'one reader loses its first report: the other one is not touched',
    scanner: two,
    scans: [...scansOf(two, 60, { left: [0] }), ...late],
    expect: ['left scan-empty', 'right 20033752', 'left VES0052649'],
  }),
  buildVector({
    id: 'readers-four-one-loses',
    what: 'one of four readers loses its last report',
    scanner: four,
    scans: [...scansOf(four, 60, { left: [1] }), ...late],
    expect: [...outcomes(four).slice(1), 'left report-unfinished', 'left VES0052649'],
  }),
  buildVector({
    id: 'readers-refused-and-taken',
    what: 'one reader sees a seed while the other sees a serial number: each is told for its own reader',
    scanner: two,
    scans: [
      { text: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', aimId: ']Q1' },
      { text: '20033752', reader: 'right', atMs: 1 },
    ],
    expect: ['left scan-holds-secret', 'right 20033752'],
  }),
  buildVector({
    id: 'readers-retail-and-serial',
    what: 'one reader sees the EAN of the box while the other sees the token, with the same digits: told when no token came',
    scanner: two,
    scans: [
      { text: '2600124809787', aimId: ']E0' },
      { text: '2600124809787', reader: 'right', atMs: 1 },
    ],
    expect: ['right 2600124809787', 'left scan-retail-code'],
  }),
];

export const READERS: CorpusFile = {
  about: 'Two to four readers on one bench at the same time.',
  source: 'Made up. Each reader is a device of its own, so that its reports are told apart by where they come from.',
  vectors: [...interleaved, ...special],
};
