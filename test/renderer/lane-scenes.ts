import type { LaneView, ReaderView } from '../../electron/contract/reader.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeLane, makeLaneBehind, makeNotice, makePractice, makeReader } from '../fakes/fake-station.ts';
import { ago, codeRow, day, namesakes, practice, row } from './a-morning.ts';

const behind = row(42, {
  serialNumber: '8659623852755',
  readerName: 'Bench right',
  laneId: 'right',
  scannedText: null,
});

/** Several readers at one bench. */
export const LANE_SCENES = {
  'two lanes': () => {
    const open = codeRow(43);
    return day({
      open,
      readers: readersOf([makeLane(), makeLaneBehind()]),
      lanes: [makeLane({ open }), makeLaneBehind({ open: behind })],
      notices: [makeNotice({ seq: 71, itemId: 42, text: '8659623852755', readerName: 'Bench right', atMs: ago(2) })],
    });
  },
  'two lanes idle in front': () => {
    const lanes = [makeLane(), makeLaneBehind({ open: behind })];
    return day({ readers: readersOf(lanes), lanes });
  },
  'three lanes': () => {
    const open = row(43);
    const lanes = [
      makeLaneBehind({ open: { ...behind, state: { kind: 'stopped', problem: { code: 'token-taken' } } } }),
      makeLane({ open }),
      makeLane({
        laneId: 'cart',
        name: 'Cart at the loading ramp',
        color: 3,
        isFront: false,
        isPlugged: false,
        open: codeRow(30, { serialNumber: 'VES0052649' }),
      }),
    ];
    return day({ open, lanes, readers: readersOf(lanes.slice(0, 2)), search: namesakes() });
  },
  'six lanes': () => {
    const open = codeRow(43, { rejections: 1, state: { kind: 'needsCode', problem: { code: 'code-rejected' } } });
    const lanes = sixLanes(open);
    return day({ open, lanes, readers: readersOf(lanes) });
  },
  'two virtual readers': () => {
    const open = codeRow(43);
    const lanes = [makeLane({ open }), makeLaneBehind()];
    const readers = makePractice().readers.map((reader) => ({ ...reader, isPlugged: true }));
    return day({ open, lanes, readers: readersOf(lanes), practice: { ...practice(), readers } });
  },
} as const satisfies Record<string, () => Snapshot>;

function readersOf(lanes: readonly LaneView[]): readonly ReaderView[] {
  return lanes.map(({ laneId, name, color }) => makeReader({ readerKey: laneId, name, color }));
}

function sixLanes(open: LaneView['open']): readonly LaneView[] {
  return [
    makeLane({ open }),
    makeLaneBehind({ open: behind }),
    makeLane({ laneId: 'c', name: 'Window 1', color: 3, isFront: false }),
    makeLane({
      laneId: 'd',
      name: 'Window 2',
      color: 4,
      isFront: false,
      open: codeRow(38, { serialNumber: '70029370' }),
    }),
    makeLane({
      laneId: 'e',
      name: 'Returns, second floor',
      color: 5,
      isFront: false,
      open: codeRow(37, {
        serialNumber: '00040008CFA5',
        state: { kind: 'confirming', nextReadAtMs: Date.now() + 2000, readProblem: null },
      }),
    }),
    makeLane({ laneId: 'f', name: 'Voyager 1602g 2', color: 6, isFront: false }),
  ];
}
