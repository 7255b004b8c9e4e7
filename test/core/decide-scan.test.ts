import { describe, expect, test } from 'vitest';
import { decideScan, decideTrouble } from '../../electron/core/decide-scan.ts';
import { OPENED_DOCTOR } from '../../electron/core/doctor-state.ts';
import { readScanText, type ScanMeaning } from '../../electron/core/scan-grammar.ts';
import type { State } from '../../electron/core/state.ts';
import { ANN, itemIn, lane, LEFT, NOW_MS, RIGHT, scannedItem, SERIAL, stateWith } from './build-state.ts';

const atMs = NOW_MS;
const heard = { readerKey: LEFT, readerName: 'Voyager', atMs };
const reading = (text: string, aimId: string | null = ']C0'): ScanMeaning => readScanText(text, aimId);
const badge: ScanMeaning = { kind: 'badge', badgeId: '004711', scannedText: '004711', aimId: ']A0', steps: [] };

/** What a scan in the left lane makes happen. */
function decide(state: State, meaning: ScanMeaning, rawText = meaning.scannedText) {
  return decideScan(state, heard, meaning, rawText);
}

describe('a serial number', () => {
  test('is scanned, with the name that its reader is shown under', () => {
    expect(decide(stateWith([]), reading(SERIAL))).toEqual({
      kind: 'scanned',
      atMs,
      readerKey: LEFT,
      readerName: 'left scanner',
      serialNumber: SERIAL,
      scannedText: SERIAL,
      aimId: ']C0',
    });
  });

  test('keeps the raw text where that is another, and the lane where it is not its reader’s', () => {
    const event = decideScan(stateWith([]), { ...heard, laneId: RIGHT }, reading(`${SERIAL}\r`), `${SERIAL}\r`);
    expect(event).toMatchObject({ rawText: `${SERIAL}\r`, laneId: RIGHT });
  });

  test('of a label that holds more than it is kept without the rest, raw text included', () => {
    const label = '{"sn":"GALT11420104","pin":"998877","note":"desk"}';
    for (const readerKey of [LEFT, 'keyboard-wedge']) {
      const event = decideScan(stateWith([]), { ...heard, readerKey }, reading(label), label);
      expect(event).toMatchObject({ kind: 'scanned', serialNumber: SERIAL });
      expect(JSON.stringify(event)).not.toMatch(/998877|desk/);
    }
  });

  test('of a device that has no place is told with the device’s own name', () => {
    expect(decideScan(stateWith([]), { ...heard, readerKey: 'token' }, reading(SERIAL), SERIAL)).toMatchObject({
      readerName: 'Voyager',
    });
  });
});

describe('a badge', () => {
  const wantsPerson = stateWith([itemIn('needsUser')], { openItemId: 1 });

  test('finds a person where the hand-over on screen wants one', () => {
    expect(decide(wantsPerson, badge)).toEqual({ kind: 'badgeRead', atMs, readerKey: LEFT, badgeId: '004711' });
  });

  const visit = { user: ANN, idCheck: null, preFlight: null } as const;
  const twoIdle = stateWith([], { lanes: [lane(RIGHT), lane(LEFT)], frontLaneId: RIGHT });
  test.each<readonly [string, State]>([
    ['nothing is in hand', stateWith([])],
    [
      'somebody stands there without a token: it is the next one’s',
      stateWith([], { lanes: [{ ...lane(LEFT), visit }] }),
    ],
    ['nothing is in hand at any place', twoIdle],
  ])('finds a person where %s', (_where, state) => {
    expect(decide(state, badge)).toMatchObject({ kind: 'badgeRead', badgeId: '004711' });
  });

  test('typed by a reader in keyboard mode finds a person where there is no reader at all', () => {
    const typed = { readerKey: 'keyboard-wedge', laneId: 'keyboard', atMs };
    expect(decideScan(stateWith([], { lanes: [], frontLaneId: null }), typed, badge, '004711').kind).toBe('badgeRead');
  });

  test.each<readonly [string, State]>([
    ['somebody stands at another place', { ...twoIdle, lanes: [{ ...lane(RIGHT), visit }, lane(LEFT)] }],
    ['somebody is looked for at another place', { ...twoIdle, search: { ...twoIdle.search, status: 'searching' } }],
    [
      'its own place has a token in hand, and another is on screen',
      {
        ...stateWith([itemIn('needsUser')], { lanes: [lane(RIGHT), lane(LEFT, 1)], frontLaneId: RIGHT }),
      },
    ],
    ['the token in hand has its person', stateWith([itemIn('needsCode')], { openItemId: 1 })],
    ['the token in hand is on its way', stateWith([itemIn('activating')], { openItemId: 1 })],
    ['another lane is on screen', { ...wantsPerson, lanes: [lane(LEFT, 1), lane(RIGHT)], frontLaneId: RIGHT }],
  ])('is refused where %s', (_where, state) => {
    expect(decide(state, badge)).toEqual({
      kind: 'scanRefused',
      atMs,
      readerKey: LEFT,
      problem: { code: 'scan-badge-not-wanted' },
      shownText: '004711',
    });
  });
});

test('a work-order line is told apart and refused', () => {
  const line: ScanMeaning = {
    kind: 'workOrderLine',
    lineId: 'WO-17/4',
    scannedText: 'WO-17/4',
    aimId: null,
    steps: [],
  };
  expect(decide(stateWith([]), line)).toMatchObject({ kind: 'scanRefused', problem: { code: 'scan-work-order-line' } });
});

describe('a command mark works on the hand-over of its own reader', () => {
  const two = (left: State['items'] extends never ? never : Parameters<typeof itemIn>[0], id = 1): State =>
    stateWith([itemIn(left, { id }), scannedItem({ id: 2, serialNumber: 'RIGHT000001', laneId: RIGHT })], {
      lanes: [lane(LEFT, id), lane(RIGHT, 2)],
      frontLaneId: RIGHT,
    });

  test.each([
    ['TS:PARK', 'needsUser', { kind: 'itemParked', itemId: 1 }],
    ['TS:RETRY', 'stopped', { kind: 'itemRetried', itemId: 1 }],
    ['TS:READ', 'unsure', { kind: 'readWanted', itemId: 1 }],
  ] as const)('%s', (text, kind, event) => {
    expect(decide(two(kind), reading(text))).toEqual({ ...event, atMs });
  });

  test.each([
    ['TS:RETRY', stateWith([itemIn('needsCode')], { openItemId: 1 })],
    ['TS:READ', stateWith([itemIn('stopped')], { openItemId: 1 })],
    ['TS:PARK', stateWith([])],
    ['TS:NOTHING', stateWith([])],
  ] as const)('%s is refused where it cannot be done', (text, state) => {
    expect(decide(state, reading(text))).toMatchObject({
      kind: 'scanRefused',
      problem: { code: 'scan-command-not-possible' },
    });
  });
});

describe('while the doctor is open', () => {
  const open = stateWith([], { doctor: OPENED_DOCTOR });

  test('a serial number is tried out and does not enter the queue', () => {
    expect(decide(open, reading(`S/N: ${SERIAL}`))).toMatchObject({
      kind: 'scanTested',
      readerKey: LEFT,
      test: { scannedText: `S/N: ${SERIAL}`, used: SERIAL, means: 'serialNumber', symbology: 'code128', problem: null },
    });
  });

  test('what would be refused says why', () => {
    expect(decide(open, reading('4006381333931', ']E0'))).toMatchObject({
      test: { used: null, means: 'refused', problem: { code: 'scan-retail-code' } },
    });
  });

  test('a command mark does nothing', () => {
    expect(decide({ ...open, lanes: [lane(LEFT, 1)] }, reading('TS:PARK'))).toMatchObject({
      kind: 'scanTested',
      test: { used: 'TS:PARK', means: 'commandMark' },
    });
  });

  test('a badge and a work-order line are told apart', () => {
    expect(decide(open, badge)).toMatchObject({ test: { used: '004711', means: 'badge' } });
  });

  test('a secret is neither shown nor kept', () => {
    const event = decide(
      open,
      reading('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP', ']Q1'),
      'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
    );
    expect(JSON.stringify(event)).not.toContain('JBSWY3DPEHPK3PXP');
    expect(event).toMatchObject({ test: { problem: { code: 'scan-holds-secret' }, scannedText: '' } });
  });

  test('a report that cannot be read is shown with its reason, and is no refused scan', () => {
    expect(decideTrouble(open, heard, { code: 'report-malformed' })).toMatchObject({
      kind: 'scanTested',
      test: { means: 'refused', problem: { code: 'report-malformed' } },
    });
    expect(decideTrouble(stateWith([]), heard, { code: 'report-malformed' })).toMatchObject({ kind: 'scanRefused' });
  });
});
