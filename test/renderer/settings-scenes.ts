import type { SettingView } from '../../electron/contract/settings.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeSettings, makeUser } from '../fakes/fake-station.ts';
import { codeRow, day, practice } from './a-morning.ts';

const TENANT_ID = '8b1c6d1e-9c43-4a5f-9c30-2f1f9a1f0b77';
const CLIENT_ID = '4e0f5d0a-77c2-4a0e-8d0b-0b7c3a5a9d11';

const contoso = { kind: 'tenant', name: 'Contoso International Holdings', graphHost: 'graph.microsoft.com' } as const;

export const SETTINGS_SCENES = {
  'settings in practice': () => day({ practice: practice() }),
  'settings by policy': () =>
    day({
      mode: contoso,
      session: {
        kind: 'in',
        name: 'Maximiliane von Hohenstein',
        userPrincipalName: 'maximiliane.von.hohenstein-wallenrodt@contoso-international.com',
      },
      settings: makeSettings(
        {
          hasPolicy: true,
          needsRestart: ['readsProfiles', 'signInBy'],
          warnings: [
            { kind: 'environmentIgnored', names: ['TOKEN_STATION_GRAPH_URL', 'TOKEN_STATION_ACCESS_TOKEN'] },
            { kind: 'policyOpenToAll', path: 'C:\\ProgramData\\Token Station\\policy.json' },
          ],
          userPath: 'C:\\Users\\m.hohenstein\\AppData\\Roaming\\Token Station\\settings.json',
          policyPath: 'C:\\ProgramData\\Token Station\\policy.json',
        },
        {
          tenantId: byPolicy(TENANT_ID),
          clientId: byPolicy(CLIENT_ID),
          cloud: { value: 'global', source: 'default', canChange: false },
          scopeSet: byPolicy('granular'),
          readsProfiles: byUser(true),
          signInBy: byUser('deviceCode'),
          stationName: byUser('Service desk, building 7, ground floor'),
          idleLockMinutes: byPolicy(5),
        },
      ),
    }),
  'settings broken': () =>
    day({
      mode: { kind: 'practice', problem: malformed() },
      settings: makeSettings({ problem: malformed(), isUserFileBroken: true }),
    }),
  'signed in': () =>
    day({
      mode: contoso,
      open: codeRow(43),
      session: { kind: 'in', name: 'Marta Ferri', userPrincipalName: 'marta.ferri@contoso-international.com' },
    }),
  locked: () => day({ mode: contoso, open: codeRow(43), session: { kind: 'out', problem: { code: 'idle-locked' } } }),
  'sign-in in the browser': () => day({ mode: contoso, session: { kind: 'signingIn', prompt: null } }),
  'sign-in by code': () =>
    day({
      mode: contoso,
      open: codeRow(43),
      session: {
        kind: 'signingIn',
        prompt: {
          userCode: 'GQ7KX2M9B',
          verificationUrl: 'https://microsoft.com/devicelogin',
          expiresAtMs: Date.now() + 842_000,
        },
      },
    }),
  'pace near its end': () => day({ mode: contoso, pace: { left: 12, most: 200, freeAtMs: null } }),
  'pace reached': () => {
    const untilMs = Date.now() + 125_000;
    return day({
      mode: contoso,
      pace: { left: 0, most: 200, freeAtMs: untilMs },
      open: codeRow(43, {
        user: makeUser(),
        state: { kind: 'waiting', untilMs, problem: { code: 'pace-reached' } },
        can: [],
      }),
    });
  },
} as const satisfies Record<string, () => Snapshot>;

function malformed() {
  return {
    code: 'settings-malformed',
    detail: '/home/ferri/.config/token-station/settings.json: tenantId: Invalid GUID',
  } as const;
}

function byPolicy<T>(value: T): SettingView<T> {
  return { value, source: 'policy', canChange: false };
}

function byUser<T>(value: T): SettingView<T> {
  return { value, source: 'user', canChange: true };
}
