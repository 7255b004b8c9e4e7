import { app, session, shell, type Session, type WebContents } from 'electron';
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
export function guardSession(guarded: Session = session.defaultSession): void {
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
}

/**
 * SECURITY: of a page that is printed. A site's template may hold anything: it looks as it likes, runs nothing and asks nobody.
 * A picture or a font may be part of it.
 */
export const PAPER_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** SECURITY: a session for pages that are printed. It reaches these pages and nothing else, whatever a page asks for. */
export function guardPaperSession(paper: Session, origin: string): void {
  guardSession(paper);
  paper.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !url.startsWith(`${origin}/`) && !url.startsWith('data:') });
  });
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
