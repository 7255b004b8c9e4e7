import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DurableEvent } from '../../electron/core/event.ts';
import { isDurable } from '../../electron/core/durable-events.ts';
import { parseEvent } from '../../electron/core/parse-event.ts';
import type { PlanDraft } from '../../electron/core/plan.ts';
import type { PreFlightFacts } from '../../electron/core/pre-flight-facts.ts';
import { anyDurableEvent } from './any-durable-event.ts';
import { ANN, NOW_MS } from './build-state.ts';

const atMs = NOW_MS;
const itemId = 3;
const problem = { code: 'graph-refused', detail: '400 · badRequest · No.', requestId: 'r1' } as const;

const FACTS: PreFlightFacts = {
  account: { isGuest: false, isEnabled: null },
  roles: [{ roleTemplateId: null, displayName: null }],
  methods: [{ methodId: 'm', serialNumber: null, status: 'failedActivation' }],
  authenticatorCount: 0,
  devices: null,
  unread: [{ what: 'inventory', problem }],
};

const PLAN: PlanDraft = {
  kind: 'swap',
  reason: 'swapped',
  steps: [{ user: { id: ANN.id, displayName: '' }, serialNumber: '00040008CFA5', methodId: 'm' }],
  afterwards: [
    { itemId, user: ANN },
    { itemId, user: null },
  ],
};

/** One event of each durable kind: a kind that is missing here does not compile. */
const EVENTS: { readonly [K in DurableEvent['kind']]: Extract<DurableEvent, { kind: K }> } = {
  scanned: {
    kind: 'scanned',
    atMs,
    readerKey: 'left',
    readerName: '',
    serialNumber: '00040008CFA5',
    scannedText: 'S/N:00040008CFA5',
    aimId: null,
  },
  visitBegun: { kind: 'visitBegun', atMs, laneId: 'left', user: ANN },
  visitEnded: { kind: 'visitEnded', atMs, laneId: 'left' },
  visitorChecked: { kind: 'visitorChecked', atMs, laneId: 'left', idKind: 'badge' },
  idChecked: { kind: 'idChecked', atMs, itemId, idKind: 'passport' },
  orderOpened: { kind: 'orderOpened', atMs, orderKey: 'k', name: 'Naples', goal: 'assign', lineCount: 1 },
  orderLinesAdded: {
    kind: 'orderLinesAdded',
    atMs,
    orderId: 1,
    lines: [
      {
        line: 2,
        user: ANN,
        requestNumber: 'REQ-1',
        model: '',
        note: '',
        isSkipped: false,
        done: { serialNumber: '00040008CFA5', atMs },
      },
    ],
  },
  orderTaken: { kind: 'orderTaken', atMs, orderId: 1, laneId: 'left' },
  orderLeft: { kind: 'orderLeft', atMs, laneId: 'left' },
  orderLineChosen: { kind: 'orderLineChosen', atMs, orderId: 1, line: 2, laneId: 'left' },
  orderLineSkipped: { kind: 'orderLineSkipped', atMs, orderId: 1, line: 2 },
  orderLineUnskipped: { kind: 'orderLineUnskipped', atMs, orderId: 1, line: 2 },
  orderClosed: { kind: 'orderClosed', atMs, orderId: 1 },
  orderHandedOver: { kind: 'orderHandedOver', atMs, orderId: 1 },
  orderReopened: { kind: 'orderReopened', atMs, orderId: 1 },
  assignmentIntended: { kind: 'assignmentIntended', atMs, itemId, userId: ANN.id },
  operatorNoted: { kind: 'operatorNoted', atMs, operator: { name: 'M. Ferri', userPrincipalName: '' } },
  paperPrinted: { kind: 'paperPrinted', atMs, paper: 'receipt', itemId, to: 'Counter' },
  paperNotPrinted: { kind: 'paperNotPrinted', atMs, paper: 'manifest', orderId: 1, problem },
  shiftCompared: {
    kind: 'shiftCompared',
    atMs,
    checkedCount: 1,
    differences: [{ itemId, kind: 'missing', problem: null }],
  },
  refusedScansCleared: { kind: 'refusedScansCleared', atMs },
  shiftClosed: { kind: 'shiftClosed', atMs },
  historyExported: { kind: 'historyExported', atMs, format: 'csv', entryCount: 3 },
  inventoryImported: { kind: 'inventoryImported', atMs, fileName: 'seeds.csv', createdCount: 1, refusedCount: 0 },
  retentionApplied: { kind: 'retentionApplied', atMs, beforeMs: 1, count: 2 },
  forgotten: { kind: 'forgotten', atMs, itemCount: 1, orderCount: 0 },
  scanRefused: { kind: 'scanRefused', atMs, readerKey: 'left', problem: { code: 'scan-empty' }, shownText: '' },
  userChosen: { kind: 'userChosen', atMs, itemId, user: ANN },
  activationIntended: { kind: 'activationIntended', atMs, itemId, userId: ANN.id },
  activationDone: { kind: 'activationDone', atMs, itemId, requestId: null },
  activationPostponed: { kind: 'activationPostponed', atMs, itemId, untilMs: atMs + 1, problem },
  activationRefused: { kind: 'activationRefused', atMs, itemId, problem },
  answerLost: { kind: 'answerLost', atMs, itemId, problem },
  codeExpired: { kind: 'codeExpired', atMs, itemId },
  methodRead: { kind: 'methodRead', atMs, itemId, method: { methodId: 'm', serialNumber: null, status: 'unknown' } },
  readFailed: { kind: 'readFailed', atMs, itemId, problem, status: null, retryAfterMs: 0 },
  itemOpened: { kind: 'itemOpened', atMs, itemId },
  itemParked: { kind: 'itemParked', atMs, itemId },
  itemRetried: { kind: 'itemRetried', atMs, itemId },
  itemRemoved: { kind: 'itemRemoved', atMs, itemId },
  codeProved: { kind: 'codeProved', atMs, itemId, drift: { driftMs: -60_000, isFit: true } },
  codeDisproved: {
    kind: 'codeDisproved',
    atMs,
    itemId,
    problem: { code: 'token-is-another', detail: '8659623852751' },
    drift: null,
  },
  checkWanted: { kind: 'checkWanted', atMs, itemId },
  preFlightRead: { kind: 'preFlightRead', atMs, itemId, userId: ANN.id, facts: FACTS },
  itemLeft: { kind: 'itemLeft', atMs, itemId },
  planStarted: { kind: 'planStarted', atMs, plan: PLAN },
  takeBackIntended: { kind: 'takeBackIntended', atMs, step: 0 },
  takeBackDone: { kind: 'takeBackDone', atMs, step: 0, requestId: null },
  takeBackPostponed: { kind: 'takeBackPostponed', atMs, step: 1, untilMs: atMs + 1, problem },
  takeBackRefused: { kind: 'takeBackRefused', atMs, step: 0, problem },
  takeBackLost: { kind: 'takeBackLost', atMs, step: 0, problem },
  takeBackRead: { kind: 'takeBackRead', atMs, step: 0, isThere: false },
  takeBackNotRead: { kind: 'takeBackNotRead', atMs, step: 0, problem, status: 503, retryAfterMs: 2_000 },
  planResumed: { kind: 'planResumed', atMs },
  planLeft: { kind: 'planLeft', atMs },
  restarted: { kind: 'restarted', atMs },
};
const ALL = [
  ...Object.values(EVENTS),
  { ...EVENTS.scanned, rawText: 'S/N:00040008CFA5\r', laneId: 'right' },
  { ...EVENTS.itemOpened, laneId: 'right' },
];

function reasonFor(body: string): string {
  const parsed = parseEvent(body);
  if (parsed.ok) return 'read';
  expect(parsed.problem.code).toBe('event-unreadable');
  return parsed.problem.detail ?? '';
}

describe('an event that was stored', () => {
  test.each(ALL)('$kind comes back as it was', (event) => {
    expect(parseEvent(JSON.stringify(event))).toEqual({ ok: true, value: event });
  });

  test.each(ALL)('$kind belongs in the journal', (event) => {
    expect(isDurable(event)).toBe(true);
  });

  test('a passing event does not belong there, and is not read from there', () => {
    const passing = { kind: 'readWanted', atMs, itemId } as const;
    expect(isDurable(passing)).toBe(false);
    expect(reasonFor(JSON.stringify(passing))).toContain('kind');
  });

  test('any event comes back as it was', () => {
    fc.assert(
      fc.property(anyDurableEvent, (event) => {
        expect(parseEvent(JSON.stringify(event))).toEqual({ ok: true, value: event });
      }),
    );
  });

  test('keeps a problem code that a later version wrote', () => {
    const later = { ...EVENTS.answerLost, problem: { code: 'code-of-next-year' } };
    expect(parseEvent(JSON.stringify(later))).toEqual({ ok: true, value: later });
  });

  test('drops a field that a later version wrote', () => {
    const later = { ...EVENTS.itemOpened, colour: 'green' };
    expect(parseEvent(JSON.stringify(later))).toEqual({ ok: true, value: EVENTS.itemOpened });
  });
});

describe('an event that cannot be read', () => {
  test.each(['', '{', 'undefined', '{"kind":"restarted","atMs":1', "{'kind':'restarted'}"])(
    '%j is not JSON',
    (body) => {
      expect(reasonFor(body)).toBe('not JSON');
    },
  );

  test.each(['null', '1', '"restarted"', '[]', '{}', '{"kind":"unheardOf","atMs":1}', '{"kind":"__proto__","atMs":1}'])(
    '%s is no event',
    (body) => {
      expect(reasonFor(body)).not.toBe('read');
    },
  );

  /** A page may be about no token and no order. */
  const isNeeded = (event: DurableEvent, field: string): boolean =>
    !event.kind.startsWith('paper') || (field !== 'itemId' && field !== 'orderId');
  const needed = Object.values(EVENTS).flatMap((event) =>
    Object.keys(event)
      .filter((field) => isNeeded(event, field))
      .map((field) => [event, field] as const),
  );
  test.each(needed)('%j without its %s is refused, and the reason names the field', (event, field) => {
    const { [field]: _, ...rest } = event as Record<string, unknown>;
    expect(reasonFor(JSON.stringify(rest))).toMatch(new RegExp(`^${field}`));
  });

  test.each<readonly [what: string, event: object, field: string]>([
    ['a time before 1970', { ...EVENTS.restarted, atMs: -1 }, 'atMs'],
    ['half a millisecond', { ...EVENTS.restarted, atMs: 0.5 }, 'atMs'],
    ['a time as a text', { ...EVENTS.restarted, atMs: '1' }, 'atMs'],
    ['item 0', { ...EVENTS.itemOpened, itemId: 0 }, 'itemId'],
    ['item 1.5', { ...EVENTS.itemOpened, itemId: 1.5 }, 'itemId'],
    ['an empty serial number', { ...EVENTS.scanned, serialNumber: '' }, 'serialNumber'],
    ['a serial number that lost its zeros', { ...EVENTS.scanned, serialNumber: 40008 }, 'serialNumber'],
    ['a user without an id', { ...EVENTS.userChosen, user: { ...ANN, id: '' } }, 'user.id'],
    [
      'a status that we never write',
      { ...EVENTS.methodRead, method: { methodId: 'm', serialNumber: null, status: 'x' } },
      'method.status',
    ],
    ['a problem that is a text', { ...EVENTS.answerLost, problem: 'lost' }, 'problem'],
    ['a problem code that is a number', { ...EVENTS.answerLost, problem: { code: 7 } }, 'problem.code'],
    ['a step before the first', { ...EVENTS.takeBackIntended, step: -1 }, 'step'],
    ['a step between two', { ...EVENTS.takeBackRead, step: 0.5 }, 'step'],
    ['a plan of no known kind', { ...EVENTS.planStarted, plan: { ...PLAN, kind: 'wipe' } }, 'plan.kind'],
    ['a plan of no known reason', { ...EVENTS.planStarted, plan: { ...PLAN, reason: 'x' } }, 'plan.reason'],
    [
      'a plan that does not say which method it is about',
      { ...EVENTS.planStarted, plan: { ...PLAN, steps: [{ ...PLAN.steps[0], methodId: '' }] } },
      'plan.steps.0.methodId',
    ],
    [
      'a plan about nobody',
      { ...EVENTS.planStarted, plan: { ...PLAN, steps: [{ ...PLAN.steps[0], user: { id: '', displayName: 'A' } }] } },
      'plan.steps.0.user.id',
    ],
    ['an end of waiting that never comes', { ...EVENTS.activationPostponed, untilMs: null }, 'untilMs'],
  ])('%s is refused', (_, event, field) => {
    expect(reasonFor(JSON.stringify(event))).toMatch(new RegExp(`^${field.replaceAll('.', '\\.')}:`));
  });
});

test('whatever text is stored, it is an event or refused with a reason, and never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      expect(reasonFor(body)).not.toBe('read');
      expect(reasonFor(body)).not.toBe('');
    }),
  );
});
