import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../electron/contract/command.ts';
import { parseCommand } from '../../electron/core/parse-command.ts';

/** One good command of each kind: a kind that is missing here does not compile. */
const GOOD: { readonly [K in Command['kind']]: Extract<Command, { kind: K }> } = {
  searchUsers: { kind: 'searchUsers', query: "O'Brien" },
  chooseUser: { kind: 'chooseUser', itemId: 1, userId: 'f3c1a1de-0001-4a6b-9f3e-000000000001' },
  enterCode: { kind: 'enterCode', itemId: 1, code: '004711' },
  enterSerial: { kind: 'enterSerial', serialNumber: '00040008CFA5', repeated: '00040008CFA5' },
  wedgeScan: { kind: 'wedgeScan', text: 'GALT11420104' },
  openItem: { kind: 'openItem', itemId: 1 },
  parkItem: { kind: 'parkItem', itemId: 1 },
  retryItem: { kind: 'retryItem', itemId: 1 },
  readNow: { kind: 'readNow', itemId: 1 },
  removeItem: { kind: 'removeItem', itemId: 1 },
  openSeedFile: { kind: 'openSeedFile', password: 'open sesame', again: true },
  beginVisit: { kind: 'beginVisit', userId: 'f3c1a1de-0001-4a6b-9f3e-000000000001' },
  endVisit: { kind: 'endVisit' },
  attestId: { kind: 'attestId', itemId: 1, idKind: 'badge' },
  openWorkOrder: { kind: 'openWorkOrder' },
  showDraft: { kind: 'showDraft', page: 0, onlyFaults: true },
  acceptZeros: { kind: 'acceptZeros', line: 4 },
  checkDraftAgain: { kind: 'checkDraftAgain' },
  startOrder: { kind: 'startOrder', name: 'Naples', goal: 'assign' },
  dropDraft: { kind: 'dropDraft' },
  handOverOrder: { kind: 'handOverOrder', orderId: 1 },
  showOrder: { kind: 'showOrder', orderId: 1, filter: 'open', page: 0 },
  takeOrder: { kind: 'takeOrder', orderId: 1 },
  leaveOrder: { kind: 'leaveOrder' },
  chooseLine: { kind: 'chooseLine', orderId: 1, line: 2 },
  skipLine: { kind: 'skipLine', orderId: 1, line: 2 },
  unskipLine: { kind: 'unskipLine', orderId: 1, line: 2 },
  closeOrder: { kind: 'closeOrder', orderId: 1 },
  reopenOrder: { kind: 'reopenOrder', orderId: 1 },
  printReceipt: { kind: 'printReceipt', itemId: 1 },
  printLabel: { kind: 'printLabel', itemId: 1 },
  printOrder: { kind: 'printOrder', paper: 'manifest', orderId: 1 },
  printShiftReport: { kind: 'printShiftReport' },
  findPrinters: { kind: 'findPrinters' },
  writeTemplates: { kind: 'writeTemplates' },
  showExceptions: { kind: 'showExceptions', page: 0 },
  clearRefusedScans: { kind: 'clearRefusedScans' },
  compareShift: { kind: 'compareShift' },
  closeShift: { kind: 'closeShift' },
  openHistory: { kind: 'openHistory' },
  closeHistory: { kind: 'closeHistory' },
  searchHistory: { kind: 'searchHistory', search: { text: 'anna', fromMs: 0, toMs: null }, page: 0 },
  verifyHistory: { kind: 'verifyHistory' },
  exportHistory: { kind: 'exportHistory', format: 'csv' },
  checkInventory: { kind: 'checkInventory' },
  showInventory: { kind: 'showInventory', page: 0, onlyTroubled: false },
  proveInventory: { kind: 'proveInventory', code: '123456' },
  importInventory: { kind: 'importInventory' },
  leaveInventory: { kind: 'leaveInventory' },
  forgetSeeds: { kind: 'forgetSeeds' },
  seekToken: { kind: 'seekToken', code: '123456' },
  stopSeeking: { kind: 'stopSeeking' },
  checkAgain: { kind: 'checkAgain', itemId: 1 },
  planUndo: { kind: 'planUndo', itemId: 1, reason: 'wrongPerson' },
  planReplace: { kind: 'planReplace', itemId: 1, methodId: 'f3c1a1de-0001', reason: 'lost' },
  planReassign: { kind: 'planReassign', itemId: 1 },
  planSwap: { kind: 'planSwap', itemId: 1, otherItemId: 2 },
  startPlan: { kind: 'startPlan' },
  resumePlan: { kind: 'resumePlan' },
  leavePlan: { kind: 'leavePlan' },
  signIn: { kind: 'signIn' },
  signInAgain: { kind: 'signInAgain' },
  cancelSignIn: { kind: 'cancelSignIn' },
  signOut: { kind: 'signOut' },
  showQueue: { kind: 'showQueue', filter: 'needsYou', page: 0 },
  changeSettings: { kind: 'changeSettings', change: { stationName: 'Desk 7' }, replacesBroken: false },
  showLane: { kind: 'showLane', laneId: 'left' },
  nameReader: { kind: 'nameReader', readerKey: 'left', name: 'Left', color: 3 },
  openDoctor: { kind: 'openDoctor' },
  closeDoctor: { kind: 'closeDoctor' },
  lookAgain: { kind: 'lookAgain' },
  switchToHidPos: { kind: 'switchToHidPos', deviceKey: '/dev/hidraw0' },
  useAsScanner: { kind: 'useAsScanner', deviceKey: '/dev/hidraw0', isScanner: true },
  startLearning: { kind: 'startLearning', means: 'badge' },
  stopLearning: { kind: 'stopLearning' },
  acceptRule: { kind: 'acceptRule' },
  removeSiteRule: { kind: 'removeSiteRule', ruleId: 'site-1' },
  practicePlug: { kind: 'practicePlug', reader: 2, isPlugged: true },
  practiceScan: { kind: 'practiceScan', text: '4006381333931', aimId: ']E0', reader: 1 },
  practiceTrouble: { kind: 'practiceTrouble', trouble: 'lostAnswer' },
};
const COMMANDS = Object.values(GOOD);

function detailOf(value: unknown): string {
  const parsed = parseCommand(value);
  if (parsed.ok) return 'taken';
  expect(parsed.problem.code).toBe('command-malformed');
  return parsed.problem.detail ?? '';
}

describe('a good command', () => {
  test.each(COMMANDS)('$kind is taken as it is', (command) => {
    expect(parseCommand(structuredClone(command))).toEqual({ ok: true, value: command });
  });
});

describe('strictness', () => {
  test.each(COMMANDS)('$kind with one field too many is refused', (command) => {
    expect(detailOf({ ...command, extra: true })).toBe('unrecognized_keys');
  });

  test.each(COMMANDS.flatMap((command) => Object.keys(command).map((field) => [command, field] as const)))(
    '%j without its %s is refused, and the field is named',
    (command, field) => {
      const { [field]: _, ...rest } = command as Record<string, unknown>;
      expect(detailOf(rest)).toBe(field);
    },
  );

  test.each(COMMANDS.flatMap((command) => Object.keys(command).map((field) => [command, field] as const)))(
    '%j with a list for its %s is refused, and the field is named',
    (command, field) => {
      expect(detailOf({ ...command, [field]: ['1'] })).toBe(field);
    },
  );
});

describe('caps', () => {
  test.each<readonly [kind: Command['kind'], field: string, longest: number]>([
    ['searchUsers', 'query', 120],
    ['chooseUser', 'userId', 256],
    ['enterCode', 'code', 16],
    ['enterSerial', 'serialNumber', 256],
    ['enterSerial', 'repeated', 256],
    ['wedgeScan', 'text', 4_096],
    ['planReplace', 'methodId', 256],
    ['showLane', 'laneId', 1_024],
    ['nameReader', 'readerKey', 1_024],
    ['nameReader', 'name', 40],
    ['switchToHidPos', 'deviceKey', 1_024],
    ['useAsScanner', 'deviceKey', 1_024],
    ['removeSiteRule', 'ruleId', 256],
    ['practiceScan', 'text', 8_192],
    ['practiceScan', 'aimId', 3],
  ])('%s takes a %s of up to %i characters', (kind, field, longest) => {
    expect(detailOf({ ...GOOD[kind], [field]: 'x'.repeat(longest) })).toBe('taken');
    expect(detailOf({ ...GOOD[kind], [field]: 'x'.repeat(longest + 1) })).toBe(field);
  });

  test('a chosen user must be named', () => {
    expect(detailOf({ ...GOOD.chooseUser, userId: '' })).toBe('userId');
  });

  test.each([0, -1, 1.5, Number.NaN, Infinity, -Infinity, 2 ** 53, '1', null, true, 1n])('%s is no item', (itemId) => {
    expect(detailOf({ ...GOOD.openItem, itemId })).toBe('itemId');
  });

  test.each([0, 1.5, '2', null])('%s is no item to swap with', (otherItemId) => {
    expect(detailOf({ ...GOOD.planSwap, otherItemId })).toBe('otherItemId');
  });

  test('the method to replace must be named', () => {
    expect(detailOf({ ...GOOD.planReplace, methodId: '' })).toBe('methodId');
  });

  test.each(['', 'Lost', 'stolen', '__proto__'])('%j is no reason', (reason) => {
    expect(detailOf({ ...GOOD.planUndo, reason })).toBe('reason');
    expect(detailOf({ ...GOOD.planReplace, reason })).toBe('reason');
  });

  test.each([-1, 0.5, 100_001, Number.NaN, Infinity, '0'])('%s is no page', (page) => {
    expect(detailOf({ ...GOOD.showQueue, page })).toBe('page');
  });

  test('the last page that may be asked for is 100,000', () => {
    expect(detailOf({ ...GOOD.showQueue, page: 100_000 })).toBe('taken');
  });

  test.each(['', 'ALL', 'stopped', 'all ', '__proto__'])('%j is no filter', (filter) => {
    expect(detailOf({ ...GOOD.showQueue, filter })).toBe('filter');
  });

  test.each(['', 'Slow', 'none,slow', 'toString'])('%j is no trouble', (trouble) => {
    expect(detailOf({ ...GOOD.practiceTrouble, trouble })).toBe('trouble');
  });
});

describe('hostile values', () => {
  test.each<readonly [what: string, value: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a text', 'enterCode'],
    ['JSON that was not parsed', '{"kind":"openItem","itemId":1}'],
    ['a list', [GOOD.openItem]],
    ['an empty object', {}],
    ['a function', () => GOOD.openItem],
    ['a date', new Date(0)],
    ['a map', new Map(Object.entries(GOOD.openItem))],
    ['an unknown kind', { kind: 'wipeAll' }],
    ['a kind that every object has', { kind: 'constructor' }],
    ['a kind in a list', { kind: ['openItem'], itemId: 1 }],
    ['another case', { kind: 'OpenItem', itemId: 1 }],
    ['a prototype in JSON', JSON.parse('{"kind":"openItem","itemId":1,"__proto__":{"isAdmin":true}}')],
  ])('%s is refused', (_, value) => {
    expect(detailOf(value)).not.toBe('taken');
  });

  test('a refusal never repeats what was sent: it may be a code', () => {
    const digits = fc.stringMatching(/^[0-9]{6,40}$/);
    fc.assert(
      fc.property(digits, digits, (code, other) => {
        const refusals = [
          { kind: 'enterCode', itemId: 1, code: Number(code) },
          { kind: 'enterCode', itemId: 1, code: code + '0'.repeat(16) },
          { kind: 'enterCode', itemId: code, code: other },
          { kind: 'enterCode', itemId: 1, code: { [code]: other } },
          { kind: 'enterCode', itemId: 1, code: '1', [code]: other },
          { kind: code, itemId: 1 },
          code,
          [code],
        ].map((value) => JSON.stringify(parseCommand(value)));
        for (const text of refusals) {
          expect(text).toContain('command-malformed');
          expect(text).not.toContain(code);
          expect(text).not.toContain(other);
        }
      }),
    );
  });

  test('a thousand wrong fields give a short answer', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`field${index}`, index]));
    expect(detailOf({ ...GOOD.openItem, ...many }).length).toBeLessThan(100);
  });
});

test('whatever comes through the door, it is a command or refused, and never an exception', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), (value) => {
      expect(parseCommand(value).ok).toBe(false);
    }),
  );
});
