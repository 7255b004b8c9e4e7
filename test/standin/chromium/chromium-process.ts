// The Chromium that shows the windows: its start, its end, and the line to it.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import { setVersion } from '../host/electron-process.ts';
import { hostState } from '../host/host-state.ts';
import { warn } from '../host/log.ts';
import { CdpConnection } from './cdp-connection.ts';
import type { CdpSession } from './cdp-session.ts';
import { chromiumSwitches } from './chromium-switches.ts';

const CHROMIUM_WENT_AWAY = 70;
// Chosen: a healthy Chromium ends within a tenth of this, and a test's own limit is ten times as long.
const LONGEST_FAREWELL_MS = 3000;
// Debian's util-linux. The kernel then kills Chromium even if this process gets no chance to: after kill -9.
const SETPRIV = '/usr/bin/setpriv';

const chromiumPath = process.env['STANDIN_CHROMIUM'] ?? '/usr/bin/chromium';
let child: ChildProcess | undefined;
let connection: CdpConnection | undefined;
let profileFolder = '';

/** The line to the running Chromium. */
export function chromium(): CdpConnection {
  if (!connection) throw new Error('electron stand-in: Chromium is not running');
  return connection;
}

/** The session with the browser itself. */
export function browserSession(): CdpSession {
  return chromium().browser;
}

function launch(): ChildProcess {
  if (chromiumPath.includes('/') && !existsSync(chromiumPath)) {
    throw new Error(`electron stand-in: there is no Chromium at ${chromiumPath}; STANDIN_CHROMIUM can name another`);
  }
  const command = [chromiumPath, ...chromiumSwitches(profileFolder)];
  if (existsSync(SETPRIV)) command.unshift(SETPRIV, '--pdeathsig', 'KILL');
  const [file = '', ...args] = command;
  return spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
}

function onGone(): void {
  if (hostState.isExiting) return;
  warn(`${chromiumPath} went away; STANDIN_LOG=1 shows what it says`);
  process.exit(CHROMIUM_WENT_AWAY);
}

/** Starts Chromium with a profile inside the app's data folder, so that what pages store is there after a restart. */
export async function startChromium(userData: string): Promise<void> {
  profileFolder = join(userData, 'standin-chromium');
  mkdirSync(profileFolder, { recursive: true });
  const started = launch();
  child = started;
  started.once('error', onGone);
  process.on('exit', () => started.kill('SIGKILL'));
  const [, , errors, commands, answers] = started.stdio;
  if (!(errors instanceof Readable && commands instanceof Writable && answers instanceof Readable)) {
    throw new Error('electron stand-in: there is no line to Chromium');
  }
  createInterface({ input: errors }).on('line', (line) => {
    // Playwright reads the address of the browser from this line.
    if (line.startsWith('DevTools listening') || process.env['STANDIN_LOG']) process.stderr.write(`${line}\n`);
  });
  connection = new CdpConnection(commands, answers, onGone);
  const { product } = await connection.browser.send('Browser.getVersion');
  setVersion('chrome', product.split('/')[1] ?? '');
}

/** Ends Chromium and calls back once it is gone, at once if it does not run. */
export function stopChromium(onStopped: () => void): void {
  if (!child || child.exitCode !== null || child.signalCode !== null) {
    process.nextTick(onStopped);
    return;
  }
  child.once('exit', onStopped);
  connection?.browser.post('Browser.close');
  setTimeout(onStopped, LONGEST_FAREWELL_MS);
}

/** Opens a window without tabs and address bar on the display: a second start hands it to the running Chromium. */
export function openAppWindow(url: string, width: number, height: number): void {
  const size = `--window-size=${width},${height}`;
  spawn(chromiumPath, ['--no-sandbox', `--user-data-dir=${profileFolder}`, size, `--app=${url}`], { stdio: 'ignore' });
}
