import { describe, expect, test } from 'vitest';
import type { DurableEvent } from '../../../electron/core/event.ts';
import { countByOperator } from '../../../electron/core/paper/count-by-operator.ts';
import { shiftReportOf } from '../../../electron/core/paper/shift-report-of.ts';
import { reduce } from '../../../electron/core/reduce.ts';
import { EMPTY_STATE, type State } from '../../../electron/core/state.ts';
import { ANN, BOB, NOW_MS, scan } from '../build-state.ts';
import { OPERATOR, SURROUNDINGS } from './some-papers.ts';

const ITO = { name: 'K. Ito', userPrincipalName: 'k.ito@example.com' };
const atMs = NOW_MS;

function noted(operator: typeof OPERATOR | null): DurableEvent {
  return { kind: 'operatorNoted', atMs, operator };
}

/** A token that is scanned, given to somebody and activated. */
function issued(itemId: number, serialNumber: string, user = ANN): readonly DurableEvent[] {
  const method = { methodId: `m${itemId}`, serialNumber, status: 'activated' } as const;
  return [
    scan(serialNumber),
    { kind: 'userChosen', atMs, itemId, user },
    { kind: 'activationIntended', atMs, itemId, userId: user.id },
    { kind: 'activationDone', atMs, itemId, requestId: 'r' },
    { kind: 'methodRead', atMs, itemId, method },
  ];
}

const refusedScan: DurableEvent = {
  kind: 'scanRefused',
  atMs,
  readerKey: 'left',
  problem: { code: 'scan-retail-code' },
  shownText: '4006381333931',
};

const stopped: readonly DurableEvent[] = [
  scan('2600124809778'),
  { kind: 'userChosen', atMs, itemId: 3, user: BOB },
  { kind: 'activationIntended', atMs, itemId: 3, userId: BOB.id },
  {
    kind: 'activationRefused',
    atMs,
    itemId: 3,
    problem: { code: 'serial-unknown', detail: 'No device with this serial number.' },
  },
];

const day = [
  noted(OPERATOR),
  ...issued(1, 'S-0000001'),
  noted(ITO),
  ...issued(2, 'S-0000002', BOB),
  refusedScan,
  ...stopped,
];

function fold(events: readonly DurableEvent[]): State {
  return events.reduce(reduce, EMPTY_STATE);
}

describe('who issued how many', () => {
  test('is told by who worked here before each token was theirs', () => {
    expect(countByOperator(day)).toEqual([
      { operator: OPERATOR, issued: 1 },
      { operator: ITO, issued: 1 },
    ]);
  });

  test('begins anew with each shift', () => {
    expect(countByOperator([...day, { kind: 'shiftClosed', atMs }])).toEqual([]);
  });

  test('names nobody for what was issued while nobody was signed in', () => {
    expect(countByOperator(issued(1, 'S-0000001'))).toEqual([{ operator: null, issued: 1 }]);
  });
});

describe('a shift report', () => {
  const head = { seq: 812, hash: '9f'.repeat(32) };
  const report = shiftReportOf(fold(day), { byOperator: countByOperator(day), head }, SURROUNDINGS);

  test('counts what happened and who did it', () => {
    expect(report?.sinceAt).toBe('21 Sept 2026, 14:13');
    expect(report?.counts.slice(0, 1)).toEqual([{ name: 'Activated', count: '2' }]);
    expect(report?.counts.at(-1)).toEqual({ name: 'Refused labels', count: '1' });
    expect(report?.operators).toEqual([
      { name: 'M. Ferri', count: '1' },
      { name: 'K. Ito', count: '1' },
    ]);
  });

  test('has each exception with its reason, in our words and in the other side’s', () => {
    expect(report?.exceptions.map(({ what, reason }) => [what, reason])).toEqual([
      ['2600124809778', 'The tenant does not know this serial number: No device with this serial number.'],
      ['4006381333931', 'That is the bar code of the box'],
    ]);
  });

  test('says that nothing was compared, since when', () => {
    expect(report?.comparison).toEqual({
      summary: 'Not compared since the shift began, 21 Sept 2026, 14:13.',
      differences: [],
    });
  });

  test('has the comparison with its differences, and how much came after it', () => {
    const compared: DurableEvent = {
      kind: 'shiftCompared',
      atMs,
      checkedCount: 2,
      differences: [{ itemId: 1, kind: 'missing', problem: null }],
    };
    const { comparison } = shiftReportOf(fold([...day, compared]), { byOperator: [], head }, SURROUNDINGS) ?? {};
    expect(comparison?.summary).toBe(
      'Compared 21 Sept 2026, 14:13. People read: 2. Differences: 1. Issued since then: 0.',
    );
    expect(comparison?.differences).toEqual([
      { serialNumber: 'S-0000001', personName: 'Ann Example', reason: 'The person does not have it.' },
    ]);
  });

  test('has the newest entry of the journal, where there is one', () => {
    expect(report?.journalHead).toEqual({ seq: '812', hash: head.hash });
    expect(shiftReportOf(fold(day), { byOperator: [], head: null }, SURROUNDINGS)?.journalHead).toBeNull();
  });

  test('lists whoever worked here and issued nothing', () => {
    const idle = shiftReportOf(fold(day), { byOperator: [], head: null }, SURROUNDINGS);
    expect(idle?.operators.map(({ count }) => count)).toEqual(['0', '0']);
  });

  test('is none before anything has happened', () => {
    expect(shiftReportOf(EMPTY_STATE, { byOperator: [], head: null }, SURROUNDINGS)).toBeNull();
  });
});
