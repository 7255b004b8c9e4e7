import { z } from 'zod';
import type { SettingName, SettingsChange, StationSettings } from '../contract/settings.ts';
import type { Result } from '../contract/result.ts';
import { ok, refuse } from './result.ts';
import { nameIssues } from './settings-issues.ts';

/** What a settings file says: any of the settings, and each of them in full. */
export type WrittenSettings = { readonly [Name in SettingName]?: NonNullable<StationSettings[Name]> };

/** What the computer's policy says. `locked`: stays as it is by itself, whatever the user wrote. */
export type Policy = { readonly values: WrittenSettings; readonly locked: readonly SettingName[] };

/** Chosen: what still fits beside the tenant's name in the window's bar. */
export const LONGEST_STATION_NAME = 40;

/** Chosen: half a shift. A desk that idles longer is left, and a token in use for longer is not taken back by one key. */
const LONGEST_MINUTES = 240;

/** Lower case, because a journal's folder is named after it and some disks tell cases apart. */
const guid = z
  .guid()
  .toLowerCase()
  .refine((value) => /[^0-]/.test(value), { error: 'still the placeholder: fill in the real id' });

/** Control and format characters could hide what a name says; blanks at its ends look like another name. */
const stationName = z
  .string()
  .min(1)
  .max(LONGEST_STATION_NAME)
  .refine((name) => !/\p{C}|^\s|\s$/u.test(name), { error: 'no control characters, and no blanks at its ends' });

/** Shown as a row of buttons, each with a key of its own. */
const idKinds = z.array(stationName).min(1).max(6);

/** Whatever the system calls a printer. */
const printer = z.string().max(256);

/** Chosen: ten years, longer than any rule for such records asks for. */
const LONGEST_RETENTION_DAYS = 3_650;
const days = z.int().min(0).max(LONGEST_RETENTION_DAYS);

const minutes = z.int().min(0).max(LONGEST_MINUTES);

const fields = {
  tenantId: guid,
  clientId: guid,
  cloud: z.enum(['global', 'usGovernment', 'usGovernmentDod', 'china']),
  scopeSet: z.enum(['granular', 'classic']),
  readsProfiles: z.boolean(),
  readsInventory: z.boolean(),
  writesInventory: z.boolean(),
  selfService: z.boolean(),
  signInBy: z.enum(['browser', 'deviceCode']),
  stationName,
  sharedDesk: z.boolean(),
  idleLockMinutes: minutes,
  undoMinutes: minutes,
  idKinds,
  requiresIdCheck: z.boolean(),
  receiptPrinter: printer,
  labelPrinter: printer,
  printsReceipts: z.boolean(),
  printsLabels: z.boolean(),
  retentionDays: days,
} satisfies { readonly [Name in SettingName]: z.ZodType<NonNullable<StationSettings[Name]>> };

export const settingNameSchema = z.keyof(z.strictObject(fields));

/** Every setting, in the order in which they are shown. */
export const SETTING_NAMES: readonly SettingName[] = settingNameSchema.options;

const written = z.strictObject({
  tenantId: z.exactOptional(fields.tenantId),
  clientId: z.exactOptional(fields.clientId),
  cloud: z.exactOptional(fields.cloud),
  scopeSet: z.exactOptional(fields.scopeSet),
  readsProfiles: z.exactOptional(fields.readsProfiles),
  readsInventory: z.exactOptional(fields.readsInventory),
  writesInventory: z.exactOptional(fields.writesInventory),
  selfService: z.exactOptional(fields.selfService),
  signInBy: z.exactOptional(fields.signInBy),
  stationName: z.exactOptional(fields.stationName),
  sharedDesk: z.exactOptional(fields.sharedDesk),
  idleLockMinutes: z.exactOptional(fields.idleLockMinutes),
  undoMinutes: z.exactOptional(fields.undoMinutes),
  idKinds: z.exactOptional(fields.idKinds),
  requiresIdCheck: z.exactOptional(fields.requiresIdCheck),
  receiptPrinter: z.exactOptional(fields.receiptPrinter),
  labelPrinter: z.exactOptional(fields.labelPrinter),
  printsReceipts: z.exactOptional(fields.printsReceipts),
  printsLabels: z.exactOptional(fields.printsLabels),
  retentionDays: z.exactOptional(fields.retentionDays),
});

export const writtenSettingsSchema = written satisfies z.ZodType<WrittenSettings>;

export const policySchema = written.extend({ locked: z.exactOptional(z.array(settingNameSchema)) });

/** The part of a command that carries a change. */
export const settingsChangeSchema = z.strictObject({
  tenantId: z.exactOptional(fields.tenantId.nullable()),
  clientId: z.exactOptional(fields.clientId.nullable()),
  cloud: z.exactOptional(fields.cloud.nullable()),
  scopeSet: z.exactOptional(fields.scopeSet.nullable()),
  readsProfiles: z.exactOptional(fields.readsProfiles.nullable()),
  readsInventory: z.exactOptional(fields.readsInventory.nullable()),
  writesInventory: z.exactOptional(fields.writesInventory.nullable()),
  selfService: z.exactOptional(fields.selfService.nullable()),
  signInBy: z.exactOptional(fields.signInBy.nullable()),
  stationName: z.exactOptional(fields.stationName.nullable()),
  sharedDesk: z.exactOptional(fields.sharedDesk.nullable()),
  idleLockMinutes: z.exactOptional(fields.idleLockMinutes.nullable()),
  undoMinutes: z.exactOptional(fields.undoMinutes.nullable()),
  idKinds: z.exactOptional(fields.idKinds.nullable()),
  requiresIdCheck: z.exactOptional(fields.requiresIdCheck.nullable()),
  receiptPrinter: z.exactOptional(fields.receiptPrinter.nullable()),
  labelPrinter: z.exactOptional(fields.labelPrinter.nullable()),
  printsReceipts: z.exactOptional(fields.printsReceipts.nullable()),
  printsLabels: z.exactOptional(fields.printsLabels.nullable()),
  retentionDays: z.exactOptional(fields.retentionDays.nullable()),
}) satisfies z.ZodType<SettingsChange>;

/** Takes a change that came through the door. `command-malformed` names the fields, never their values. */
export function parseSettingsChange(value: unknown): Result<SettingsChange> {
  const parsed = settingsChangeSchema.safeParse(value);
  return parsed.success ? ok(parsed.data) : refuse('command-malformed', { detail: nameIssues(parsed.error.issues) });
}
