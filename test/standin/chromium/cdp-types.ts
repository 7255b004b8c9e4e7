// The Chrome DevTools Protocol as Playwright's own types describe it: commands, their answers and events, by name.
import type { CDPSession } from 'playwright';

declare const session: CDPSession;

export type CdpMethod = Parameters<CDPSession['send']>[0];
export type CdpParams<M extends CdpMethod> = NonNullable<Parameters<typeof session.send<M>>[1]>;
export type CdpResult<M extends CdpMethod> = Awaited<ReturnType<typeof session.send<M>>>;

/** The events that the stand-in listens to. */
export type CdpEvent =
  | 'Fetch.requestPaused'
  | 'Inspector.targetCrashed'
  | 'Page.domContentEventFired'
  | 'Page.frameNavigated'
  | 'Page.frameRequestedNavigation'
  | 'Page.frameStartedNavigating'
  | 'Page.loadEventFired'
  | 'Page.navigatedWithinDocument'
  | 'Page.windowOpen'
  | 'Runtime.bindingCalled'
  | 'Runtime.consoleAPICalled'
  | 'Runtime.executionContextCreated'
  | 'Runtime.executionContextDestroyed'
  | 'Runtime.executionContextsCleared'
  | 'Target.attachedToTarget'
  | 'Target.detachedFromTarget';
export type CdpPayload<E extends CdpEvent> = Parameters<Parameters<typeof session.addListener<E>>[1]>[0];
