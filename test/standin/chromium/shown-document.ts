// What a page shows: which document, and how far it has come.
import { EventEmitter } from 'node:events';
import { TELL_TITLE, TITLE_WORLD } from '../page/messages.ts';
import { fromChromium } from './app-scheme.ts';
import type { CdpPayload } from './cdp-types.ts';
import type { Target } from './targets.ts';

export interface DocumentEvents {
  'started loading': [];
  navigated: [url: string];
  'navigated in page': [url: string];
  'dom ready': [];
  loaded: [];
  titled: [title: string];
  console: [line: CdpPayload<'Runtime.consoleAPICalled'>];
  crashed: [];
}

export class ShownDocument extends EventEmitter<DocumentEvents> {
  url = '';
  title = '';
  isLoading = false;
  isCrashed = false;
  private frameId = '';
  // The empty document in which a page opens is none of the app's.
  private isEmpty = true;

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  isMainFrame(frameId: string): boolean {
    return frameId === this.frameId;
  }

  /** Listens to a page that still waits for its debugger. */
  async follow({ session, firstUrl }: Target): Promise<void> {
    this.followNavigation({ session, firstUrl });
    session.on('Page.domContentEventFired', () => {
      if (!this.isEmpty) this.emit('dom ready');
    });
    session.on('Page.loadEventFired', () => {
      if (this.isEmpty) return;
      this.isLoading = false;
      this.emit('loaded');
    });
    session.on('Runtime.bindingCalled', ({ name, payload: title }) => {
      if (name !== TELL_TITLE || title === '') return;
      this.title = title;
      this.emit('titled', title);
    });
    session.on('Runtime.consoleAPICalled', (line) => this.emit('console', line));
    session.on('Inspector.targetCrashed', () => {
      this.isCrashed = true;
      this.emit('crashed');
    });
    session.post('Runtime.addBinding', { name: TELL_TITLE, executionContextName: TITLE_WORLD });
    const { frameTree } = await session.send('Page.getFrameTree');
    this.frameId = frameTree.frame.id;
  }

  private followNavigation({ session, firstUrl }: Pick<Target, 'session' | 'firstUrl'>): void {
    session.on('Page.frameStartedNavigating', ({ frameId, navigationType }) => {
      if (!this.isMainFrame(frameId) || navigationType === 'sameDocument') return;
      this.isLoading = true;
      this.emit('started loading');
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      const url = frame.url + (frame.urlFragment ?? '');
      if (frame.parentId !== undefined || url === firstUrl) return;
      this.frameId = frame.id;
      this.isEmpty = false;
      this.isCrashed = false;
      this.url = fromChromium(url);
      this.emit('navigated', this.url);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (!this.isMainFrame(frameId)) return;
      this.url = fromChromium(url);
      this.emit('navigated in page', this.url);
    });
  }
}
