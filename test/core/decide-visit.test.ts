import { describe, expect, test } from 'vitest';
import type { VisitCommand } from '../../electron/contract/visit.ts';
import { allowedActions } from '../../electron/core/allowed-actions.ts';
import { decideCommand } from '../../electron/core/decide-command.ts';
import { isVisitCommand } from '../../electron/core/decide-visit.ts';
import { OPENED_KIOSK } from '../../electron/core/kiosk.ts';
import type { Item, State } from '../../electron/core/state.ts';
import {
  ANN,
  BOB,
  itemIn,
  lane,
  LEFT,
  NOW_MS,
  planOf,
  RIGHT,
  stateWith,
  STATE_KINDS,
  undoDraft,
} from './build-state.ts';
import { deskWith, FOUND, requiring, visitOf } from './visit-state.ts';

const atMs = NOW_MS;
const beginAnn: VisitCommand = { kind: 'beginVisit', userId: ANN.id };
const attest = (itemId: number | null, idKind = 'badge'): VisitCommand => ({ kind: 'attestId', itemId, idKind });

function decide(state: State, command: VisitCommand): unknown {
  const decided = decideCommand(state, command, atMs);
  return decided.ok ? decided.value : decided.problem.code;
}

describe('somebody is served', () => {
  test('who stands in the list of the last search, at the place in front', () => {
    const state = deskWith(null, null, { search: FOUND, frontLaneId: RIGHT });
    expect(decide(state, beginAnn)).toEqual({ kind: 'visitBegun', atMs, laneId: RIGHT, user: ANN });
  });

  test('at the keyboard’s place, where there is no reader', () => {
    const state = stateWith([], { lanes: [], frontLaneId: null, search: FOUND });
    expect(decide(state, beginAnn)).toMatchObject({ laneId: 'keyboard' });
  });

  test('in place of whoever stood there', () => {
    expect(decide(deskWith(visitOf(BOB), null, { search: FOUND }), beginAnn)).toMatchObject({ user: ANN });
  });

  test.each<readonly [string, State, string]>([
    ['nobody was looked for', deskWith(null), 'user-not-listed'],
    ['somebody else was found', deskWith(null, null, { search: { ...FOUND, users: [BOB] } }), 'user-not-listed'],
    ['a token is in hand there', stateWith([itemIn('needsUser')], { openItemId: 1, search: FOUND }), 'visit-busy'],
    [
      'an issued token is still looked at',
      stateWith([itemIn('activated')], { openItemId: 1, search: FOUND }),
      'visit-busy',
    ],
    [
      'nobody is signed in',
      deskWith(null, null, { search: FOUND, session: { kind: 'out', problem: null } }),
      'signed-out',
    ],
    ['people serve themselves', deskWith(null, null, { search: FOUND, kiosk: OPENED_KIOSK }), 'command-not-allowed'],
  ])('not where %s', (_where, state, code) => {
    expect(decide(state, beginAnn)).toBe(code);
  });

  test('no more, once they have gone', () => {
    expect(decide(deskWith(visitOf(), visitOf(BOB)), { kind: 'endVisit' })).toEqual({
      kind: 'visitEnded',
      atMs,
      laneId: LEFT,
    });
    expect(decide(deskWith(null, visitOf(BOB)), { kind: 'endVisit' })).toBe('command-not-allowed');
  });
});

describe('that an ID was seen', () => {
  const waiting = stateWith([itemIn('needsCode')]);

  test('is said of the visitor in front, and of a token that waits for its code', () => {
    expect(decide(deskWith(visitOf()), attest(null))).toEqual({
      kind: 'visitorChecked',
      atMs,
      laneId: LEFT,
      idKind: 'badge',
    });
    expect(decide(waiting, attest(1, 'passport'))).toEqual({ kind: 'idChecked', atMs, itemId: 1, idKind: 'passport' });
  });

  test.each<readonly [string, State, VisitCommand, string]>([
    ['a kind that is not accepted here', waiting, attest(1, 'library card'), 'command-not-allowed'],
    ['no kind at all', waiting, attest(1, ''), 'command-not-allowed'],
    ['a visitor who is not there', deskWith(null, visitOf()), attest(null), 'command-not-allowed'],
    ['a token that is gone', waiting, attest(2), 'item-gone'],
    [
      'a token in a plan',
      stateWith([itemIn('needsCode')], { plan: planOf(undoDraft()) }),
      attest(1),
      'command-not-allowed',
    ],
    ['anybody while nobody is signed in', { ...waiting, session: { kind: 'signingOut' } }, attest(1), 'signed-out'],
    ['somebody at a kiosk', { ...waiting, kiosk: OPENED_KIOSK }, attest(1), 'command-not-allowed'],
  ])('is refused of %s', (_what, state, command, code) => {
    expect(decide(state, command)).toBe(code);
  });

  test.each(STATE_KINDS.filter((kind) => kind !== 'needsCode'))('is not said of a token that is %s', (kind) => {
    expect(decide(stateWith([itemIn(kind)]), attest(1))).toBe('command-not-allowed');
  });

  test('can be corrected: the wrong kind was pressed', () => {
    const seen = stateWith([itemIn('needsCode', { idCheck: { idKind: 'badge', atMs } })]);
    expect(decide(seen, attest(1, 'passport'))).toMatchObject({ idKind: 'passport' });
  });
});

describe('where the policy wants an ID to be seen', () => {
  const enter = { kind: 'enterCode', itemId: 1, code: '123456' } as const;
  const seen = { idKind: 'badge', atMs };
  const orderLine = { orderId: 1, line: 1 };
  const code = (state: State): unknown => {
    const decided = decideCommand(state, enter, atMs);
    return decided.ok ? decided.value.kind : decided.problem.code;
  };
  const of = (more: Partial<Item>): State => requiring(stateWith([itemIn('needsCode', more)]));

  test('no code is taken before, the button is not offered, and the refusal says what is wanted', () => {
    expect(code(of({}))).toBe('id-check-wanted');
    expect(allowedActions(itemIn('needsCode'), of({}))).toEqual(['chooseUser', 'remove', 'checkAgain', 'attestId']);
  });

  test.each<readonly [string, State]>([
    ['once it was seen', of({ idCheck: seen })],
    ['for a line of a work order: nobody is here', of({ orderLine })],
    ['where no kind of ID is left to be named', requiring(stateWith([itemIn('needsCode')]), [])],
    ['where it is not wanted', stateWith([itemIn('needsCode')])],
  ])('the code is taken %s', (_when, state) => {
    expect(code(state)).toBe('activationIntended');
  });

  test('a line of a work order offers no ID to be seen', () => {
    expect(allowedActions(itemIn('needsCode', { orderLine }), of({ orderLine }))).not.toContain('attestId');
  });

  test('people at a kiosk have proved who they are', () => {
    const kiosk = { ...OPENED_KIOSK, visit: 1, person: ANN };
    const state = { ...of({}), kiosk, session: { kind: 'in', name: 'Ann', userPrincipalName: '' } } as const;
    expect(code(state)).toBe('activationIntended');
  });
});

test('a command that only looks like one is none', () => {
  expect(isVisitCommand({ kind: 'toString' } as never)).toBe(false);
  expect(isVisitCommand({ kind: 'endVisit' })).toBe(true);
});

test('an ID is seen of whoever stands at the keyboard’s place, too', () => {
  const state = stateWith([], { lanes: [{ ...lane('keyboard'), visit: visitOf() }], frontLaneId: 'keyboard' });
  expect(decide(state, attest(null))).toMatchObject({ laneId: 'keyboard' });
});
