import { ok, refuse } from '../../electron/core/result.ts';
import { parseFound, parseUserSettings } from '../../electron/core/settings-file.ts';
import type { SettingsPort } from '../../electron/core/settings-port.ts';

export const USER_PATH = '/home/sam/settings.json';
export const POLICY_PATH = '/etc/token-station/policy.json';

export type MemorySettings = {
  readonly port: SettingsPort;
  /** Somebody writes the file by hand. `null`: it is gone. */
  readonly writeUser: (text: string | null) => void;
  /** The administrator does the same with the policy. */
  readonly writePolicy: (text: string | null, isOpenToAll?: boolean) => void;
  /** What the user's file says, and the broken one that was kept beside. */
  readonly userText: () => string | null;
  readonly brokenText: () => string | null;
  /** The disk refuses from now on, or no more. */
  readonly refuseSaving: (isRefused: boolean) => void;
};

/** Settings as safe as the process. */
export function createMemorySettings(): MemorySettings {
  let user: string | null = null;
  let broken: string | null = null;
  let policy: string | null = null;
  let isOpenToAll = false;
  let isRefused = false;
  return {
    port: {
      read: async () => ({
        user: { path: USER_PATH, content: ok(user) },
        policy: { path: POLICY_PATH, content: ok(policy), isOpenToAll },
      }),
      save: async (settings, replacesBroken) => {
        const text = JSON.stringify(settings);
        if (!parseUserSettings(text, USER_PATH).ok) return refuse('settings-not-saved');
        const old = parseFound({ path: USER_PATH, content: ok(user) }, {}, parseUserSettings);
        if (!old.ok && !replacesBroken) return old;
        if (isRefused) return refuse('settings-not-saved', { detail: 'ENOSPC' });
        if (!old.ok) broken = user;
        user = text;
        return ok(null);
      },
    },
    writeUser: (text) => {
      user = text;
    },
    writePolicy: (text, isOpen = false) => {
      policy = text;
      isOpenToAll = isOpen;
    },
    userText: () => user,
    brokenText: () => broken,
    refuseSaving: (refused) => {
      isRefused = refused;
    },
  };
}
