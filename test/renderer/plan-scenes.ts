import type { QueueRow } from '../../electron/contract/item.ts';
import type { PlanView } from '../../electron/contract/plan.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeNotice, makeUser } from '../fakes/fake-station.ts';
import {
  makeFinding,
  makeIssuedRow,
  makeLookedUpRow,
  makeOwnedToken,
  makePlan,
  makePlanStep,
  makePreFlight,
} from '../fakes/make-plan.ts';
import { ago, day, queue } from './a-morning.ts';

const LONG_NAME = 'Dr. Maximiliane von Hohenstein-Wallenrodt-Überlingen';
const LONG_SERIAL = 'LAHE0000550100000042';
const luca = makeUser({ id: 'luca', displayName: 'Luca Moretti', userPrincipalName: 'luca.moretti@contoso.com' });
const long = makeUser({ id: 'max', displayName: LONG_NAME, userPrincipalName: 'maximiliane@contoso.com' });
const refused = {
  code: 'not-permitted',
  detail: 'Insufficient privileges to complete the operation.',
  requestId: '7c0a1f7e-51d2-4b8e-9a5c-0b6c4f3d2e11',
} as const;

const lookedUp = (found: Parameters<typeof makeLookedUpRow>[0], change: Partial<QueueRow> = {}): QueueRow =>
  makeLookedUpRow(found, { id: 43, ...change });

const swap = makePlan({
  kind: 'swap',
  reason: 'swapped',
  steps: [
    makePlanStep({ serialNumber: LONG_SERIAL, user: { id: 'max', displayName: LONG_NAME } }),
    makePlanStep({ serialNumber: '2600124809787', user: { id: 'luca', displayName: 'Luca Moretti' } }),
  ],
  afterwards: [
    { itemId: 37, serialNumber: LONG_SERIAL, user: luca },
    { itemId: 41, serialNumber: '2600124809787', user: long },
  ],
});

function running(): PlanView {
  const [first, second] = swap.steps;
  if (!first || !second) return swap;
  const confirming = { kind: 'confirming', nextReadAtMs: Date.now() + 2000, problem: null, readProblem: null } as const;
  return {
    ...swap,
    stage: 'running',
    steps: [
      { ...first, state: { kind: 'done' } },
      { ...second, state: confirming },
    ],
  };
}

function stopped(): PlanView {
  const [first, second] = swap.steps;
  if (!first || !second) return swap;
  const state = { kind: 'stopped', problem: refused } as const;
  return {
    ...swap,
    stage: 'stopped',
    steps: [
      { ...first, state: { kind: 'done' } },
      { ...second, state },
    ],
  };
}

/** A morning at which some tokens were issued just now. */
function issuedDay(change: Partial<Snapshot> = {}): Snapshot {
  const open = change.open ?? null;
  const rows = [
    ...(open ? [open] : []),
    makeIssuedRow({ id: 42, serialNumber: 'GALT11420103', user: luca, changedAtMs: ago(70) }),
    makeIssuedRow({
      id: 41,
      serialNumber: LONG_SERIAL,
      user: long,
      changedAtMs: ago(870),
      undoUntilMs: Date.now() + 30_000,
    }),
    makeIssuedRow({
      id: 40,
      serialNumber: 'VES0052649',
      state: { kind: 'stopped', problem: { code: 'token-already-active' } },
      can: ['remove', 'undo', 'retry'],
      undoUntilMs: null,
      changedAtMs: ago(900),
    }),
    makeIssuedRow({
      id: 39,
      serialNumber: '8659623852751',
      state: { kind: 'stopped', problem: { code: 'token-taken-back' } },
      can: ['retry', 'chooseUser', 'remove'],
      undoUntilMs: null,
      changedAtMs: ago(910),
    }),
    lookedUp(
      { findings: [makeFinding('guest', 'stops')] },
      { id: 38, serialNumber: '70029370', can: ['chooseUser', 'remove', 'checkAgain'] },
    ),
    makeIssuedRow({
      id: 37,
      serialNumber: 'GALT11420099',
      can: ['remove', 'swap'],
      undoUntilMs: null,
      changedAtMs: ago(1900),
    }),
  ];
  return day({
    notices: [
      makeNotice({
        seq: 70,
        kind: 'activated',
        itemId: 42,
        text: 'GALT11420103',
        userName: 'Luca Moretti',
        atMs: ago(70),
      }),
    ],
    ...change,
    queue: { ...queue(), rows },
  });
}

const tokens = [
  makeOwnedToken(),
  makeOwnedToken({ methodId: 'old-2', serialNumber: '00040008CFA5', isActive: false }),
  makeOwnedToken({ methodId: 'old-3', serialNumber: null }),
];

/** What is found out before a code, and taking tokens back. */
export const PLAN_SCENES = {
  'pre-flight reading': () =>
    day({ open: lookedUp({ isReading: true }, { can: ['enterCode', 'chooseUser', 'remove'] }) }),
  'pre-flight warns': () =>
    issuedDay({
      open: lookedUp(
        {
          findings: [
            makeFinding('adminTarget', 'warns', 'Global Administrator'),
            makeFinding('legacyTwin', 'warns'),
            makeFinding('assignedToThem', 'tells'),
            makeFinding('sixtySeconds', 'tells'),
          ],
          unread: [{ what: 'inventory', problem: refused }],
          tokens,
        },
        {
          can: ['enterCode', 'remove', 'checkAgain', 'replace'],
          periodSeconds: 60,
          user: long,
          serialNumber: LONG_SERIAL,
        },
      ),
    }),
  'pre-flight quiet': () =>
    day({
      open: lookedUp({
        findings: [makeFinding('sixtySeconds', 'tells')],
        unread: [
          { what: 'roles', problem: refused },
          { what: 'inventory', problem: refused },
        ],
      }),
    }),
  'pre-flight full': () =>
    day({
      open: lookedUp({
        findings: [makeFinding('accountDisabled'), makeFinding('notInInventory'), makeFinding('legacyTwin')],
        unread: [{ what: 'roles', problem: refused }],
      }),
    }),
  'held for a guest': () =>
    day({
      open: lookedUp({ findings: [makeFinding('guest', 'stops')] }, { can: ['chooseUser', 'remove', 'checkAgain'] }),
    }),
  'held for five': () =>
    issuedDay({
      open: lookedUp(
        { findings: [makeFinding('fiveMethods', 'stops'), makeFinding('notInInventory')], tokens },
        { can: ['chooseUser', 'remove', 'checkAgain', 'replace'] },
      ),
    }),
  'held for another': () =>
    day({
      open: lookedUp(
        { findings: [makeFinding('assignedToAnother', 'stops', LONG_NAME)] },
        { can: ['chooseUser', 'remove', 'checkAgain', 'reassign'] },
      ),
    }),
  'issued just now': () => issuedDay({ open: makeIssuedRow({ id: 43 }) }),
  'issued and idle': () => issuedDay(),
  'plan proposed': () => issuedDay({ plan: makePlan() }),
  'plan to swap': () => issuedDay({ plan: swap }),
  'plan to replace': () =>
    day({
      open: lookedUp({ tokens }),
      plan: makePlan({
        kind: 'replace',
        reason: 'lost',
        steps: [makePlanStep({ serialNumber: '7d2c1c0e-0b0f-4a52-93c1-0a8c5bb2f8a1' })],
        afterwards: [{ itemId: 43, serialNumber: 'GALT11420104', user: makeUser() }],
      }),
    }),
  'plan running': () => issuedDay({ open: lookedUp({ tokens }), plan: running() }),
  'plan stopped': () => issuedDay({ plan: stopped() }),
  'plan done': () =>
    day({
      notices: [
        makeNotice({ seq: 80, kind: 'takenBack', itemId: 42, text: LONG_SERIAL, userName: LONG_NAME, readerName: '' }),
        makeNotice({ seq: 81, kind: 'planDone', itemId: null, text: '', readerName: '' }),
      ],
    }),
  'taken back, at work': () =>
    day({
      open: lookedUp({ isReading: false }, { preFlight: makePreFlight() }),
      notices: [makeNotice({ seq: 80, kind: 'takenBack', itemId: 42, text: LONG_SERIAL, userName: LONG_NAME })],
    }),
} as const satisfies Record<string, () => Snapshot>;
