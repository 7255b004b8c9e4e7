import { describe, expect, test } from 'vitest';
import type { ClockPort, ReaderInfo } from '../../electron/core/ports.ts';
import type { HeardScan } from '../../electron/main/heard-scan.ts';
import { createScanLine } from '../../electron/main/scan-line.ts';
import { keyReport, typeReports } from './keyboard-writer.ts';
import { createLineBench, START_MS, type LineBench } from './scan-line-bench.ts';

const KEYS: ReaderInfo = {
  readerKey: 'keys',
  name: 'Desk scanner',
  vendorId: 1,
  productId: 2,
  serialNumber: null,
  layout: 'keys',
};

function keysBench(): LineBench {
  const bench = createLineBench();
  bench.line.attach(KEYS);
  return bench;
}

/** Types a label at a pace; the clock goes along. */
function type({ line, clock, moveBy }: LineBench, text: string, stepMs = 1): void {
  for (const bytes of typeReports('keyboard us', text)) {
    line.read({ readerKey: 'keys', bytes, atMs: clock.nowMs() });
    moveBy(stepMs);
  }
}

function taken(serialNumber: string): object {
  return {
    kind: 'scan',
    readerKey: 'keys',
    readerName: 'Desk scanner',
    meaning: { kind: 'serialNumber', serialNumber },
  };
}

describe('a reader in keyboard mode that is read directly', () => {
  test('gives a scan when it sends Enter, under its own name', () => {
    const bench = keysBench();
    type(bench, 'S/N: 00040008CFA5\r');
    expect(bench.heard).toMatchObject([taken('00040008CFA5')]);
    expect(bench.heard[0]).toMatchObject({ rawText: 'S/N: 00040008CFA5', atMs: START_MS + 34 });
    expect(bench.heard).toHaveLength(1);
  });

  test('that sends no suffix gives it 100 ms after the last report', () => {
    const bench = keysBench();
    type(bench, 'GALT11420104');
    bench.moveBy(98);
    expect(bench.heard).toEqual([]);
    bench.moveBy(1);
    expect(bench.heard).toMatchObject([taken('GALT11420104')]);
    bench.moveBy(5_000);
    expect(bench.heard).toHaveLength(1);
  });

  test('may take up to 99 ms from report to report', () => {
    const bench = keysBench();
    type(bench, 'GALT11420104\r', 99);
    expect(bench.heard).toMatchObject([taken('GALT11420104')]);
  });

  test('that begins again after a pause begins another label', () => {
    const bench = keysBench();
    type(bench, '20033752');
    bench.moveBy(150);
    type(bench, '60234567');
    bench.moveBy(150);
    expect(bench.heard).toMatchObject([taken('20033752'), taken('60234567')]);
  });

  describe('while the computer is busy', () => {
    /** A timer that runs late, and the reports that wait behind it. */
    function busyBench(): LineBench & { readonly runLate: (lateMs: number) => void } {
      const bench = createLineBench();
      let nowMs = START_MS;
      const timers: (readonly [atMs: number, run: () => void])[] = [];
      const heard: HeardScan[] = [];
      const clock: ClockPort = {
        nowMs: () => nowMs,
        at: (atMs, run) => {
          timers.push([atMs, run]);
          return () => undefined;
        },
        soon: () => undefined,
      };
      const line = createScanLine({ clock, siteRules: () => [], onScan: (scan) => void heard.push(scan) });
      line.attach(KEYS);
      const moveBy = (byMs: number): void => {
        nowMs += byMs;
      };
      const runLate = (lateMs: number): void => {
        const [dueMs = 0, run] = timers.shift() ?? [];
        nowMs = dueMs + lateMs;
        run?.();
      };
      return { ...bench, line, heard, clock, moveBy, runLate };
    }

    test('a label is not cut in two: what waits behind a late timer is read first', () => {
      const bench = busyBench();
      type(bench, 'GALT1142', 0);
      bench.runLate(26);
      expect(bench.heard).toEqual([]);
      type(bench, '0104', 0);
      bench.runLate(0);
      expect(bench.heard).toEqual([]);
      bench.runLate(0);
      expect(bench.heard).toMatchObject([taken('GALT11420104')]);
    });

    test('the label is waited for once, and not for ever', () => {
      const bench = busyBench();
      type(bench, 'GALT1142', 0);
      bench.runLate(500);
      expect(bench.heard).toEqual([]);
      bench.runLate(500);
      expect(bench.heard).toMatchObject([taken('GALT1142')]);
    });

    test('a timer that is hardly late ends the label', () => {
      const bench = busyBench();
      type(bench, 'GALT1142', 0);
      bench.runLate(25);
      expect(bench.heard).toMatchObject([taken('GALT1142')]);
    });
  });

  test('is never taken at its word for six digits', () => {
    const bench = keysBench();
    type(bench, '123456\r');
    bench.moveBy(500);
    expect(bench.heard).toMatchObject([
      { rawText: '', meaning: { kind: 'refused', problem: { code: 'scan-not-a-serial' }, shownText: '' } },
    ]);
  });

  test('with a key that could not be told is refused at once', () => {
    const bench = keysBench();
    type(bench, '2003');
    bench.line.read({ readerKey: 'keys', bytes: keyReport([0x3a]), atMs: bench.clock.nowMs() });
    type(bench, '3752\r');
    expect(bench.heard).toMatchObject([{ rawText: '', meaning: { problem: { code: 'scan-control-characters' } } }]);
  });

  test('that sends another report is told as broken', () => {
    const { line, heard } = keysBench();
    line.read({ readerKey: 'keys', bytes: new Uint8Array(9), atMs: START_MS });
    expect(heard).toMatchObject([{ kind: 'trouble', problem: { code: 'report-malformed', detail: '9 bytes' } }]);
  });

  test('that is pulled out drops what it had half typed, and its timer with it', () => {
    const bench = keysBench();
    type(bench, 'GALT1142');
    bench.line.detach('keys');
    expect(bench.timerCount()).toBe(0);
    bench.line.attach(KEYS);
    type(bench, '20033752\r');
    expect(bench.heard).toMatchObject([taken('20033752')]);
  });

  test('has one timer, however many keys', () => {
    const bench = keysBench();
    type(bench, '1'.repeat(30));
    expect(bench.timerCount()).toBe(1);
  });
});

describe('what the window heard', () => {
  test('is a scan of the keyboard, where no reader gave the same', () => {
    const { line, clock } = keysBench();
    expect(line.hearTyped('S/N: 00040008CFA5', clock.nowMs())).toMatchObject({
      kind: 'scan',
      readerKey: 'keyboard-wedge',
      readerName: '',
      atMs: START_MS,
      rawText: 'S/N: 00040008CFA5',
      meaning: { kind: 'serialNumber', serialNumber: '00040008CFA5' },
    });
  });

  test('is the same scan within a second of the reader, blanks at the ends aside', () => {
    const bench = keysBench();
    type(bench, ' GALT11420104\r');
    const atMs = bench.heard[0]?.atMs ?? 0;
    expect(bench.line.hearTyped('GALT11420104 ', atMs + 1_000)).toBeNull();
    expect(bench.line.hearTyped('GALT11420105', atMs)).not.toBeNull();
    expect(bench.line.hearTyped('GALT11420104', atMs + 1_001)).not.toBeNull();
  });

  test('first is the same scan, too: the reader does not give it again', () => {
    const bench = keysBench();
    expect(bench.line.hearTyped('GALT11420104', bench.clock.nowMs())).not.toBeNull();
    type(bench, 'GALT11420104\r');
    expect(bench.heard).toEqual([]);
    type(bench, '20033752\r');
    expect(bench.heard).toMatchObject([taken('20033752')]);
  });

  test('keeps no text that may not be kept', () => {
    const { line, clock } = keysBench();
    expect(line.hearTyped('JBSWY3DPEHPK3PXP', clock.nowMs())).toMatchObject({ rawText: '' });
    expect(line.hearTyped('{"sn":"20033752","x":"9"}', clock.nowMs())).toMatchObject({ rawText: '{"sn":"20033752"}' });
    expect(line.hearTyped(']C0 20033752', clock.nowMs())).toMatchObject({ rawText: '20033752' });
    expect(line.hearTyped(']C020033752', clock.nowMs())).toMatchObject({ rawText: ']C020033752' });
  });
});
