import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SettingsView } from '../../electron/contract/settings.ts';
import { refuse } from '../../electron/core/result.ts';
import { decideSettings, GRAPH_URL } from '../../electron/core/settings-decide.ts';
import type { Environment } from '../../electron/core/settings-environment.ts';
import type { SettingsFiles } from '../../electron/core/settings-port.ts';
import { SETTING_NAMES } from '../../electron/core/settings-schema.ts';
import { toSettingsView } from '../../electron/core/settings-view.ts';
import { anyWritten, CLIENT, filesOf, POLICY_PATH, TENANT, USER_PATH } from './settings-any.ts';

const IDS = { tenantId: TENANT, clientId: CLIENT };

function view(files: SettingsFiles, environment: Environment = {}, startedWith = files): SettingsView {
  const told = { isPackaged: false, environment, hostName: 'desk-7' };
  const started = decideSettings({ ...told, files: startedWith }).settings;
  return toSettingsView(files, decideSettings({ ...told, files }), started);
}

describe('the view of the settings', () => {
  test('tells values, sources, files and what is wrong', () => {
    const files = filesOf({ user: { tenantId: TENANT }, policy: { sharedDesk: true }, isOpenToAll: true });
    expect(view(files)).toEqual({
      values: decideSettings({ isPackaged: false, environment: {}, hostName: 'desk-7', files }).views,
      graphUrl: { value: GRAPH_URL, source: 'default', canChange: false },
      authority: { value: null, source: 'default', canChange: false },
      problem: { code: 'settings-malformed', detail: 'clientId: not set' },
      warnings: [{ kind: 'policyOpenToAll', path: POLICY_PATH }],
      userPath: USER_PATH,
      isUserFileBroken: false,
      policyPath: POLICY_PATH,
      hasPolicy: true,
      needsRestart: [],
    });
  });

  test('tells a broken file from none', () => {
    expect(view(filesOf({}))).toMatchObject({ isUserFileBroken: false, hasPolicy: false, problem: null });
    expect(view(filesOf({ user: '{' }))).toMatchObject({ isUserFileBroken: true, hasPolicy: false });
    expect(view(filesOf({ policy: '{' }))).toMatchObject({ isUserFileBroken: false, hasPolicy: true });
    const content = refuse('settings-malformed', { detail: 'EACCES' });
    const unread = { ...filesOf({}), policy: { path: POLICY_PATH, content, isOpenToAll: false } };
    expect(view(unread)).toMatchObject({ hasPolicy: true, problem: { detail: 'EACCES' } });
  });

  test('tells what the environment points at, and never a token', () => {
    const graphUrl = 'http://127.0.0.1:8080/beta';
    const served = view(filesOf({}), { TOKEN_STATION_GRAPH_URL: graphUrl, TOKEN_STATION_ACCESS_TOKEN: 'canary' });
    expect(served.graphUrl).toEqual({ value: graphUrl, source: 'environment', canChange: false });
    expect(JSON.stringify(served)).not.toContain('canary');
    const authority = 'http://127.0.0.1:9000';
    const signIn = { TOKEN_STATION_GRAPH_URL: graphUrl, TOKEN_STATION_AUTHORITY: authority };
    expect(view(filesOf({ user: IDS }), signIn).authority).toEqual({
      value: expect.stringContaining(authority),
      source: 'environment',
      canChange: false,
    });
  });

  test('tells what holds only after the next start', () => {
    const changed = {
      ...IDS,
      cloud: 'china',
      scopeSet: 'classic',
      readsProfiles: true,
      readsInventory: true,
      writesInventory: true,
      selfService: true,
      signInBy: 'deviceCode',
      stationName: 'Depot',
      sharedDesk: false,
      idleLockMinutes: 1,
      undoMinutes: 1,
      retentionDays: 400,
    };
    const ofTheNextSignIn = ['scopeSet', 'readsProfiles', 'readsInventory', 'writesInventory', 'signInBy'];
    const atOnce = ['stationName', 'idleLockMinutes', 'undoMinutes', ...ofTheNextSignIn];
    const ofPaper = ['idKinds', 'requiresIdCheck', 'receiptPrinter', 'labelPrinter', 'printsReceipts', 'printsLabels'];
    const later = SETTING_NAMES.filter((name) => ![...atOnce, ...ofPaper].includes(name));
    expect(view(filesOf({ user: changed }), {}, filesOf({})).needsRestart).toEqual(later);
    expect(view(filesOf({}), {}, filesOf({ user: changed })).needsRestart).toEqual(later);
    expect(view(filesOf({ policy: changed }), {}, filesOf({ user: changed })).needsRestart).toEqual([]);
    expect(view(filesOf({ user: { sharedDesk: false } }), {}, filesOf({})).needsRestart).toEqual(['sharedDesk']);
  });

  test('can be sent to the window as it is', () => {
    fc.assert(
      fc.property(anyWritten, anyWritten, (user, policy) => {
        const shown = view(filesOf({ user, policy }));
        expect(structuredClone(shown)).toEqual(shown);
      }),
    );
  });
});
