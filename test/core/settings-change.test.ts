import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SettingsChange } from '../../electron/contract/settings.ts';
import { refuse } from '../../electron/core/result.ts';
import { changeSettings } from '../../electron/core/settings-change.ts';
import { decideSettings } from '../../electron/core/settings-decide.ts';
import { parseSettingsChange, SETTING_NAMES, settingsChangeSchema } from '../../electron/core/settings-schema.ts';
import { anyPolicy, anyWritten, CLIENT, filesOf, POLICY_PATH, TENANT, USER_PATH } from './settings-any.ts';

const IDS = { tenantId: TENANT, clientId: CLIENT };

describe('a change', () => {
  test.each<readonly [what: string, user: unknown, change: SettingsChange, written: object]>([
    ['starts a file', undefined, IDS, IDS],
    ['leaves the rest', { ...IDS, undoMinutes: 5 }, { undoMinutes: 0 }, { ...IDS, undoMinutes: 0 }],
    ['adds to it', IDS, { sharedDesk: false }, { ...IDS, sharedDesk: false }],
    ['puts back', { ...IDS, undoMinutes: 5 }, { undoMinutes: null }, IDS],
    ['puts back what was not set', IDS, { stationName: null }, IDS],
    ['of nothing changes nothing', IDS, {}, IDS],
    ['back to the only cloud', { cloud: 'china' }, { cloud: 'global' }, { cloud: 'global' }],
    ['away from a wrong cloud', { cloud: 'china' }, { cloud: null }, {}],
  ])('%s', (_, user, change, written) => {
    expect(changeSettings(filesOf({ user }), change, false)).toEqual({ ok: true, value: written });
  });

  test('of what the policy sets or locks is refused by name, also back to itself', () => {
    const files = filesOf({ user: IDS, policy: { tenantId: TENANT, locked: ['sharedDesk'] } });
    const refused = (detail: string): object => ({ ok: false, problem: { code: 'command-not-allowed', detail } });
    expect(changeSettings(files, { tenantId: TENANT }, true)).toEqual(refused('tenantId'));
    expect(changeSettings(files, { tenantId: null }, false)).toEqual(refused('tenantId'));
    expect(changeSettings(files, { sharedDesk: true, undoMinutes: 1, tenantId: CLIENT }, false)).toEqual(
      refused('tenantId, sharedDesk'),
    );
    expect(changeSettings(files, { clientId: null }, false)).toEqual({ ok: true, value: { tenantId: TENANT } });
  });

  test('is refused while the policy cannot be read, whatever was said', () => {
    const files = filesOf({ user: IDS, policy: '{' });
    const problem = { code: 'settings-malformed', detail: `${POLICY_PATH}: not JSON` };
    expect(changeSettings(files, { undoMinutes: 1 }, true)).toEqual({ ok: false, problem });
  });

  test('to a cloud without hardware tokens is refused with the way out', () => {
    const changed = changeSettings(filesOf({ user: IDS }), { cloud: 'usGovernmentDod' }, false);
    expect(changed).toMatchObject({ problem: { code: 'settings-malformed' } });
    expect(!changed.ok && changed.problem.detail).toMatch(/^cloud: usGovernmentDod .*Set "cloud" to "global"/);
  });

  test('of a broken file replaces it on purpose only, and starts anew', () => {
    const broken = filesOf({ user: '{"undoMinutes":1,' });
    const problem = { code: 'settings-malformed', detail: `${USER_PATH}: not JSON` };
    expect(changeSettings(broken, IDS, false)).toEqual({ ok: false, problem });
    expect(changeSettings(broken, IDS, true)).toEqual({ ok: true, value: IDS });
    const unread = refuse('settings-malformed', { detail: 'EACCES' });
    const unreadable = { ...filesOf({}), user: { path: USER_PATH, content: unread } };
    expect(changeSettings(unreadable, IDS, false)).toBe(unread);
    expect(changeSettings(unreadable, IDS, true)).toEqual({ ok: true, value: IDS });
  });

  test('that nobody has parsed is not written', () => {
    expect(changeSettings(filesOf({ user: IDS }), { undoMinutes: 241 }, false)).toMatchObject({
      problem: { code: 'command-malformed', detail: expect.stringContaining('undoMinutes') },
    });
  });

  test('holds for what it names and for nothing else, whatever the policy says', () => {
    fc.assert(
      fc.property(anyWritten, anyWritten, anyPolicy, (user, change, { values, locked }) => {
        const policy = { ...values, locked };
        const changed = changeSettings(filesOf({ user, policy }), change, false);
        const before = decideSettings({
          isPackaged: true,
          environment: {},
          hostName: '',
          files: filesOf({ user, policy }),
        });
        if (!changed.ok) return;
        const files = filesOf({ user: changed.value, policy });
        const after = decideSettings({ isPackaged: true, environment: {}, hostName: '', files });
        for (const name of SETTING_NAMES) {
          if (change[name] === undefined) expect(after.views[name]).toEqual(before.views[name]);
          else expect(after.views[name]).toEqual({ value: change[name], source: 'user', canChange: true });
        }
      }),
    );
  });
});

describe('a change that comes through the door', () => {
  test('is taken with each setting, and with each put back', () => {
    fc.assert(
      fc.property(anyWritten, (change) => {
        expect(parseSettingsChange(change)).toEqual({ ok: true, value: change });
      }),
    );
    const allBack = Object.fromEntries(SETTING_NAMES.map((name) => [name, null]));
    expect(parseSettingsChange(allBack)).toEqual({ ok: true, value: allBack });
    expect(Object.keys(settingsChangeSchema.shape)).toEqual(SETTING_NAMES);
  });

  test.each<readonly [what: unknown, named: RegExp]>([
    [null, /expected object/],
    [[], /expected object/],
    [{ undoMinutes: 241 }, /^undoMinutes: /],
    [{ tenantId: 'canary' }, /^tenantId: /],
    [{ stationName: '' }, /^stationName: /],
    [{ sharedDesk: undefined }, /^sharedDesk: /],
    [{ locked: [] }, /^locked: no such setting$/],
    [{ graphUrl: 'http://canary' }, /^graphUrl: no such setting$/],
  ])('%j is refused', (value, named) => {
    const parsed = parseSettingsChange(value);
    expect(parsed).toMatchObject({ problem: { code: 'command-malformed', detail: expect.stringMatching(named) } });
    expect(JSON.stringify(parsed)).not.toContain('canary');
  });
});
