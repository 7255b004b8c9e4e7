import type { SettingName, SettingView, SettingViews, StationSettings } from '../contract/settings.ts';
import { LONGEST_STATION_NAME, SETTING_NAMES, type Policy, type WrittenSettings } from './settings-schema.ts';

export const NO_POLICY: Policy = { values: {}, locked: [] };

/** Holds while the policy cannot be read: nothing is known of what it allows, so nothing is changed. */
export const ALL_LOCKED: Policy = { values: {}, locked: SETTING_NAMES };

/** What is to be merged. `hostName` names the station until somebody does. */
export type Layers = { readonly hostName: string; readonly user: WrittenSettings; readonly policy: Policy };

/** The policy wins over the user's settings, and those over what is built in. A locked setting is not the user's. */
export function mergeSettings({ hostName, user, policy }: Layers): SettingViews {
  function choose<T>(name: SettingName, byPolicy: T | undefined, byUser: T | undefined, byItself: T): SettingView<T> {
    if (byPolicy !== undefined) return { value: byPolicy, source: 'policy', canChange: false };
    if (policy.locked.includes(name)) return { value: byItself, source: 'default', canChange: false };
    if (byUser !== undefined) return { value: byUser, source: 'user', canChange: true };
    return { value: byItself, source: 'default', canChange: true };
  }

  const { values } = policy;
  return {
    tenantId: choose<string | null>('tenantId', values.tenantId, user.tenantId, null),
    clientId: choose<string | null>('clientId', values.clientId, user.clientId, null),
    cloud: choose('cloud', values.cloud, user.cloud, 'global'),
    scopeSet: choose('scopeSet', values.scopeSet, user.scopeSet, 'granular'),
    readsProfiles: choose('readsProfiles', values.readsProfiles, user.readsProfiles, false),
    readsInventory: choose('readsInventory', values.readsInventory, user.readsInventory, false),
    writesInventory: choose('writesInventory', values.writesInventory, user.writesInventory, false),
    selfService: choose('selfService', values.selfService, user.selfService, false),
    signInBy: choose('signInBy', values.signInBy, user.signInBy, 'browser'),
    stationName: choose('stationName', values.stationName, user.stationName, nameAfterHost(hostName)),
    sharedDesk: choose('sharedDesk', values.sharedDesk, user.sharedDesk, true),
    // Chosen: long enough for a queue at the counter, shorter than a coffee break.
    idleLockMinutes: choose('idleLockMinutes', values.idleLockMinutes, user.idleLockMinutes, 10),
    // Chosen: a mix-up at the counter is noticed while the person is still near.
    undoMinutes: choose('undoMinutes', values.undoMinutes, user.undoMinutes, 15),
    // Chosen: what desks accept everywhere; a site writes its own.
    idKinds: choose('idKinds', values.idKinds, user.idKinds, ['badge', 'identityCard', 'passport', 'drivingLicence']),
    requiresIdCheck: choose('requiresIdCheck', values.requiresIdCheck, user.requiresIdCheck, false),
    receiptPrinter: choose('receiptPrinter', values.receiptPrinter, user.receiptPrinter, ''),
    labelPrinter: choose('labelPrinter', values.labelPrinter, user.labelPrinter, ''),
    printsReceipts: choose('printsReceipts', values.printsReceipts, user.printsReceipts, false),
    printsLabels: choose('printsLabels', values.printsLabels, user.printsLabels, false),
    retentionDays: choose('retentionDays', values.retentionDays, user.retentionDays, 0),
  };
}

/** The values alone. */
export function settingsOf(views: SettingViews): StationSettings {
  return {
    tenantId: views.tenantId.value,
    clientId: views.clientId.value,
    cloud: views.cloud.value,
    scopeSet: views.scopeSet.value,
    readsProfiles: views.readsProfiles.value,
    readsInventory: views.readsInventory.value,
    writesInventory: views.writesInventory.value,
    selfService: views.selfService.value,
    signInBy: views.signInBy.value,
    stationName: views.stationName.value,
    sharedDesk: views.sharedDesk.value,
    idleLockMinutes: views.idleLockMinutes.value,
    undoMinutes: views.undoMinutes.value,
    idKinds: views.idKinds.value,
    requiresIdCheck: views.requiresIdCheck.value,
    receiptPrinter: views.receiptPrinter.value,
    labelPrinter: views.labelPrinter.value,
    printsReceipts: views.printsReceipts.value,
    printsLabels: views.printsLabels.value,
    retentionDays: views.retentionDays.value,
  };
}

/** The computer's own name without its domain, as far as it can be a station's name. */
function nameAfterHost(hostName: string): string {
  const label = hostName.replace(/\p{C}/gu, '').split('.')[0] ?? '';
  let name = '';
  // By characters, so that none is cut in half.
  for (const character of label.trim()) {
    if (name.length + character.length > LONGEST_STATION_NAME) break;
    name += character;
  }
  return name.trim() || 'Station';
}
