import { ensureElectronBinary } from './ensure-electron-binary.mjs';
import { ensureNodeModules } from './ensure-node-modules.mjs';
import { ensureChromium, ensureLibusb } from './ensure-system-packages.mjs';
import { requireNode24 } from './run-tool.mjs';

/** From a fresh checkout to a machine on which the checks and unit tests run. Needs only Node and npm. */
export async function setUpTools() {
  await ensureNodeModules();
  requireNode24();
  await ensureLibusb();
}

/**
 * The same for the app. `runsOn` is `electron`, `standin` or `nothing`; `missing` is what the machine lacks to run it,
 * or `null`. What to do about it has been said.
 */
export async function setUpApp() {
  await setUpTools();
  const runsOn = await ensureElectronBinary();
  if (runsOn === 'nothing') return { runsOn, missing: "Electron's program" };
  const lacksChromium = runsOn === 'standin' && (await ensureChromium()) === 'missing';
  return { runsOn, missing: lacksChromium ? 'the system package chromium' : null };
}

/** Whether a window can be shown to somebody. The stand-in knows X only. */
export function hasDisplay(runsOn) {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || (runsOn === 'electron' && process.env.WAYLAND_DISPLAY));
}
