// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { changedNames, changeOf, refusedNames, wrongOf } from '../../renderer/settings/draft.ts';
import { GROUP_NAMES, SETTING_GROUPS, SETTING_NAMES } from '../../renderer/settings/fields.ts';
import { groupCode } from '../../renderer/sign-in/group-code.ts';
import { makeSettings } from '../fakes/fake-station.ts';

const ID = '8b1c6d1e-9c43-4a5f-9c30-2f1f9a1f0b77';

const { values } = makeSettings(
  {},
  {
    tenantId: { value: ID, source: 'user', canChange: true },
    undoMinutes: { value: 30, source: 'user', canChange: true },
    clientId: { value: ID, source: 'policy', canChange: false },
  },
);

describe('a draft of the settings', () => {
  test('sends only what differs, in the form in which the station reads it', () => {
    const draft = { tenantId: ID, stationName: ' Desk 7 ', idleLockMinutes: '0', sharedDesk: false, cloud: 'global' };
    expect(changeOf(values, draft)).toEqual({ stationName: 'Desk 7', idleLockMinutes: 0, sharedDesk: false });
  });

  test('an id is sent in small letters, and one in capitals is the same', () => {
    const other = '4E0F5D0A-77C2-4A0E-8D0B-0B7C3A5A9D11';
    expect(changeOf(values, { tenantId: ` ${other} ` })).toEqual({ tenantId: other.toLowerCase() });
    expect(changedNames(values, { tenantId: ID.toUpperCase() })).toEqual([]);
  });

  test('back to built-in is null, and an id that was emptied is the same', () => {
    expect(changeOf(values, { undoMinutes: null, tenantId: '' })).toEqual({ undoMinutes: null, tenantId: null });
  });

  test('what is built in already does not go back to it', () => {
    expect(changedNames(values, { sharedDesk: null, stationName: null })).toEqual([]);
  });

  test('what the policy has taken meanwhile is not sent', () => {
    expect(changeOf(values, { clientId: '4e0f5d0a-77c2-4a0e-8d0b-0b7c3a5a9d11' })).toEqual({});
  });

  test.each([
    ['tenantId', '8b1c6d1e-9c43', 'id'],
    ['tenantId', '00000000-0000-0000-0000-000000000000', 'placeholder'],
    ['clientId', ID, null],
    ['stationName', '  ', 'name'],
    ['stationName', 'x'.repeat(41), 'name'],
    ['stationName', 'Desk\u200b7', 'name'],
    ['stationName', 'x'.repeat(40), null],
    ['idleLockMinutes', '241', 'minutes'],
    ['idleLockMinutes', '-1', 'minutes'],
    ['idleLockMinutes', '2.5', 'minutes'],
    ['idleLockMinutes', '', 'minutes'],
    ['undoMinutes', '240', null],
    ['undoMinutes', '0', null],
  ] as const)('%s %j: %s', (name, typed, wrong) => {
    expect(wrongOf(name, typed)).toBe(wrong);
  });

  test('a refusal is put to the settings that it names', () => {
    expect(refusedNames(['tenantId', 'cloud'], 'cloud: china has no tokens')).toEqual(['cloud']);
    expect(refusedNames(['tenantId', 'clientId'], 'tenantId, clientId')).toEqual(['tenantId', 'clientId']);
    expect(refusedNames(['cloud'], 'EACCES')).toEqual([]);
  });

  test('every setting of the station has its place on the screen, once', () => {
    expect(SETTING_NAMES.toSorted()).toEqual(Object.keys(values).toSorted());
    expect(GROUP_NAMES).toEqual(Object.keys(SETTING_GROUPS));
  });
});

test.each([
  ['GQ7KX2M9B', ['GQ7', 'KX2', 'M9B']],
  ['GQ7KX2M9', ['GQ7K', 'X2M9']],
  ['GQ7KX2M', ['GQ7K', 'X2M']],
  ['GQ7-KX2', ['GQ7-KX2']],
] as const)('the code %s is read in groups', (code, groups) => {
  expect(groupCode(code)).toEqual(groups);
});
