import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeNotice, makeRow, makeSettings, makeUser } from '../fakes/fake-station.ts';
import { day } from './a-morning.ts';

const PAPER = {
  printers: ['Brother QL-820NWB', 'Kyocera TASKalfa 4054ci (3rd floor, west wing)', 'Star TSP143IV'],
  printingCount: 0,
  templatesPath: '/home/ferri/.config/Token Station/templates',
};

const issued = makeRow({
  user: makeUser(),
  state: { kind: 'activated' },
  can: ['printReceipt', 'printLabel', 'remove', 'undo'],
  undoUntilMs: Date.now() + 800_000,
});

const failed = makeNotice({
  kind: 'paperFailed',
  userName: 'Anna Conti',
  readerName: '',
  problem: { code: 'printer-gone', detail: 'Star TSP143IV' },
});

export const PAPER_SCENES = {
  'paper settings': () =>
    day({
      paper: PAPER,
      settings: makeSettings(
        {},
        {
          receiptPrinter: { value: 'Star TSP143IV', source: 'user', canChange: true },
          labelPrinter: { value: 'Zebra ZD421', source: 'user', canChange: true },
        },
      ),
    }),
  'paper printing': () => day({ paper: { ...PAPER, printingCount: 37 }, open: issued }),
  'paper failed': () => day({ paper: PAPER, open: issued, notices: [failed] }),
} as const satisfies Record<string, () => Snapshot>;
