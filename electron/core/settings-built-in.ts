import { ok } from './result.ts';
import { decideSettings } from './settings-decide.ts';
import type { SettingsFiles } from './settings-port.ts';
import { toSettingsView } from './settings-view.ts';

const NO_FILES: SettingsFiles = {
  user: { path: '', content: ok(null) },
  policy: { path: '', content: ok(null), isOpenToAll: false },
};

const decided = decideSettings({ isPackaged: true, environment: {}, hostName: '', files: NO_FILES });

/** What holds until the files have been read. */
export const BUILT_IN_SETTINGS = toSettingsView(NO_FILES, decided, decided.settings);
