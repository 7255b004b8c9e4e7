// The switches Chromium is started with: quiet, without network, and with those of the app on top.
import { allSwitches } from '../host/switches.ts';

const QUIET = [
  'disable-background-networking',
  'disable-background-timer-throttling',
  'disable-backgrounding-occluded-windows',
  'disable-back-forward-cache',
  'disable-breakpad',
  'disable-component-update',
  'disable-default-apps',
  'disable-dev-shm-usage',
  'disable-extensions',
  'disable-gpu',
  'disable-popup-blocking',
  'disable-quic',
  'disable-renderer-backgrounding',
  'disable-search-engine-choice-screen',
  'disable-sync',
  'metrics-recording-only',
  'no-default-browser-check',
  'no-first-run',
  'no-startup-window',
  'use-mock-keychain',
];
// Nothing listens there: no page of the app reaches the network, whatever the app's own policy says.
const DEAD_PROXY = 'http://127.0.0.1:9';
// The first two are Node's; the folder is chosen by the stand-in, below the app's own.
const NOT_FOR_CHROMIUM = new Set(['inspect', 'inspect-brk', 'user-data-dir', 'hide-scrollbars']);

/** True if windows are shown on a display; without one, or with STANDIN_HEADLESS, Chromium runs headless. */
export function isHeaded(): boolean {
  return Boolean(process.env['DISPLAY']) && !process.env['STANDIN_HEADLESS'];
}

/** The command line for Chromium. */
export function chromiumSwitches(profileFolder: string): readonly string[] {
  const switches = new Map(QUIET.map((name) => [name, '']));
  switches.set('password-store', 'basic');
  switches.set('proxy-server', DEAD_PROXY);
  for (const [name, value] of allSwitches) if (!NOT_FOR_CHROMIUM.has(name)) switches.set(name, value);
  if (!isHeaded()) switches.set('headless', '').set('hide-scrollbars', '');
  // Chromium refuses to run its sandbox as root.
  if (process.getuid?.() === 0) switches.set('no-sandbox', '');
  switches.set('user-data-dir', profileFolder).set('remote-debugging-pipe', '');
  return [...switches].map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
}
