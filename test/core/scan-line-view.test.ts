import { describe, expect, test } from 'vitest';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { readerInfo } from './corpus-vector.ts';
import { writeReports } from './corpus-scanners.ts';
import { createLineBench, START_MS, type LineBench } from './scan-line-bench.ts';

const SERIAL = '20033752';
const RETAIL = '4006381333931';

function scan({ line, clock }: LineBench, text: string, aimId = ']C0', readerKey = 'left'): void {
  for (const bytes of writeReports('layout A', text, aimId)) line.read({ readerKey, bytes, atMs: clock.nowMs() });
}

function benchWith(...readers: readonly string[]): LineBench {
  const bench = createLineBench();
  for (const key of readers) bench.line.attach(readerInfo(key, 'layout A'));
  return bench;
}

function texts({ heard }: LineBench): readonly string[] {
  return heard.map((scanned) =>
    scanned.kind === 'scan' ? `${scanned.readerKey} ${scanned.meaning.scannedText}` : scanned.kind,
  );
}

describe('a refusal that is held back', () => {
  test('is told by a timer 400 ms later, with the moment in which it was read', () => {
    const bench = benchWith('left');
    scan(bench, RETAIL, ']E0');
    bench.moveBy(399);
    expect(bench.heard).toEqual([]);
    bench.moveBy(1);
    expect(bench.heard).toMatchObject([{ atMs: START_MS, meaning: { problem: { code: 'scan-retail-code' } } }]);
    expect(bench.timerCount()).toBe(0);
  });

  test('is dropped for a serial number of the same reader, and its timer with it', () => {
    const bench = benchWith('left');
    scan(bench, RETAIL, ']E0');
    bench.moveBy(100);
    scan(bench, SERIAL);
    expect(bench.timerCount()).toBe(0);
    bench.moveBy(5_000);
    expect(texts(bench)).toEqual([`left ${SERIAL}`]);
  });

  test('is not dropped for one of another reader', () => {
    const bench = benchWith('left', 'right');
    scan(bench, RETAIL, ']E0');
    scan(bench, SERIAL, ']C0', 'right');
    bench.moveBy(5_000);
    expect(texts(bench)).toEqual([`right ${SERIAL}`, `left ${RETAIL}`]);
  });

  test('is told when the reader is pulled out', () => {
    const bench = benchWith('left', 'right');
    scan(bench, RETAIL, ']E0');
    bench.line.detach('left');
    expect(texts(bench)).toEqual([`left ${RETAIL}`]);
    expect(bench.timerCount()).toBe(0);
  });

  test('is told when the same reader is plugged in again, and when the line stops', () => {
    const bench = benchWith('left');
    scan(bench, RETAIL, ']E0');
    bench.line.attach(readerInfo('left', 'layout A'));
    expect(texts(bench)).toEqual([`left ${RETAIL}`]);
    scan(bench, 'OTPC-P1');
    bench.line.stop();
    expect(texts(bench)).toEqual([`left ${RETAIL}`, 'left OTPC-P1']);
    expect(bench.timerCount()).toBe(0);
    scan(bench, SERIAL);
    expect(bench.heard).toHaveLength(2);
  });

  test('one after the other is told in its own time, by one timer at a time', () => {
    const bench = benchWith('left');
    scan(bench, RETAIL, ']E0');
    bench.moveBy(100);
    scan(bench, 'OTPC-P1');
    expect(bench.timerCount()).toBe(1);
    bench.moveBy(300);
    expect(bench.heard).toHaveLength(1);
    bench.moveBy(100);
    expect(bench.heard).toHaveLength(2);
  });
});

describe('the same label before a reader', () => {
  test('is heard once, and again after 600 ms', () => {
    const bench = benchWith('left');
    scan(bench, SERIAL);
    bench.moveBy(600);
    scan(bench, SERIAL);
    expect(bench.heard).toHaveLength(1);
    bench.moveBy(601);
    scan(bench, SERIAL);
    expect(bench.heard).toHaveLength(2);
  });

  test('is heard from each of two readers', () => {
    const bench = benchWith('left', 'right');
    scan(bench, SERIAL);
    scan(bench, SERIAL, ']C0', 'right');
    expect(texts(bench)).toEqual([`left ${SERIAL}`, `right ${SERIAL}`]);
  });

  test('is heard from one that was plugged in again', () => {
    const bench = benchWith('left');
    scan(bench, SERIAL);
    bench.line.detach('left');
    bench.line.attach(readerInfo('left', 'layout A'));
    scan(bench, SERIAL);
    expect(bench.heard).toHaveLength(2);
  });

  test('that is too long to be kept is told each time', () => {
    const bench = benchWith('left');
    scan(bench, '7'.repeat(2_000));
    scan(bench, '7'.repeat(2_000));
    expect(bench.heard).toHaveLength(2);
  });
});

test('the rules of the site are asked as they are at the moment of the scan', () => {
  const rules: SiteRule[] = [];
  const bench = createLineBench(rules);
  bench.line.attach(readerInfo('left', 'layout A'));
  scan(bench, 'EMP/4711');
  const rule = { id: 'r', means: 'badge', before: 'EMP/', after: '', startsWith: '', alphabet: 'digits' } as const;
  rules.push({ ...rule, dashes: 'none', shortest: 4, longest: 4, aimLetter: null });
  scan(bench, 'EMP/4712');
  expect(bench.heard).toMatchObject([{ meaning: { kind: 'badge', badgeId: '4712' } }]);
});

test('of a label of which only a part is kept, the raw text is that part; of one that is refused, what may be shown', () => {
  const bench = benchWith('left');
  scan(bench, '{"sn":"20033752","owner":"ann"}\r');
  scan(bench, 'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP');
  scan(bench, ' GALT11420104\r\n');
  expect(bench.heard.map((heard) => heard.kind === 'scan' && heard.rawText)).toEqual([
    '{"sn":"20033752"}',
    '',
    ' GALT11420104\r\n',
  ]);
});
