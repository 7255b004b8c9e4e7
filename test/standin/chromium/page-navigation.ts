// Where a page wants to go: told to the app before Chromium goes there, so that the app can refuse.
import { fromChromium, hasAppScheme, toChromium } from './app-scheme.ts';
import type { CdpSession } from './cdp-session.ts';

export interface NavigationPolicy {
  /** False keeps the page where it is. */
  mayNavigate(url: string): boolean;
  /** The page wants another window; it will not get one. */
  onWindowWanted(url: string, disposition: 'foreground-tab' | 'background-tab' | 'new-window'): void;
}

export interface NavigationWatch {
  /** True if this request for a document is one that the app refuses. */
  isRefused(url: string): boolean;
}

// These Chromium requests as documents, where they can be refused. On any other scheme it goes nowhere by itself.
const REQUESTED_AS_DOCUMENT = /^(https?|data|blob|about|javascript):/;

const withoutHash = (url: string): string => url.split('#')[0] ?? '';

/** Watches what links, forms and scripts of the page start; what the app starts itself is not asked about. */
export function watchNavigation(
  session: CdpSession,
  isMainFrame: (frameId: string) => boolean,
  policy: NavigationPolicy,
): NavigationWatch {
  let wanted = '';
  session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition === 'newTab') policy.onWindowWanted(fromChromium(url), 'background-tab');
    else if (disposition === 'newWindow') policy.onWindowWanted(fromChromium(url), 'new-window');
    else if (!isMainFrame(frameId)) return;
    else if (REQUESTED_AS_DOCUMENT.test(url)) wanted = fromChromium(url);
    else if (policy.mayNavigate(url) && hasAppScheme(url)) session.post('Page.navigate', { url: toChromium(url) });
  });
  session.on('Page.windowOpen', ({ url }) => policy.onWindowWanted(fromChromium(url), 'foreground-tab'));
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId === undefined) wanted = '';
  });
  return {
    isRefused(url) {
      if (wanted === '' || withoutHash(wanted) !== withoutHash(url)) return false;
      const asked = wanted;
      wanted = '';
      return !policy.mayNavigate(asked);
    },
  };
}
