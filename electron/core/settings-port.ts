import type { Result } from '../contract/result.ts';
import type { WrittenSettings } from './settings-schema.ts';

/** A file as it was found. `content`: its text, `null` where there is none; `settings-malformed`: it could not be read. */
export type SettingsFile = { readonly path: string; readonly content: Result<string | null> };

export type SettingsFiles = {
  readonly user: SettingsFile;
  /** `isOpenToAll`: everybody on this computer can write it. `false` where the system does not tell. */
  readonly policy: SettingsFile & { readonly isOpenToAll: boolean };
};

/** Where the settings are kept: the user's file, and the computer's policy, which is only read. */
export type SettingsPort = {
  /** Both files as they are now. Never rejects. */
  readonly read: () => Promise<SettingsFiles>;
  /**
   * Replaces the user's file, whole or not at all. `settings-not-saved`: the disk refused. `settings-malformed`: there is a
   * broken file and `replacesBroken` was not said; with it, the broken one is kept beside.
   */
  readonly save: (settings: WrittenSettings, replacesBroken: boolean) => Promise<Result<null>>;
};
