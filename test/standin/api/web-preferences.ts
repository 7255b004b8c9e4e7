// The webPreferences of a window: what the stand-in cannot grant must not be asked for.

export interface WebPreferences {
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
  javascript: true,
};
const MISSING = ['partition', 'session', 'webContents', 'zoomFactor', 'offscreen'];

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
