import type { Cloud, ScopeSet, SettingName, SignInBy } from '../../electron/contract/settings.ts';

export type Option = Cloud | ScopeSet | SignInBy;

/** How a setting is shown and what may be typed into it. */
export type Field =
  | { readonly kind: 'id' }
  | { readonly kind: 'name' }
  | { readonly kind: 'minutes'; readonly zero: 'never' | 'notAtAll' }
  | { readonly kind: 'days' }
  /** Several words, separated by commas. */
  | { readonly kind: 'words' }
  | { readonly kind: 'printer' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] };

const CLOUDS = ['global', 'usGovernment', 'usGovernmentDod', 'china'] as const satisfies Cloud[];
const SCOPE_SETS = ['granular', 'classic'] as const satisfies ScopeSet[];
const SIGN_INS = ['browser', 'deviceCode'] as const satisfies SignInBy[];

export const FIELDS = {
  tenantId: { kind: 'id' },
  clientId: { kind: 'id' },
  cloud: { kind: 'choice', options: CLOUDS },
  scopeSet: { kind: 'choice', options: SCOPE_SETS },
  readsProfiles: { kind: 'switch' },
  readsInventory: { kind: 'switch' },
  writesInventory: { kind: 'switch' },
  signInBy: { kind: 'choice', options: SIGN_INS },
  sharedDesk: { kind: 'switch' },
  idleLockMinutes: { kind: 'minutes', zero: 'never' },
  stationName: { kind: 'name' },
  selfService: { kind: 'switch' },
  undoMinutes: { kind: 'minutes', zero: 'notAtAll' },
  idKinds: { kind: 'words' },
  requiresIdCheck: { kind: 'switch' },
  receiptPrinter: { kind: 'printer' },
  labelPrinter: { kind: 'printer' },
  printsReceipts: { kind: 'switch' },
  printsLabels: { kind: 'switch' },
  retentionDays: { kind: 'days' },
} as const satisfies Record<SettingName, Field>;

export function fieldOf(name: SettingName): Field {
  return FIELDS[name];
}

/** The order on the screen. */
export const SETTING_GROUPS = {
  tenant: ['tenantId', 'clientId', 'cloud', 'scopeSet', 'readsProfiles', 'readsInventory', 'writesInventory'],
  signIn: ['signInBy', 'sharedDesk', 'idleLockMinutes'],
  station: ['stationName', 'selfService', 'undoMinutes', 'retentionDays'],
  desk: ['requiresIdCheck', 'idKinds', 'printsReceipts', 'receiptPrinter', 'printsLabels', 'labelPrinter'],
} as const satisfies Record<string, readonly SettingName[]>;

export type SettingGroup = keyof typeof SETTING_GROUPS;

export const GROUP_NAMES = ['tenant', 'signIn', 'station', 'desk'] as const satisfies SettingGroup[];

export const SETTING_NAMES: readonly SettingName[] = GROUP_NAMES.flatMap((group) => SETTING_GROUPS[group]);
