import { describe, expect, test } from 'vitest';
import type { Capability, CapabilityView } from '../../electron/contract/capability.ts';
import { isForbidden, toCapabilities } from '../../electron/core/capabilities.ts';
import type { Rights } from '../../electron/core/rights.ts';
import { roleOfTemplate } from '../../electron/core/role-reach.ts';
import { EMPTY_STATE, type State } from '../../electron/core/state.ts';
import { ROLES, type Role } from '../../electron/practice/roles.ts';
import { rights } from './build-facts.ts';

const WRITE_POLICY = 'Policy.ReadWrite.AuthenticationMethod';
const WRITE = 'UserAuthMethod-HardwareOATH.ReadWrite.All';
const CLASSIC = 'UserAuthenticationMethod.ReadWrite.All';
const DENIED = { code: 'not-permitted', detail: '403' } as const;

function held(...roles: readonly Role[]): Rights['roles'] {
  return roles.map((role) => roleOfTemplate(ROLES[role].templateId));
}

function stateOf(more: Partial<Rights>): State {
  return { ...EMPTY_STATE, rights: rights(more) };
}

function view(capability: Capability, more: Partial<Rights>): CapabilityView | undefined {
  return toCapabilities(stateOf(more))?.find((one) => one.capability === capability);
}

type Row = readonly [
  capability: Capability,
  rights: Partial<Rights>,
  is: CapabilityView['is'],
  basis: CapabilityView['basis'],
  missing: readonly string[],
];

const ROWS: readonly Row[] = [
  ['issueToOthers', { scopes: [WRITE] }, 'unknown', null, []],
  ['issueToOthers', { scopes: [CLASSIC], roles: held('Authentication Administrator') }, 'yes', 'role', []],
  ['issueToOthers', { scopes: [WRITE], roles: held('Global Administrator') }, 'yes', 'role', []],
  [
    'issueToOthers',
    { scopes: [WRITE], roles: held('Global Reader') },
    'unknown',
    'role',
    ['Authentication Administrator'],
  ],
  ['issueToOthers', { scopes: [WRITE], roles: [] }, 'unknown', 'role', ['Authentication Administrator']],
  ['issueToOthers', { scopes: ['User.Read'], roles: held('Global Administrator') }, 'no', 'scope', [WRITE]],
  ['issueToOthers', { scopes: ['UserAuthMethod-HardwareOATH.ReadWrite'] }, 'no', 'scope', [WRITE]],
  ['issueToOthers', { scopes: ['UserAuthenticationMethod.Read.All'] }, 'no', 'scope', [WRITE]],
  [
    'issueToAdmins',
    { scopes: [WRITE], roles: held('Authentication Administrator') },
    'unknown',
    'role',
    ['Privileged Authentication Administrator'],
  ],
  ['issueToAdmins', { scopes: [WRITE], roles: held('Privileged Authentication Administrator') }, 'yes', 'role', []],
  ['issueToAdmins', { scopes: [WRITE] }, 'unknown', null, []],
  ['issueToSelf', { scopes: [WRITE] }, 'yes', 'scope', []],
  ['issueToSelf', { scopes: ['UserAuthenticationMethod.ReadWrite'] }, 'yes', 'scope', []],
  ['issueToSelf', { scopes: ['User.Read'] }, 'no', 'scope', ['UserAuthMethod-HardwareOATH.ReadWrite']],
  ['findPeople', { scopes: ['User.ReadBasic.All'] }, 'yes', 'scope', []],
  ['findPeople', { scopes: ['Directory.Read.All'] }, 'yes', 'scope', []],
  ['findPeople', { scopes: [WRITE] }, 'no', 'scope', ['User.ReadBasic.All']],
  ['readProfiles', { scopes: ['User.Read.All'] }, 'yes', 'scope', []],
  ['readProfiles', { scopes: ['User.ReadBasic.All'] }, 'no', 'scope', ['User.Read.All']],
  ['readInventory', { scopes: [WRITE] }, 'no', 'scope', ['Policy.Read.All']],
  ['readInventory', { scopes: ['Policy.Read.All'], roles: [] }, 'yes', 'read', []],
  [
    'readInventory',
    { scopes: ['Policy.ReadWrite.AuthenticationMethod'], inventoryProblem: DENIED },
    'unknown',
    'read',
    ['Global Reader'],
  ],
  [
    'readInventory',
    { scopes: ['Policy.Read.All'], roles: held('Global Reader'), inventoryProblem: DENIED },
    'unknown',
    'read',
    [],
  ],
  [
    'writeInventory',
    { scopes: ['Policy.Read.All'], roles: held('Global Administrator') },
    'no',
    'scope',
    [WRITE_POLICY],
  ],
  ['writeInventory', { scopes: [WRITE_POLICY], roles: held('Authentication Policy Administrator') }, 'yes', 'role', []],
  [
    'writeInventory',
    { scopes: [WRITE_POLICY], roles: held('Global Reader') },
    'unknown',
    'role',
    ['Authentication Policy Administrator'],
  ],
  ['writeInventory', { scopes: [WRITE_POLICY] }, 'unknown', null, []],
  ['writeInventory', { scopes: [WRITE_POLICY], inventoryProblem: DENIED }, 'unknown', 'read', []],
];

describe('what the one who is signed in may do', () => {
  test.each(ROWS)('%s with %j: %s', (capability, more, is, basis, missing) => {
    expect(view(capability, more)).toMatchObject({ is, basis, missing });
  });

  test('is not known while nobody is signed in, or while it is read', () => {
    for (const unknown of [null, 'wanted'] as const) {
      expect(toCapabilities({ ...EMPTY_STATE, rights: unknown })).toBeNull();
    }
  });

  test('is open in all, where nothing tells of the token', () => {
    const views = toCapabilities(stateOf({ roles: held('Global Administrator') })) ?? [];
    expect(views).toHaveLength(7);
    for (const one of views) expect(one).toMatchObject({ is: 'unknown', basis: null, missing: [], problem: null });
  });

  test('is open with the permission, where the tenant refuses the harmless read of one’s own tokens', () => {
    const more = { scopes: [WRITE], roles: held('Privileged Authentication Administrator'), methodsProblem: DENIED };
    for (const capability of ['issueToOthers', 'issueToAdmins', 'issueToSelf'] as const) {
      expect(view(capability, more)).toEqual({
        capability,
        is: 'unknown',
        basis: 'read',
        missing: [],
        problem: DENIED,
      });
    }
    expect(view('findPeople', more)).toMatchObject({ is: 'no', problem: null });
  });

  test('names the permission of the set that the station asks for', () => {
    const state = stateOf({ scopes: ['User.Read'] });
    const { values } = state.settings;
    const classic = {
      ...state,
      settings: {
        ...state.settings,
        values: { ...values, scopeSet: { ...values.scopeSet, value: 'classic' as const } },
      },
    };
    const missing = (toCapabilities(classic) ?? []).flatMap((one) => one.missing);
    expect(missing).toContain(CLASSIC);
    expect(missing.filter((name) => name.includes('HardwareOATH'))).toEqual([]);
  });

  test('takes a permission for itself in any letter case', () => {
    expect(view('issueToSelf', { scopes: [WRITE.toLowerCase()] })).toMatchObject({ is: 'yes' });
  });
});

describe('what is withheld', () => {
  test('is only what a missing permission makes certain', () => {
    expect(isForbidden(stateOf({ scopes: ['User.Read.All'] }), 'issueToOthers')).toBe(true);
    expect(isForbidden(stateOf({ scopes: [WRITE], roles: [] }), 'issueToOthers')).toBe(false);
    const refused = stateOf({ scopes: ['Policy.Read.All'], inventoryProblem: DENIED });
    expect(isForbidden(refused, 'readInventory')).toBe(false);
  });

  test('is nothing while nothing is known', () => {
    for (const state of [EMPTY_STATE, { ...EMPTY_STATE, rights: 'wanted' as const }, stateOf({})]) {
      expect(isForbidden(state, 'issueToOthers')).toBe(false);
    }
  });
});
