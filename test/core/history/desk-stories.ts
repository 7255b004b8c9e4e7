import type { Operator, User } from '../../../electron/contract/user.ts';
import type { DurableEvent } from '../../../electron/core/event.ts';
import { ANN, BOB, NOW_MS } from '../build-state.ts';

export const FERRI: Operator = { name: 'M. Ferri', userPrincipalName: 'm.ferri@example.com' };
export const ROSSI: Operator = { name: 'L. Rossi', userPrincipalName: 'l.rossi@example.com' };

export const scanAt = (atMs: number, serialNumber: string, laneId = 'left'): DurableEvent => ({
  kind: 'scanned',
  atMs,
  readerKey: laneId,
  readerName: 'Left scanner',
  serialNumber,
  scannedText: serialNumber,
  aimId: null,
});

/** A token that is scanned, given to somebody and activated, a second between each step. */
export function issueAt(atMs: number, itemId: number, serialNumber: string, user: User): readonly DurableEvent[] {
  const requestId = `request-${itemId}`;
  return [
    scanAt(atMs, serialNumber),
    { kind: 'userChosen', atMs: atMs + 1_000, itemId, user },
    { kind: 'activationIntended', atMs: atMs + 2_000, itemId, userId: user.id },
    { kind: 'activationDone', atMs: atMs + 3_000, itemId, requestId },
    {
      kind: 'methodRead',
      atMs: atMs + 4_000,
      itemId,
      method: { methodId: `method-${itemId}`, serialNumber, status: 'activated' },
    },
  ];
}

/** A token that stopped, and that nobody has looked after since. */
export function stopAt(atMs: number, itemId: number, serialNumber: string, user: User): readonly DurableEvent[] {
  return [
    ...issueAt(atMs, itemId, serialNumber, user).slice(0, 3),
    { kind: 'activationRefused', atMs: atMs + 3_000, itemId, problem: { code: 'not-permitted' } },
  ];
}

/** The take-back of a token that was just issued. */
export function undoAt(
  atMs: number,
  itemId: number,
  { serialNumber, user }: { readonly serialNumber: string; readonly user: User },
): readonly DurableEvent[] {
  const methodId = `method-${itemId}`;
  const plan = {
    kind: 'undo',
    reason: 'wrongPerson',
    steps: [{ user: { id: user.id, displayName: user.displayName }, serialNumber, methodId }],
    afterwards: [{ itemId, user: null }],
  } as const;
  return [
    { kind: 'planStarted', atMs, plan },
    { kind: 'takeBackIntended', atMs: atMs + 1, step: 0 },
    { kind: 'takeBackDone', atMs: atMs + 2, step: 0, requestId: 'request-undo' },
    { kind: 'takeBackRead', atMs: atMs + 3, step: 0, isThere: false },
  ];
}

export const DAY_MS = 86_400_000;

/** Two days: the first one long ago, the second one now. Tokens 1 and 2 of the first day are Ann's and Bob's. */
export const TWO_DAYS: readonly DurableEvent[] = [
  { kind: 'restarted', atMs: NOW_MS - 100 * DAY_MS },
  { kind: 'operatorNoted', atMs: NOW_MS - 100 * DAY_MS, operator: FERRI },
  ...issueAt(NOW_MS - 100 * DAY_MS, 1, 'GALT10000001', ANN),
  ...issueAt(NOW_MS - 100 * DAY_MS + 10_000, 2, 'GALT10000002', BOB),
  {
    kind: 'scanRefused',
    atMs: NOW_MS - 99 * DAY_MS,
    readerKey: 'left',
    problem: { code: 'scan-link' },
    shownText: 'old',
  },
  { kind: 'restarted', atMs: NOW_MS - DAY_MS },
  { kind: 'operatorNoted', atMs: NOW_MS - DAY_MS, operator: ROSSI },
  ...issueAt(NOW_MS - DAY_MS, 3, 'GALT10000003', ANN),
];
