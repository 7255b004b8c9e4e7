import { join } from 'node:path';
import type { Environment } from '../../electron/core/settings-environment.ts';
import { createSettingsFiles } from '../../electron/io/settings/settings-files.ts';
import { openSettingsDesk, type SettingsDesk } from '../../electron/main/settings-desk.ts';

/** The settings of an unpackaged station in this data folder, on a computer without a policy. */
export function openSettings(dataPath: string, environment: Environment = {}): Promise<SettingsDesk> {
  const policyPaths = [join(dataPath, 'no-policy.json')] as const;
  const files = createSettingsFiles({ userPath: join(dataPath, 'settings.json'), policyPaths });
  return openSettingsDesk(files, { isPackaged: false, environment, hostName: 'desk-7' });
}
