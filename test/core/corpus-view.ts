import { buildVector, type Scan } from './corpus-build.ts';
import type { CorpusFile, Vector } from './corpus-vector.ts';

const SERIAL = '20033752';
const OTHER = '60234567';

/** `[ms, text, aimId]`, one after the other. */
type Reading = readonly [atMs: number, text: string, aimId?: string];

function vector(id: string, what: string, readings: readonly Reading[], expect: readonly string[]): Vector {
  const scans: readonly Scan[] = readings.map(([atMs, text, aimId = ']C0']) => ({ text, aimId, atMs }));
  return buildVector({ id, what, scanner: 'layout A', scans, expect });
}

/** A presentation scanner reads what lies before it again and again. */
function every(stepMs: number, times: number, text: string): readonly Reading[] {
  return Array.from({ length: times }, (_, index) => [index * stepMs, text] as const);
}

export const REPEATED: CorpusFile = {
  about: 'The same label before one reader, again and again.',
  source:
    'Makers let the time between two readings of the same code be set, mostly 400 to 800 ms; the station takes 600. Double scans: a known complaint about every presentation scanner.',
  vectors: [
    vector(
      'repeat-twice',
      'twice',
      [
        [0, SERIAL],
        [200, SERIAL],
      ],
      [SERIAL],
    ),
    vector('repeat-still', 'for ten seconds, every 200 ms', every(200, 50, SERIAL), [SERIAL]),
    vector('repeat-600', 'every 600 ms', every(600, 5, SERIAL), [SERIAL]),
    vector(
      'repeat-601',
      'after 601 ms it is a new scan',
      [
        [0, SERIAL],
        [601, SERIAL],
      ],
      [SERIAL, SERIAL],
    ),
    vector(
      'repeat-renewed',
      'each reading gives it 600 ms more',
      [
        [0, SERIAL],
        [500, SERIAL],
        [1_100, SERIAL],
      ],
      [SERIAL],
    ),
    vector(
      'repeat-other',
      'another label in between',
      [
        [0, SERIAL],
        [100, OTHER],
        [200, SERIAL],
      ],
      [SERIAL, OTHER],
    ),
    vector(
      'repeat-turns',
      'two labels in turns',
      [
        [0, SERIAL],
        [90, OTHER],
        [180, SERIAL],
        [270, OTHER],
      ],
      [SERIAL, OTHER],
    ),
    vector(
      'repeat-quick',
      'two tokens at once',
      [
        [0, SERIAL],
        [5, OTHER],
      ],
      [SERIAL, OTHER],
    ),
    vector(
      'repeat-refused',
      'a refused label',
      [
        [0, 'OTPCN'],
        [300, 'OTPCN'],
        [600, 'OTPCN'],
      ],
      ['scan-not-a-serial'],
    ),
    vector(
      'repeat-secret',
      'a seed',
      [
        [0, 'JBSWY3DPEHPK3PXP', ']Q1'],
        [300, 'JBSWY3DPEHPK3PXP', ']Q1'],
      ],
      ['scan-holds-secret'],
    ),
    vector(
      'repeat-mark',
      'a mark',
      [
        [0, 'TS:PARK'],
        [300, 'TS:PARK'],
      ],
      ['mark:park'],
    ),
    vector(
      'repeat-kind',
      'the same digits in another kind of bar code',
      [
        [0, SERIAL],
        [100, SERIAL, ']Q1'],
      ],
      [SERIAL, SERIAL],
    ),
  ],
};

export const BESIDE: CorpusFile = {
  about: 'Several labels before one reader: those that stand beside a token are not told.',
  source:
    'Bags and boxes of tokens carry a trade number, a link or a property tag beside the serial number. Wrong label scanned: InvenTree 625, Snipe-IT 6819. The order and the pauses are made up.',
  vectors: [
    vector(
      'beside-ean-first',
      'the EAN first',
      [
        [0, '4006381333931', ']E0'],
        [100, SERIAL],
      ],
      [SERIAL],
    ),
    vector(
      'beside-ean-last',
      'the EAN last',
      [
        [0, SERIAL],
        [100, '4006381333931', ']E0'],
      ],
      [SERIAL],
    ),
    vector(
      'beside-ean-same',
      'the EAN at the same moment',
      [
        [0, '4006381333931', ']E0'],
        [0, SERIAL],
      ],
      [SERIAL],
    ),
    vector(
      'beside-tag',
      'a property tag',
      [
        [0, 'ASSET-0012345'],
        [399, SERIAL],
      ],
      [SERIAL],
    ),
    vector(
      'beside-link',
      'a link',
      [
        [0, 'https://example.com/help', ']Q1'],
        [200, SERIAL],
      ],
      [SERIAL],
    ),
    vector(
      'beside-model',
      'a model',
      [
        [0, SERIAL],
        [600, 'OTPCN'],
      ],
      [SERIAL],
    ),
    vector(
      'beside-three',
      'three of them',
      [
        [0, '4006381333931', ']E0'],
        [50, 'OTPCN'],
        [90, SERIAL],
        [120, 'IT-001'],
      ],
      [SERIAL],
    ),
    vector(
      'beside-still',
      'for as long as both are in view',
      [
        [0, SERIAL],
        [500, SERIAL],
        [1_000, '4006381333931', ']E0'],
        [1_050, SERIAL],
      ],
      [SERIAL],
    ),
    vector('beside-alone', 'no token comes', [[0, '4006381333931', ']E0']], ['scan-retail-code']),
    vector(
      'beside-late',
      'the token comes after 400 ms',
      [
        [0, '4006381333931', ']E0'],
        [400, SERIAL],
      ],
      ['scan-retail-code', SERIAL],
    ),
    vector(
      'beside-after',
      'the EAN comes after 601 ms',
      [
        [0, SERIAL],
        [601, '4006381333931', ']E0'],
      ],
      [SERIAL, 'scan-retail-code'],
    ),
    vector(
      'beside-secret',
      'a seed is told at once',
      [
        [0, SERIAL],
        [100, 'JBSWY3DPEHPK3PXP', ']Q1'],
      ],
      [SERIAL, 'scan-holds-secret'],
    ),
    vector(
      'beside-secret-first',
      'a seed before the token',
      [
        [0, 'JBSWY3DPEHPK3PXP', ']Q1'],
        [100, SERIAL],
      ],
      ['scan-holds-secret', SERIAL],
    ),
    vector(
      'beside-control',
      'a broken label is told at once',
      [
        [0, SERIAL],
        [100, '2003\u00003752'],
      ],
      [SERIAL, 'scan-control-characters'],
    ),
    vector(
      'beside-two-tokens',
      'two tokens and an EAN',
      [
        [0, SERIAL],
        [50, '4006381333931', ']E0'],
        [100, OTHER],
      ],
      [SERIAL, OTHER],
    ),
    buildVector({
      id: 'beside-other-reader',
      what: 'the token is before another reader',
      scanner: { left: 'layout A', right: 'layout A' },
      scans: [
        { text: '4006381333931', aimId: ']E0' },
        { text: SERIAL, reader: 'right', atMs: 50 },
      ],
      expect: [`right ${SERIAL}`, 'left scan-retail-code'],
    }),
  ],
};
