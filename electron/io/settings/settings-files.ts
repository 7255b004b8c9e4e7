import { copyFile, mkdir, open, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Result } from '../../contract/result.ts';
import { ok, refuse } from '../../core/result.ts';
import { parseFound, parseUserSettings } from '../../core/settings-file.ts';
import type { PolicyPaths } from '../../core/settings-policy-path.ts';
import type { SettingsFiles, SettingsPort } from '../../core/settings-port.ts';
import type { WrittenSettings } from '../../core/settings-schema.ts';
import { codeOf, readFileFound } from './read-file.ts';
import { replaceFile } from '../replace-file.ts';

export type SettingsPaths = {
  readonly userPath: string;
  /** The first that is there is the policy. */
  readonly policyPaths: PolicyPaths;
};

/**
 * The settings in two JSON files. The user's is written whole or not at all, where its link points if it is one. The policy
 * is only read; one that everybody can write is told as such and not judged here.
 */
export function createSettingsFiles({ userPath, policyPaths }: SettingsPaths, openFile = open): SettingsPort {
  /** One save at a time: they share the file that is written first. */
  let lastSave: Promise<unknown> = Promise.resolve();

  async function readPolicy(): Promise<SettingsFiles['policy']> {
    for (const path of policyPaths) {
      const found = await readFileFound(path);
      if (!found.content.ok || found.content.value !== null) return { path, ...found };
    }
    return { path: policyPaths[0], content: ok(null), isOpenToAll: false };
  }

  async function save(settings: WrittenSettings, replacesBroken: boolean): Promise<Result<null>> {
    const text = `${JSON.stringify(settings, null, 2)}\n`;
    // What could not be read again would be lost with the next start.
    const readBack = parseUserSettings(text, userPath);
    if (!readBack.ok) return refuse('settings-not-saved', { detail: readBack.problem.detail ?? '' });
    try {
      await mkdir(dirname(userPath), { recursive: true });
      const { content } = await readFileFound(userPath);
      const old = parseFound({ path: userPath, content }, {}, parseUserSettings);
      if (!old.ok && !replacesBroken) return old;
      // Somebody may have written it by hand.
      if (!old.ok) await copyFile(userPath, `${userPath}.broken`);
      await replaceFile(await followLink(userPath), text, openFile);
      return ok(null);
    } catch (error) {
      return refuse('settings-not-saved', { detail: codeOf(error) });
    }
  }

  return {
    read: async () => {
      const [{ content }, policy] = await Promise.all([readFileFound(userPath), readPolicy()]);
      return { user: { path: userPath, content }, policy };
    },
    save: (settings, replacesBroken) => {
      const saving = lastSave.then(() => save(settings, replacesBroken));
      lastSave = saving;
      return saving;
    },
  };
}

/** The file that a link points to; a link to nothing is replaced itself. */
async function followLink(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
