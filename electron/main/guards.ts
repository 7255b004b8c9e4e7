import { app, session, shell, type WebContents } from 'electron';
import { isAppUrl } from './app-origin.ts';

/** The pages outside that the window may ask to be opened in the browser. */
const OUTSIDE_LINKS: ReadonlySet<string> = new Set(['https://aka.ms/mysecurityinfo']);

/** Source: Microsoft Entra, the authority of the global cloud. */
const SIGN_IN_ORIGIN = 'https://login.microsoftonline.com';

/** SECURITY: the one page outside that a sign-in may open. `servedOrigin`: an unpackaged build's own authority. */
export function createPageOpener(servedOrigin: string | null): (url: string) => Promise<void> {
  return async (url) => {
    if (new URL(url).origin !== (servedOrigin ?? SIGN_IN_ORIGIN)) throw new Error('not the sign-in page');
    await shell.openExternal(url);
  };
}

/** SECURITY: before `ready`. Every page runs in the sandbox. Source: Electron, "Security", 4. */
export function guardProcess(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
  });
}

/** SECURITY: after `ready`. The window needs no permission at all. Source: Electron, "Security", 5. */
export function guardSession(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/** SECURITY: a page stays where it is, opens nothing and embeds nothing. Source: Electron, "Security", 12 to 14. */
function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    if (OUTSIDE_LINKS.has(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}
