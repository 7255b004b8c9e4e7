// The line between the host and the preload's world of one page.
import { DELIVER, POST, PRELOAD_WORLD } from '../page/messages.ts';
import type { FromPreload, ToPreload } from '../page/messages.ts';
import type { CdpSession } from './cdp-session.ts';

/** Sends a message to the document that the page shows at the time of the call; a document that is gone hears nothing. */
export type Deliver = (message: ToPreload) => void;

export interface PreloadChannel {
  readonly deliver: Deliver;
}

/** Hears what the preload's world posts; `deliver` answers the very document that posted. */
export function openPreloadChannel(
  session: CdpSession,
  isMainFrame: (frameId: string) => boolean,
  onMessage: (message: FromPreload, deliver: Deliver) => void,
): PreloadChannel {
  // The context of the document that is shown; undefined while there is none.
  let current: string | undefined;
  const deliverTo = (context: string | undefined, message: ToPreload): void => {
    if (context === undefined) return;
    const expression = `${DELIVER}(${JSON.stringify(message)})`;
    session.post('Runtime.evaluate', { expression, uniqueContextId: context });
  };
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const about: { readonly frameId?: string } = context.auxData ?? {};
    if (context.name === PRELOAD_WORLD && isMainFrame(about.frameId ?? '')) current = context.uniqueId;
  });
  session.on('Runtime.executionContextDestroyed', (gone) => {
    if (gone.executionContextUniqueId === current) current = undefined;
  });
  session.on('Runtime.executionContextsCleared', () => {
    current = undefined;
  });
  session.on('Runtime.bindingCalled', (call) => {
    if (call.name !== POST) return;
    const sender = current;
    onMessage(JSON.parse(call.payload), (message) => deliverTo(sender, message));
  });
  session.post('Runtime.addBinding', { name: POST, executionContextName: PRELOAD_WORLD });
  return { deliver: (message) => deliverTo(current, message) };
}
