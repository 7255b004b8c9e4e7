import { describe, expect, test } from 'vitest';
import type { Command } from '../../electron/contract/command.ts';
import { decideCommand, type StationCommand } from '../../electron/core/decide-command.ts';
import { decideScan } from '../../electron/core/decide-scan.ts';
import { OPENED_DOCTOR } from '../../electron/core/doctor-state.ts';
import { OPENED_KIOSK } from '../../electron/core/kiosk.ts';
import { readScanText, type ScanMeaning } from '../../electron/core/scan-grammar.ts';
import type { Kiosk, State } from '../../electron/core/state.ts';
import { ANN, BOB, itemIn, LEFT, NOW_MS, scannedItem, SERIAL, STATE_KINDS, stateWith } from './build-state.ts';

const FRESH_MS = 9 * 60_000;
const SESSION = { kind: 'in', name: ANN.displayName, userPrincipalName: ANN.userPrincipalName } as const;

/** Ann is here, and has signed in just now. */
function visit(items: Parameters<typeof stateWith>[0], more: Partial<Kiosk> = {}): State {
  const kiosk = { ...OPENED_KIOSK, visit: 1, person: ANN, signedInAtMs: NOW_MS, ...more };
  return stateWith(items, { session: SESSION, kiosk });
}

function decide(state: State, command: StationCommand, nowMs = NOW_MS): string {
  const decided = decideCommand(state, command, nowMs);
  return decided.ok ? decided.value.kind : decided.problem.code;
}

describe('a command at a kiosk', () => {
  const search = { ...stateWith([]).search, status: 'found', users: [BOB] } as const;
  const aboutOthers: readonly Exclude<Command, { kind: 'x' }>[] = [
    { kind: 'searchUsers', query: 'bob' },
    { kind: 'searchUsers', query: '' },
    { kind: 'chooseUser', itemId: 1, userId: BOB.id },
    { kind: 'planUndo', itemId: 1, reason: 'notNeeded' },
    { kind: 'planReplace', itemId: 1, methodId: 'm1', reason: 'lost' },
    { kind: 'planReassign', itemId: 1 },
    { kind: 'planSwap', itemId: 1, otherItemId: 2 },
    { kind: 'startPlan' },
    { kind: 'resumePlan' },
  ];
  test.each(aboutOthers as readonly StationCommand[])('that is about others is refused: $kind', (command) => {
    for (const kind of STATE_KINDS) {
      expect(decide({ ...visit([itemIn(kind)]), search }, command)).toBe('command-not-allowed');
    }
  });

  const ofItems: readonly StationCommand[] = [
    { kind: 'openItem', itemId: 1 },
    { kind: 'parkItem', itemId: 1 },
    { kind: 'removeItem', itemId: 1 },
    { kind: 'enterCode', itemId: 1, code: '123456' },
  ];
  test.each(ofItems)('about what somebody else has brought is refused: $kind', (command) => {
    expect(decide(visit([itemIn('needsCode', { user: BOB })]), command)).toBe('command-not-allowed');
    expect(decide(visit([itemIn('needsCode')], { person: null }), command)).toBe('command-not-allowed');
  });

  test.each(ofItems)('about one’s own token is taken: $kind', (command) => {
    expect(decide(visit([itemIn('needsCode')]), command)).toMatch(/^(?:item|activation)/);
  });

  test('of the administrator is taken, whoever is here', () => {
    const nobody = stateWith([], { kiosk: OPENED_KIOSK, session: { kind: 'out', problem: null } });
    expect(decide(nobody, { kind: 'openDoctor' })).toBe('doctorOpened');
    expect(decide(nobody, { kind: 'showQueue', filter: 'all', page: 0 })).toBe('queueShown');
    expect(decide(nobody, { kind: 'signIn' })).toBe('signInWanted');
  });

  test('to prove anew who one is needs somebody who is here, and a kiosk', () => {
    expect(decide(visit([]), { kind: 'signInAgain' })).toBe('freshSignInWanted');
    expect(decide(visit([], { person: null }), { kind: 'signInAgain' })).toBe('command-not-allowed');
    expect(decide(stateWith([], { session: SESSION }), { kind: 'signInAgain' })).toBe('command-not-allowed');
  });
});

describe('a code at a kiosk', () => {
  const enter = { kind: 'enterCode', itemId: 1, code: '123456' } as const;

  test('is taken while the sign-in is fresh', () => {
    expect(decide(visit([itemIn('needsCode')]), enter, NOW_MS + FRESH_MS - 1)).toBe('activationIntended');
    expect(decide(visit([itemIn('needsCode')], { signedInAtMs: null }), enter)).toBe('activationIntended');
  });

  test('is refused, and not used up, where the sign-in is too old or is being asked for', () => {
    expect(decide(visit([itemIn('needsCode')]), enter, NOW_MS + FRESH_MS)).toBe('fresh-sign-in-wanted');
    const asked = {
      ...visit([itemIn('needsCode')], { needsFreshSignIn: true }),
      session: { kind: 'signingIn', prompt: null },
    };
    expect(decide(asked as State, enter)).toBe('fresh-sign-in-wanted');
  });

  test('is refused where who is here is signing out', () => {
    const leaving: State = { ...visit([itemIn('needsCode')]), session: { kind: 'signingOut' } };
    expect(decide(leaving, enter)).toBe('kiosk-sign-in-first');
  });

  test('of an old sign-in is taken at a desk', () => {
    expect(decide(stateWith([itemIn('needsCode')], { session: SESSION }), enter, NOW_MS + FRESH_MS)).toBe(
      'activationIntended',
    );
  });
});

describe('a scan at a kiosk', () => {
  const heard = { readerKey: LEFT, readerName: 'Voyager', atMs: NOW_MS };
  const badge: ScanMeaning = { kind: 'badge', badgeId: '004711', scannedText: '004711', aimId: ']A0', steps: [] };
  const scan = (state: State, meaning = readScanText(SERIAL, ']C0')) =>
    decideScan(state, heard, meaning, meaning.scannedText);

  test('is taken from whoever is here', () => {
    expect(scan(visit([])).kind).toBe('scanned');
    expect(scan(visit([itemIn('activated', { serialNumber: 'X1' })])).kind).toBe('scanned');
  });

  test.each<readonly [string, State]>([
    ['nobody is here', stateWith([], { kiosk: OPENED_KIOSK, session: { kind: 'out', problem: null } })],
    ['somebody is signing in', stateWith([], { kiosk: OPENED_KIOSK, session: { kind: 'signingIn', prompt: null } })],
    ['it is not known yet who is here', visit([], { person: null })],
    ['who is here is leaving', { ...visit([]), session: { kind: 'signingOut' } }],
  ])('is refused where %s', (_, state) => {
    expect(scan(state)).toMatchObject({ kind: 'scanRefused', problem: { code: 'kiosk-sign-in-first' } });
  });

  test.each(STATE_KINDS.filter((kind) => kind !== 'activated'))('is refused while a token is %s', (kind) => {
    expect(scan(visit([itemIn(kind, { serialNumber: 'X1' })]))).toMatchObject({
      kind: 'scanRefused',
      problem: { code: 'kiosk-one-at-a-time' },
      shownText: SERIAL,
    });
  });

  test('of the token in hand is heard once more', () => {
    expect(scan(visit([itemIn('needsCode')])).kind).toBe('scanned');
  });

  test('of a badge is refused, and its number is kept nowhere', () => {
    for (const state of [visit([scannedItem()]), visit([]), stateWith([], { kiosk: OPENED_KIOSK })]) {
      const event = scan(
        { ...state, lanes: [{ laneId: LEFT, name: '', color: 1, openItemId: 1, visit: null, task: null }] },
        badge,
      );
      expect(event).toMatchObject({ kind: 'scanRefused', problem: { code: 'scan-badge-not-wanted' }, shownText: '' });
    }
  });

  test('is tried out in the doctor, whoever is here', () => {
    const state = stateWith([], { kiosk: OPENED_KIOSK, doctor: OPENED_DOCTOR });
    expect(scan(state).kind).toBe('scanTested');
  });
});
