import type { Result } from '../contract/result.ts';
import type { SettingName, SettingsChange } from '../contract/settings.ts';
import { ok, refuse } from './result.ts';
import { whyNoTokens } from './settings-decide.ts';
import { parseFound, parsePolicy, parseUserSettings } from './settings-file.ts';
import { mergeSettings, NO_POLICY } from './settings-merge.ts';
import type { SettingsFiles } from './settings-port.ts';
import { nameIssues } from './settings-issues.ts';
import { SETTING_NAMES, writtenSettingsSchema, type WrittenSettings } from './settings-schema.ts';

/**
 * What the user's file must say after this change; the rest of it stays. `files` are as they were read just before.
 * `command-not-allowed` names the settings that the policy sets or locks. `settings-malformed`: the policy cannot be read, a
 * cloud without hardware OATH tokens, or the user's file is broken and `replacesBroken` was not said. `command-malformed`: the
 * change was not parsed before.
 */
export function changeSettings(
  files: SettingsFiles,
  change: SettingsChange,
  replacesBroken: boolean,
): Result<WrittenSettings> {
  const policy = parseFound(files.policy, NO_POLICY, parsePolicy);
  if (!policy.ok) return policy;
  const views = mergeSettings({ hostName: '', user: {}, policy: policy.value });
  const asked = SETTING_NAMES.filter((name) => change[name] !== undefined);
  const locked = asked.filter((name) => !views[name].canChange);
  if (locked.length > 0) return refuse('command-not-allowed', { detail: locked.join(', ') });
  const wrongCloud = whyNoTokens(change.cloud ?? 'global');
  if (wrongCloud !== null) return refuse('settings-malformed', { detail: wrongCloud });
  const user = parseFound(files.user, {}, parseUserSettings);
  if (!user.ok && !replacesBroken) return user;
  return applyChange(user.ok ? user.value : {}, change, asked);
}

function applyChange(
  old: WrittenSettings,
  change: SettingsChange,
  asked: readonly SettingName[],
): Result<WrittenSettings> {
  const parts = new Map<string, unknown>(Object.entries(old));
  for (const name of asked) {
    if (change[name] === null) parts.delete(name);
    else parts.set(name, change[name]);
  }
  const checked = writtenSettingsSchema.safeParse(Object.fromEntries(parts));
  return checked.success ? ok(checked.data) : refuse('command-malformed', { detail: nameIssues(checked.error.issues) });
}
