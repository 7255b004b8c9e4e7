// The pages Chromium opens: those that the app asked for, and those that a page tried to open, which are closed at once.
import { randomBytes } from 'node:crypto';
import { browserSession, chromium, openAppWindow } from './chromium-process.ts';
import type { CdpSession } from './cdp-session.ts';
import type { CdpPayload } from './cdp-types.ts';
import { isHeaded } from './chromium-switches.ts';

type Attached = CdpPayload<'Target.attachedToTarget'>;

export interface Target {
  readonly targetId: string;
  readonly session: CdpSession;
  /** The address of the empty document in which it opens. */
  readonly firstUrl: string;
}

// A page that the app asked for is known by a random word in its first address.
const expected = new Map<string, (attached: Attached) => void>();

function onAttached(attached: Attached): void {
  const { url, title, targetId } = attached.targetInfo;
  for (const [word, resolve] of expected) {
    if (!url.includes(word) && !title.includes(word)) continue;
    expected.delete(word);
    resolve(attached);
    return;
  }
  browserSession().post('Target.closeTarget', { targetId });
  // A page that waits for a debugger does not close.
  chromium().session(attached.sessionId).post('Runtime.runIfWaitingForDebugger');
}

/** Makes every new page wait until the stand-in has looked at it. */
export async function watchTargets(): Promise<void> {
  const browser = browserSession();
  browser.on('Target.attachedToTarget', onAttached);
  await browser.send('Target.setDiscoverTargets', { discover: true });
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }, { exclude: true }],
  });
}

/** Opens an empty page, which still waits for its debugger. */
export async function openTarget(width: number, height: number): Promise<Target> {
  const word = randomBytes(12).toString('hex');
  const attached = new Promise<Attached>((resolve) => {
    expected.set(word, resolve);
  });
  const firstUrl = isHeaded() ? `data:text/html,${word}` : `about:blank#${word}`;
  if (isHeaded()) openAppWindow(firstUrl, width, height);
  else await browserSession().send('Target.createTarget', { url: firstUrl, newWindow: true, width, height });
  const { sessionId, targetInfo } = await attached;
  return { targetId: targetInfo.targetId, session: chromium().session(sessionId), firstUrl };
}
