import type { SettingName, SettingsView, SettingView, StationSettings } from '../contract/settings.ts';
import { GRAPH_URL, type DecidedSettings } from './settings-decide.ts';
import { parseFound, parseUserSettings } from './settings-file.ts';
import type { SettingsFiles } from './settings-port.ts';
import { SETTING_NAMES } from './settings-schema.ts';

/** What the sign-in and the calls are built with once, at start. The others hold from the moment they are saved. */
const HOLDS_AFTER_RESTART: Readonly<Record<SettingName, boolean>> = {
  tenantId: true,
  clientId: true,
  cloud: true,
  // The next sign-in asks for what is set then, and in the way that is set then.
  scopeSet: false,
  readsProfiles: false,
  readsInventory: false,
  writesInventory: false,
  signInBy: false,
  selfService: true,
  stationName: false,
  sharedDesk: true,
  idleLockMinutes: false,
  undoMinutes: false,
  idKinds: false,
  requiresIdCheck: false,
  receiptPrinter: false,
  labelPrinter: false,
  printsReceipts: false,
  printsLabels: false,
  retentionDays: true,
};

/** What the window shows. `decided` is what the files say now, `started` what the station was started with. */
export function toSettingsView(files: SettingsFiles, decided: DecidedSettings, started: StationSettings): SettingsView {
  const { views, settings, pointed, problem, warnings } = decided;
  return {
    values: views,
    graphUrl: pointedView(pointed.graphUrl, GRAPH_URL),
    authority: pointedView(pointed.authorityMetadata, null),
    problem,
    warnings,
    userPath: files.user.path,
    isUserFileBroken: !parseFound(files.user, {}, parseUserSettings).ok,
    policyPath: files.policy.path,
    hasPolicy: !files.policy.content.ok || files.policy.content.value !== null,
    needsRestart: SETTING_NAMES.filter((name) => HOLDS_AFTER_RESTART[name] && settings[name] !== started[name]),
  };
}

function pointedView<T>(given: T | null, byItself: T): SettingView<T> {
  return given === null
    ? { value: byItself, source: 'default', canChange: false }
    : { value: given, source: 'environment', canChange: false };
}
