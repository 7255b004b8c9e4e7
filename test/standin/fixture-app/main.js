// A small app with the guards of a real one. It needs no building; the specs drive it, on Electron and on the stand-in alike.
import { app, BrowserWindow, ipcMain, protocol, safeStorage, session, shell } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const ORIGIN = 'app://bundle';
const PAGE_FOLDER = join(import.meta.dirname, 'page');
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'";
const TYPES = { '.html': 'text/html', '.js': 'text/javascript' };

/** What the specs look at: everything the guards were asked about. */
globalThis.seen = { navigations: [], windows: [], secondStarts: [], shownAtLoad: undefined };

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.enableSandbox();
if (!app.requestSingleInstanceLock()) app.exit(0);
app.on('second-instance', (_event, argv) => globalThis.seen.secondStarts.push(argv));
app.on('web-contents-created', (_event, contents) => guard(contents));
app.on('window-all-closed', () => app.quit());

function guard(contents) {
  contents.setWindowOpenHandler(({ url }) => {
    globalThis.seen.windows.push(url);
    if (url.startsWith('https://')) void shell.openExternal(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    globalThis.seen.navigations.push(event.url);
    if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

async function servePage(request) {
  const { pathname } = new URL(request.url);
  const file = normalize(decodeURIComponent(pathname));
  try {
    const headers = { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'content-security-policy': POLICY };
    return new Response(await readFile(join(PAGE_FOLDER, file)), { headers });
  } catch {
    return new Response('not found', { status: 404 });
  }
}

function answerPage() {
  ipcMain.handle('about', (event) => ({
    url: event.senderFrame.url,
    origin: event.senderFrame.origin,
    version: app.getVersion(),
    secret: safeStorage.isEncryptionAvailable() ? safeStorage.decryptString(safeStorage.encryptString('kept')) : 'none',
  }));
  ipcMain.handle('echo', (_event, ...values) => values);
  ipcMain.handle('fail', () => {
    throw new TypeError('nope');
  });
  ipcMain.on('count', ({ sender }, upTo) => {
    for (let number = 1; number <= upTo; number++) {
      sender.send('counted', { number, at: new Date(number), bytes: new Uint8Array([number, 255]) });
    }
    sender.send('done', upTo);
  });
}

async function start() {
  // Without it, Electron under Playwright has no encryption on Linux: there is no key store.
  safeStorage.setUsePlainTextEncryption(true);
  protocol.handle('app', servePage);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
  answerPage();
  const window = new BrowserWindow({
    width: 900,
    height: 600,
    useContentSize: true,
    show: false,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => {
    globalThis.seen.shownAtLoad = window.isVisible();
    window.show();
  });
  await window.loadURL(`${ORIGIN}/index.html`);
}

app.on('ready', () => void start());
