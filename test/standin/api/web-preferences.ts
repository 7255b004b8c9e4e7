// The webPreferences of a window: what the stand-in cannot grant must not be asked for.
import type { ElectronSession } from './session.ts';

export interface WebPreferences {
  readonly session?: ElectronSession;
  readonly javascript?: boolean;
  readonly preload?: string;
  readonly additionalArguments?: readonly string[];
  readonly [name: string]: unknown;
}

// The only kind of page the stand-in has.
const FIXED = {
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  sandbox: true,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
};
const MISSING = ['partition', 'webContents', 'zoomFactor', 'offscreen'];

/** Throws on a preference that would be different here from what it is in Electron. */
export function checkWebPreferences(preferences: WebPreferences): void {
  for (const [name, value] of Object.entries(FIXED)) {
    if ((preferences[name] ?? value) !== value) {
      throw new Error(`electron stand-in: webPreferences.${name} must be ${value}`);
    }
  }
  for (const name of MISSING) {
    if (preferences[name] !== undefined) {
      throw new Error(`electron stand-in: webPreferences.${name} is not implemented`);
    }
  }
}
