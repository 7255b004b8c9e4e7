import { describe, expect, test } from 'vitest';
import type { FindingKind, FindingWeight } from '../../electron/contract/pre-flight.ts';
import type { PreFlightFacts } from '../../electron/core/pre-flight-facts.ts';
import { findFindings } from '../../electron/core/pre-flight-findings.ts';
import type { Item } from '../../electron/core/state.ts';
import { device, facts, GLOBAL_READER, method, otherMethods, PRIVILEGED, rights } from './build-facts.ts';
import { ANN, BOB, itemIn } from './build-state.ts';

const BOBS = { id: BOB.id, displayName: BOB.displayName };
const ANNS = { id: ANN.id, displayName: ANN.displayName };
const HIDDEN_ROLE = { roleTemplateId: null, displayName: null };
const DIRECTORY_READERS = { roleTemplateId: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b', displayName: 'Directory Readers' };

function kinds(told: Partial<PreFlightFacts>, item: Partial<Item> = {}): readonly FindingKind[] {
  return findFindings(itemIn('needsCode', item), facts(told), null).map(({ kind }) => kind);
}

test('of what is not known nothing is found', () => {
  expect(kinds({})).toEqual([]);
  expect(kinds({ account: { isGuest: null, isEnabled: null } })).toEqual([]);
});

test('of a person and a token with whom all is well nothing is found', () => {
  const account = { isGuest: false, isEnabled: true };
  const told = { account, roles: [], methods: [], authenticatorCount: 1, devices: [device()] };
  expect(kinds(told)).toEqual([]);
});

type Row = readonly [kind: FindingKind, weight: FindingWeight, name: string | null, told: Partial<PreFlightFacts>];

describe('alone', () => {
  const rows: readonly Row[] = [
    ['guest', 'stops', null, { account: { isGuest: true, isEnabled: true } }],
    ['assignedToAnother', 'stops', BOB.displayName, { devices: [device({ assignedTo: BOBS })] }],
    ['assignedToAnother', 'stops', null, { devices: [device({ assignedTo: { id: BOB.id, displayName: null } })] }],
    ['fiveMethods', 'stops', null, { methods: otherMethods(3), authenticatorCount: 2 }],
    ['adminTarget', 'warns', 'Global Reader', { roles: [DIRECTORY_READERS, GLOBAL_READER] }],
    ['adminTarget', 'warns', null, { roles: [HIDDEN_ROLE] }],
    ['accountDisabled', 'warns', null, { account: { isGuest: null, isEnabled: false } }],
    ['notInInventory', 'warns', null, { devices: [] }],
    ['assignedToThem', 'tells', null, { methods: [method()] }],
  ];
  test.each(rows)('%s %s, named %s', (kind, weight, name, told) => {
    expect(findFindings(itemIn('needsCode'), facts(told), null)).toEqual([{ kind, weight, name }]);
  });

  test('sixtySeconds tells of a token whose period is known to be that', () => {
    expect(kinds({}, { periodSeconds: 60 })).toEqual(['sixtySeconds']);
    expect(kinds({}, { periodSeconds: 30 })).toEqual([]);
  });
});

test('all at once, the gravest come first', () => {
  const weights = findFindings(
    itemIn('needsCode', { periodSeconds: 60 }),
    facts({
      account: { isGuest: true, isEnabled: false },
      roles: [GLOBAL_READER],
      methods: [method(), method({ methodId: 'twin' }), ...otherMethods(5)],
    }),
    null,
  ).map(({ weight }) => weight);
  expect(weights).toEqual(['stops', 'stops', 'warns', 'warns', 'warns', 'tells', 'tells']);
});

describe('five methods', () => {
  test.each([
    [4, null, false],
    [5, null, true],
    [4, 0, false],
    [4, 1, true],
    [0, 5, true],
    [0, 4, false],
  ])('%i other tokens and %j apps: %j', (tokens, authenticatorCount, isFull) => {
    expect(kinds({ methods: otherMethods(tokens), authenticatorCount }).includes('fiveMethods')).toBe(isFull);
  });

  test('do not count this very token, which has its place already', () => {
    expect(kinds({ methods: [method(), ...otherMethods(4)] })).toEqual(['assignedToThem']);
  });

  test('are seen by the apps alone, where the tokens could not be read', () => {
    expect(kinds({ methods: null, authenticatorCount: 5 })).toEqual(['fiveMethods']);
  });
});

describe('a token of another', () => {
  test.each([
    ['nobody’s', [device()], false],
    ['this person’s', [device({ assignedTo: ANNS })], false],
    ['this person’s, the id in capitals', [device({ assignedTo: { ...ANNS, id: ANN.id.toUpperCase() } })], false],
    ['another’s', [device({ assignedTo: BOBS })], true],
    ['there twice, and once free', [device({ assignedTo: BOBS }), device({ deviceId: 'device-2' })], false],
    ['of another serial number', [device({ serialNumber: 'OTHER', assignedTo: BOBS })], false],
  ] as const)('that is %s', (_whose, devices, isAnothers) => {
    expect(kinds({ devices, methods: [] }).includes('assignedToAnother')).toBe(isAnothers);
  });

  test('is not found where this person has one with the same serial number', () => {
    expect(kinds({ methods: [method()], devices: [device({ assignedTo: BOBS })] })).toEqual([
      'legacyTwin',
      'assignedToThem',
    ]);
  });
});

describe('an admin', () => {
  const admin = facts({ roles: [GLOBAL_READER] });

  test.each([
    ['whose roles are not known', rights(), true],
    ['who may change the tokens of anybody', rights({ roles: [PRIVILEGED] }), false],
    ['who may not', rights({ roles: [DIRECTORY_READERS] }), true],
    ['of whom nothing is known yet', null, true],
  ])('is announced to an operator %s: %j', (_who, known, isFound) => {
    const found = findFindings(itemIn('needsCode'), admin, known).map(({ kind }) => kind);
    expect(found).toEqual(isFound ? ['adminTarget'] : []);
  });

  test('is nobody whose roles are all within reach', () => {
    expect(kinds({ roles: [DIRECTORY_READERS] })).toEqual([]);
  });
});

describe('a twin', () => {
  const twins = [method(), method({ methodId: 'legacy', status: 'activated' })];

  test.each([
    ['the person has the serial number twice', { methods: twins }, true],
    [
      'the person has it, and so has the inventory under another id',
      { methods: [method()], devices: [device()] },
      true,
    ],
    ['the person has it, and the inventory is not known', { methods: [method()] }, false],
    ['the person has it, and the inventory has not', { methods: [method()], devices: [] }, false],
    [
      'the person has it, and the inventory says so',
      { methods: [method()], devices: [device({ assignedTo: ANNS })] },
      false,
    ],
    [
      'the person has it under the id of the inventory, which is behind',
      { methods: [method({ methodId: 'DEVICE-1' })], devices: [device()] },
      false,
    ],
    ['the inventory has it twice, and the person has it not', { methods: [], devices: [device(), device()] }, false],
  ])('where %s', (_what, told, isTwin) => {
    expect(kinds(told).includes('legacyTwin')).toBe(isTwin);
  });
});

test('a token is missing in the inventory only where the service found none and the person has none', () => {
  expect(kinds({ devices: [], methods: [method()] })).toEqual(['assignedToThem']);
  expect(kinds({ devices: [device({ serialNumber: null })] })).toEqual([]);
});

test('serial numbers are one in any letter case', () => {
  expect(kinds({ methods: [method({ serialNumber: 'galt11420104' })] })).toEqual(['assignedToThem']);
});
