import { describe, expect, test } from 'vitest';
import type { ItemAction } from '../../electron/contract/item.ts';
import { allowedActions } from '../../electron/core/allowed-actions.ts';
import { OPENED_KIOSK } from '../../electron/core/kiosk.ts';
import type { PreFlightFacts } from '../../electron/core/pre-flight-facts.ts';
import type { Plan } from '../../electron/core/plan.ts';
import { EMPTY_STATE, type Item, type State } from '../../electron/core/state.ts';
import {
  ANN,
  BOB,
  issuedItem,
  itemIn,
  planOf,
  SERIAL,
  STATE_KINDS,
  stateWith,
  takeBackOf,
  undoDraft,
} from './build-state.ts';

const FACTS: PreFlightFacts = {
  account: null,
  roles: null,
  methods: null,
  authenticatorCount: null,
  devices: null,
  unread: [],
};

function device(more: Partial<NonNullable<PreFlightFacts['devices']>[number]> = {}) {
  return {
    deviceId: 'd1',
    serialNumber: SERIAL,
    manufacturer: null,
    model: null,
    periodSeconds: 30,
    status: 'activated' as const,
    assignedTo: { id: BOB.id, displayName: BOB.displayName },
    ...more,
  };
}

/** What can be asked for a token that is out of hand. */
const OF_ISSUED: readonly ItemAction[] = ['printReceipt', 'printLabel', 'remove'];

function can(item: Item, more: Partial<State> = {}): readonly ItemAction[] {
  return allowedActions(item, stateWith([item], more));
}

function withUndoMinutes(value: number): Pick<State, 'settings'> {
  const { settings } = EMPTY_STATE;
  return {
    settings: { ...settings, values: { ...settings.values, undoMinutes: { ...settings.values.undoMinutes, value } } },
  };
}

describe('what may be asked for about an item', () => {
  test.each([
    ['needsUser', ['chooseUser', 'remove']],
    ['needsCode', ['enterCode', 'chooseUser', 'remove', 'checkAgain', 'attestId']],
    ['activating', []],
    ['waiting', []],
    ['unsure', ['readNow']],
    ['confirming', ['readNow']],
    ['activated', ['printReceipt', 'printLabel', 'remove']],
    ['stopped', ['retry', 'chooseUser', 'remove']],
  ] as const)('%s: %j', (kind, expected) => {
    expect(can(itemIn(kind))).toEqual(expected);
  });

  test('a token that is this person\u2019s already takes a code, and no other person', () => {
    expect(can(itemIn('needsCode', { methodId: 'm1' }))).toEqual(['enterCode', 'remove', 'checkAgain', 'attestId']);
    expect(can(itemIn('stopped', { methodId: 'm1' }))).toEqual(['retry', 'remove']);
  });
});

describe('taking back what was issued', () => {
  const issued = issuedItem(1, SERIAL, ANN);
  const active = itemIn('stopped', {
    methodId: 'm1',
    state: { kind: 'stopped', problem: { code: 'token-already-active' } },
  });

  test('is offered for an issued token, and so is an exchange', () => {
    expect(can(issued)).toEqual([...OF_ISSUED, 'undo', 'swap']);
  });

  test('is not offered where the settings say so, or no read has shown the method', () => {
    expect(can(issued, withUndoMinutes(0))).toEqual([...OF_ISSUED, 'swap']);
    expect(can({ ...issued, methodId: null })).toEqual(OF_ISSUED);
  });

  test('is always offered for a token that was active before, because nothing else leads out of that row', () => {
    expect(can(active)).toEqual(['retry', 'remove', 'undo', 'swap']);
    expect(can(active, withUndoMinutes(0))).toEqual(['retry', 'remove', 'undo', 'swap']);
    expect(can({ ...active, methodId: null })).toEqual(['retry', 'chooseUser', 'remove']);
  });

  test('is not offered for a token that stopped for another reason', () => {
    const problem = { code: 'not-confirmed' } as const;
    expect(can({ ...active, state: { kind: 'stopped', problem } })).toEqual(['retry', 'remove']);
  });
});

describe('replacing an older token', () => {
  const older = { methodId: 'm9', serialNumber: '60234567', status: 'activated' } as const;
  const twin = { methodId: 'm8', serialNumber: SERIAL.toLowerCase(), status: 'activated' } as const;
  const unnamed = { methodId: 'm7', serialNumber: null, status: 'assigned' } as const;

  test.each([
    ['another token', [older], true],
    ['a token without a serial number', [unnamed], true],
    ['nothing', [], false],
    ['a twin of the very same serial number only', [twin], false],
    ['this token only, by its id', [{ ...unnamed, methodId: 'm1' }], false],
  ])('where the person has %s', (_, methods, isOffered) => {
    const item = itemIn('needsCode', { methodId: 'm1', preFlight: { ...FACTS, methods } });
    expect(can(item).includes('replace')).toBe(isOffered);
  });

  test.each(['wanted', null, FACTS] as const)('is not offered while nothing is known (%j)', (preFlight) => {
    expect(can(itemIn('needsCode', { preFlight }))).not.toContain('replace');
  });

  test('is a matter of a token that waits for its code', () => {
    for (const kind of STATE_KINDS.filter((one) => one !== 'needsCode')) {
      expect(can(itemIn(kind, { preFlight: { ...FACTS, methods: [older] } }))).not.toContain('replace');
    }
  });
});

describe('reassigning a token that somebody else still has', () => {
  test.each<readonly [what: string, devices: PreFlightFacts['devices'], isOffered: boolean]>([
    ['with somebody else', [device()], true],
    ['with somebody else, in other letters', [device({ serialNumber: SERIAL.toLowerCase() })], true],
    ['with this person', [device({ assignedTo: { id: ANN.id, displayName: null } })], false],
    ['with nobody', [device({ assignedTo: null })], false],
    ['with somebody who is not named', [device({ assignedTo: { id: '', displayName: 'Kofi' } })], false],
    ['twice', [device(), device({ deviceId: 'd2', assignedTo: null })], false],
    ['not at all', [], false],
    ['under another serial number', [device({ serialNumber: '60234567' })], false],
    ['without a serial number', [device({ serialNumber: null })], false],
    ['not known', null, false],
  ])('where the inventory has it %s', (_, devices, isOffered) => {
    for (const kind of ['needsCode', 'stopped'] as const) {
      expect(can(itemIn(kind, { preFlight: { ...FACTS, devices } })).includes('reassign')).toBe(isOffered);
    }
  });

  test('is a matter of a token that waits for a person', () => {
    for (const kind of STATE_KINDS.filter((one) => one !== 'needsCode' && one !== 'stopped')) {
      expect(can(itemIn(kind, { preFlight: { ...FACTS, devices: [device()] } }))).not.toContain('reassign');
    }
  });
});

describe('while there is a plan', () => {
  const issued = issuedItem(1, SERIAL, ANN);
  const other = issuedItem(2, '20033752', BOB);
  const other2 = itemIn('needsCode', { id: 3, serialNumber: '60234567', user: BOB });
  const inPlan = (item: Item, stage: Plan['stage']): readonly ItemAction[] =>
    allowedActions(item, stateWith([issued, other, other2], { plan: { ...planOf(undoDraft()), stage } }));

  test('that is only shown, its items can do what they could, and no second plan is offered', () => {
    expect(inPlan(issued, 'proposed')).toEqual(OF_ISSUED);
    expect(inPlan(other, 'proposed')).toEqual(OF_ISSUED);
  });

  test.each(['running', 'stopped'] as const)('that is %s, its items can do nothing, and the others go on', (stage) => {
    expect(inPlan(issued, stage)).toEqual([]);
    expect(inPlan(other, stage)).toEqual(OF_ISSUED);
    expect(inPlan(other2, stage)).toEqual(['enterCode', 'chooseUser', 'remove', 'checkAgain', 'attestId']);
  });

  test('a token that is being taken back takes no code for anybody, in whatever letters it was scanned', () => {
    const draft = {
      ...undoDraft(),
      kind: 'replace',
      steps: [takeBackOf({ ...other, serialNumber: 'ves0052649' })],
    } as const;
    const scannedAnew = itemIn('needsCode', { id: 4, serialNumber: 'VES0052649', user: BOB });
    const state = stateWith([issued, scannedAnew], { plan: planOf(draft) });
    expect(allowedActions(scannedAnew, state)).toEqual([]);
    expect(allowedActions(issued, state)).toEqual([]);
  });
});

describe('at a kiosk', () => {
  const kiosk: State['kiosk'] = { ...OPENED_KIOSK, person: ANN };
  const older = { methodId: 'm9', serialNumber: null, status: 'activated' } as const;

  test.each([
    ['needsUser', ['remove']],
    ['needsCode', ['enterCode', 'remove', 'checkAgain']],
    ['activating', []],
    ['waiting', []],
    ['unsure', ['readNow']],
    ['confirming', ['readNow']],
    ['activated', ['remove']],
    ['stopped', ['retry', 'remove']],
  ] as const)('%s: only what is the person\u2019s own to do: %j', (kind, expected) => {
    const item = itemIn(kind, {
      methodId: kind === 'needsUser' ? null : 'm1',
      preFlight: { ...FACTS, methods: [older] },
    });
    expect(can(item, { kiosk })).toEqual(expected);
  });

  test('no token is taken from anybody', () => {
    const facts = { ...FACTS, devices: [device()] };
    expect(can(itemIn('stopped', { preFlight: facts }))).toContain('reassign');
    expect(can(itemIn('stopped', { preFlight: facts }), { kiosk })).toEqual(['retry', 'remove']);
  });
});
