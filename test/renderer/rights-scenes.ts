import type { CapabilityView } from '../../electron/contract/capability.ts';
import type { SettingView } from '../../electron/contract/settings.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeSettings } from '../fakes/fake-station.ts';
import { codeRow, day } from './a-morning.ts';
import { makeCapability } from './make-kiosk.ts';

const contoso = { kind: 'tenant', name: 'Contoso International Holdings', graphHost: 'graph.microsoft.com' } as const;
const marta = {
  kind: 'in',
  name: 'Marta Ferri',
  userPrincipalName: 'marta.ferri@contoso-international.com',
} as const;

const WRITE = 'UserAuthMethod-HardwareOATH.ReadWrite.All';

export const USUAL_RIGHTS: readonly CapabilityView[] = [
  makeCapability({ capability: 'issueToOthers', is: 'yes', basis: 'read' }),
  makeCapability({ capability: 'findPeople', is: 'yes' }),
  makeCapability({
    capability: 'issueToAdmins',
    is: 'no',
    basis: 'role',
    missing: ['Privileged Authentication Administrator'],
  }),
  makeCapability({ capability: 'issueToSelf', is: 'unknown', basis: null }),
  makeCapability({ capability: 'readProfiles', is: 'no', missing: ['User.Read.All'] }),
  makeCapability({ capability: 'readInventory', is: 'no', missing: ['Policy.Read.All'] }),
];

/** As the desk finds it where a tenant does not honour the narrow permission. */
export const REFUSED_RIGHTS: readonly CapabilityView[] = [
  makeCapability({
    is: 'unknown',
    basis: 'read',
    missing: ['Authentication Administrator'],
    problem: {
      code: 'not-permitted',
      detail: 'accessDenied: Request Authorization failed',
      requestId: '7c0a1f7e-51d2-4b8e-9a5c-0b6c4f3d2e11',
    },
  }),
  ...USUAL_RIGHTS.slice(1),
];

const classic: SettingView<'classic'> = { value: 'classic', source: 'user', canChange: true };
const notGranted = {
  code: 'scopes-not-granted',
  detail: 'The sign-in or the consent to it was declined · consent_required · AADSTS65001',
} as const;

export const RIGHTS_SCENES = {
  'rights usual': () => day({ mode: contoso, session: marta, capabilities: USUAL_RIGHTS, open: codeRow(43) }),
  'rights missing': () =>
    day({
      mode: contoso,
      session: marta,
      open: codeRow(43),
      capabilities: [makeCapability({ is: 'no', basis: 'scope', missing: [WRITE] }), ...USUAL_RIGHTS.slice(1)],
    }),
  'rights refused': () => day({ mode: contoso, session: marta, open: codeRow(43), capabilities: REFUSED_RIGHTS }),
  'scopes not granted': () => day({ mode: contoso, open: codeRow(43), session: { kind: 'out', problem: notGranted } }),
  'scopes not granted, classic': () =>
    day({
      mode: contoso,
      session: { kind: 'out', problem: notGranted },
      settings: makeSettings({}, { scopeSet: classic }),
    }),
} as const satisfies Record<string, () => Snapshot>;
