import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SettingsFolder = {
  readonly folder: string;
  readonly userPath: string;
  readonly policyPath: string;
  readonly remove: () => Promise<void>;
};

/** A folder of a user's and one of the computer's, both empty. */
export async function makeSettingsFolder(): Promise<SettingsFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'settings-files-'));
  await mkdir(join(folder, 'user'));
  await mkdir(join(folder, 'policy'), { mode: 0o755 });
  return {
    folder,
    userPath: join(folder, 'user', 'settings.json'),
    policyPath: join(folder, 'policy', 'policy.json'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
