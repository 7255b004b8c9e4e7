import { describe, expect, test } from 'vitest';
import type { Result } from '../../electron/contract/result.ts';
import { parseAccount, parseAuthenticatorCount, parseRoles } from '../../electron/core/graph-look-ahead-answer.ts';

const ROLE = '#microsoft.graph.directoryRole';
const GROUP = '#microsoft.graph.group';

function valueOf<T>(parsed: Result<T>): T | string {
  return parsed.ok ? parsed.value : parsed.problem.code;
}

describe('an account', () => {
  test.each([
    [
      { userType: 'Member', accountEnabled: true },
      { isGuest: false, isEnabled: true },
    ],
    [
      { userType: 'Guest', accountEnabled: false },
      { isGuest: true, isEnabled: false },
    ],
    [{ userType: 'guest' }, { isGuest: true, isEnabled: null }],
    // What the operator may not see comes as null or not at all, and is not "no".
    [
      { userType: null, accountEnabled: null },
      { isGuest: null, isEnabled: null },
    ],
    [{}, { isGuest: null, isEnabled: null }],
    [{ userType: '' }, { isGuest: null, isEnabled: null }],
  ])('of %j is %j', (fields, account) => {
    expect(valueOf(parseAccount({ id: 'u', ...fields }))).toEqual(account);
  });

  test.each([null, 'page', [], {}, { id: '' }, { id: 'u', accountEnabled: 'yes' }])('is not %j', (body) => {
    expect(valueOf(parseAccount(body))).toBe('graph-failing');
  });
});

describe('admin roles', () => {
  test('are picked out of groups and units', () => {
    const value = [
      { '@odata.type': GROUP, id: 'g', displayName: 'Everybody' },
      { '@odata.type': ROLE, id: 'r', displayName: 'Global Reader', roleTemplateId: 'T' },
      { '@odata.type': '#microsoft.graph.administrativeUnit', id: 'a', displayName: 'North' },
      { id: 'x', displayName: 'without a type' },
    ];
    expect(valueOf(parseRoles({ value }))).toEqual([{ roleTemplateId: 'T', displayName: 'Global Reader' }]);
  });

  test('that may not be read are still roles', () => {
    const hidden = { roleTemplateId: null, displayName: null };
    const value = [
      { '@odata.type': ROLE, id: 'r', displayName: null, roleTemplateId: null },
      { '@odata.type': ROLE, id: 's' },
    ];
    expect(valueOf(parseRoles({ value }))).toEqual([hidden, hidden]);
  });

  test('on a first page that is not the last are told, and none there is not none at all', () => {
    const next = { '@odata.nextLink': 'https://graph.test/next' };
    const role = { '@odata.type': ROLE, displayName: 'Global Reader', roleTemplateId: 'T' };
    expect(valueOf(parseRoles({ value: [role], ...next }))).toHaveLength(1);
    expect(valueOf(parseRoles({ value: [{ '@odata.type': GROUP }], ...next }))).toBe('graph-failing');
    expect(valueOf(parseRoles({ value: [] }))).toEqual([]);
  });

  test.each([null, 'page', {}, { value: {} }, { value: [1] }])('are not in %j', (body) => {
    expect(valueOf(parseRoles(body))).toBe('graph-failing');
  });
});

describe('authenticator apps', () => {
  const of = (...types: readonly string[]): unknown => ({
    value: types.map((type) => ({ '@odata.type': `#microsoft.graph.${type}AuthenticationMethod`, id: type })),
  });

  test('are those of Microsoft and of others, and nothing else', () => {
    const all = ['password', 'phone', 'microsoftAuthenticator', 'softwareOath', 'hardwareOath', 'fido2', 'email'];
    expect(valueOf(parseAuthenticatorCount(of(...all)))).toBe(2);
    expect(valueOf(parseAuthenticatorCount(of()))).toBe(0);
  });

  test.each([null, {}, { value: [{ id: 'x' }] }, { value: [{ '@odata.type': null }] }])(
    'cannot be counted in %j',
    (body) => {
      expect(valueOf(parseAuthenticatorCount(body))).toBe('graph-failing');
    },
  );
});
