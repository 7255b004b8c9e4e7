import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StationSettings } from '../../electron/contract/settings.ts';
import { mergeSettings, NO_POLICY, settingsOf } from '../../electron/core/settings-merge.ts';
import { SETTING_NAMES, writtenSettingsSchema, type WrittenSettings } from '../../electron/core/settings-schema.ts';
import { anyPolicy, anyWritten, CLIENT, TENANT } from './settings-any.ts';

const BY_THEMSELVES: StationSettings = {
  tenantId: null,
  clientId: null,
  cloud: 'global',
  scopeSet: 'granular',
  readsProfiles: false,
  readsInventory: false,
  writesInventory: false,
  selfService: false,
  signInBy: 'browser',
  stationName: 'desk-7',
  sharedDesk: true,
  idleLockMinutes: 10,
  undoMinutes: 15,
  idKinds: ['badge', 'identityCard', 'passport', 'drivingLicence'],
  requiresIdCheck: false,
  receiptPrinter: '',
  labelPrinter: '',
  printsReceipts: false,
  printsLabels: false,
  retentionDays: 0,
};

/** None of them is what it is by itself. */
const ALL_DIFFERENT: Required<WrittenSettings> = {
  tenantId: TENANT,
  clientId: CLIENT,
  cloud: 'china',
  scopeSet: 'classic',
  readsProfiles: true,
  readsInventory: true,
  writesInventory: true,
  selfService: true,
  signInBy: 'deviceCode',
  stationName: 'Depot',
  sharedDesk: false,
  idleLockMinutes: 0,
  undoMinutes: 0,
  idKinds: ['Staff card'],
  requiresIdCheck: true,
  receiptPrinter: 'Counter',
  labelPrinter: 'Labels',
  printsReceipts: true,
  printsLabels: true,
  retentionDays: 400,
};

const hostName = 'desk-7.corp.example';

describe('each setting', () => {
  test('is what is built in where nobody says anything', () => {
    const views = mergeSettings({ hostName, user: {}, policy: NO_POLICY });
    expect(settingsOf(views)).toEqual(BY_THEMSELVES);
    for (const name of SETTING_NAMES) expect(views[name]).toMatchObject({ source: 'default', canChange: true });
  });

  test.each(SETTING_NAMES)('%s is of the user, then of the policy, and alone in both', (name) => {
    const one = { [name]: ALL_DIFFERENT[name] };
    const byUser = mergeSettings({ hostName, user: one, policy: NO_POLICY });
    expect(byUser[name]).toEqual({ value: ALL_DIFFERENT[name], source: 'user', canChange: true });
    expect(settingsOf(byUser)).toEqual({ ...BY_THEMSELVES, ...one });

    const byPolicy = mergeSettings({ hostName, user: {}, policy: { values: one, locked: [] } });
    expect(byPolicy[name]).toEqual({ value: ALL_DIFFERENT[name], source: 'policy', canChange: false });
    expect(settingsOf(byPolicy)).toEqual({ ...BY_THEMSELVES, ...one });

    const locked = mergeSettings({ hostName, user: ALL_DIFFERENT, policy: { values: {}, locked: [name] } });
    expect(locked[name]).toEqual({ value: BY_THEMSELVES[name], source: 'default', canChange: false });
    expect(settingsOf(locked)).toEqual({ ...ALL_DIFFERENT, [name]: BY_THEMSELVES[name] });
  });

  test('is there once: what can be written is what is shown', () => {
    expect(Object.keys(BY_THEMSELVES)).toEqual(SETTING_NAMES);
    expect(Object.keys(writtenSettingsSchema.shape)).toEqual(SETTING_NAMES);
  });
});

describe('whatever is written', () => {
  const layers = fc.record({ hostName: fc.string(), user: anyWritten, policy: anyPolicy });

  test('no value of the user wins over the policy, set or locked', () => {
    fc.assert(
      fc.property(layers, anyWritten, ({ policy, user }, otherUser) => {
        const views = mergeSettings({ hostName, user, policy });
        const others = mergeSettings({ hostName, user: otherUser, policy });
        for (const name of SETTING_NAMES) {
          if (policy.values[name] !== undefined) expect(views[name].value).toBe(policy.values[name]);
          if (policy.values[name] !== undefined || policy.locked.includes(name))
            expect(views[name]).toEqual(others[name]);
        }
      }),
    );
  });

  test('every view has one source, and its value is from there', () => {
    fc.assert(
      fc.property(layers, ({ policy, user }) => {
        const views = mergeSettings({ hostName, user, policy });
        for (const name of SETTING_NAMES) {
          const { value, source, canChange } = views[name];
          const from = { policy: policy.values[name], user: user[name], default: BY_THEMSELVES[name] };
          expect(source === 'environment' ? 'none' : from[source]).toEqual(value);
          expect(canChange).toBe(policy.values[name] === undefined && !policy.locked.includes(name));
        }
      }),
    );
  });
});

describe('the name that a host gives', () => {
  const named = (host: string): string =>
    mergeSettings({ hostName: host, user: {}, policy: NO_POLICY }).stationName.value;

  test.each([
    ['desk-7', 'desk-7'],
    ['desk-7.corp.example', 'desk-7'],
    ['  desk 7 ', 'desk 7'],
    ['desk\u0000\u202E7', 'desk7'],
    ['', 'Station'],
    ['.local', 'Station'],
    ['x'.repeat(60), 'x'.repeat(40)],
    [`   ${'x'.repeat(40)}`, 'x'.repeat(40)],
    [`${'x'.repeat(39)}😀`, 'x'.repeat(39)],
    [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
  ])('%j is %j', (host, name) => {
    expect(named(host)).toBe(name);
  });

  test('can always be written as a setting', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (host) => {
        expect(writtenSettingsSchema.safeParse({ stationName: named(host) }).success).toBe(true);
      }),
    );
  });
});
