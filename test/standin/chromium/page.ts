// One page in Chromium, as a window sees it: no word of Electron's API in here.
import { EventEmitter } from 'node:events';
import { hostState } from '../host/host-state.ts';
import type { FromPreload, ToPreload } from '../page/messages.ts';
import { toChromium } from './app-scheme.ts';
import { browserSession } from './chromium-process.ts';
import { isHeaded } from './chromium-switches.ts';
import type { CdpParams } from './cdp-types.ts';
import { injectedScripts } from './injected-scripts.ts';
import { LoadError } from './load-error.ts';
import { watchNavigation } from './page-navigation.ts';
import type { NavigationPolicy } from './page-navigation.ts';
import { chooseIntercepted, interceptRequests } from './page-requests.ts';
import type { PageAnswer, PageRequest } from './page-requests.ts';
import { sizePage } from './page-size.ts';
import type { Bounds } from './page-size.ts';
import { openPreloadChannel } from './preload-channel.ts';
import type { Deliver, PreloadChannel } from './preload-channel.ts';
import { ShownDocument } from './shown-document.ts';
import { openTarget } from './targets.ts';
import type { Target } from './targets.ts';

export interface PageSettings {
  readonly preload: string | undefined;
  readonly additionalArguments: readonly string[];
  bounds: Bounds;
  isDark: boolean;
  interceptsEverything: boolean;
  readonly runsScripts: boolean;
}

/** What the page must ask its owner about. */
export interface PagePolicy extends NavigationPolicy {
  respond(request: PageRequest): Promise<PageAnswer>;
}

interface PageEvents {
  message: [message: FromPreload, deliver: Deliver];
  gone: [];
}

export class Page extends EventEmitter<PageEvents> {
  readonly shown = new ShownDocument();
  targetId = '';
  isGone = false;
  // As the owner wants them: a page is still opening when the first changes come.
  private readonly settings: PageSettings;
  private readonly opened: Promise<Target>;
  private target: Target | undefined;
  private channel: PreloadChannel | undefined;

  constructor(settings: PageSettings, policy: PagePolicy) {
    super();
    this.setMaxListeners(0);
    this.settings = settings;
    this.opened = this.open(policy);
    this.opened.catch((error: unknown) => {
      if (!this.isGone && !hostState.isExiting) throw error;
    });
  }

  async load(url: string): Promise<void> {
    const { session } = await this.opened;
    const ended = new Promise<'loaded' | 'gone'>((resolve) => {
      this.shown.once('loaded', () => resolve('loaded'));
      this.once('gone', () => resolve('gone'));
    });
    this.shown.isLoading = true;
    const { errorText } = await session.send('Page.navigate', { url: toChromium(url) });
    if (errorText === undefined && (await ended) === 'loaded') return;
    this.shown.isLoading = false;
    throw new LoadError(errorText ?? 'net::ERR_ABORTED', url);
  }

  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const { session } = await this.opened;
    const options = { userGesture, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails: thrown } = await session.send('Runtime.evaluate', { expression, ...options });
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
    return result.value;
  }
  async capture(area: Bounds | undefined): Promise<Buffer> {
    const { session } = await this.opened;
    const { data } = await session.send('Page.captureScreenshot', area ? { clip: { ...area, scale: 1 } } : {});
    return Buffer.from(data, 'base64');
  }
  async printToPdf(options: CdpParams<'Page.printToPDF'>): Promise<Buffer> {
    const { session } = await this.opened;
    const { data } = await session.send('Page.printToPDF', options);
    return Buffer.from(data, 'base64');
  }

  deliver(message: ToPreload): void {
    this.channel?.deliver(message);
  }
  reload(ignoreCache: boolean): void {
    this.target?.session.post('Page.reload', { ignoreCache });
  }
  stop(): void {
    this.target?.session.post('Page.stopLoading');
  }
  setBounds(bounds: Bounds): void {
    this.settings.bounds = bounds;
    void this.applySize().catch(() => undefined);
  }
  setDark(isDark: boolean): void {
    this.settings.isDark = isDark;
    this.applyTheme();
  }
  interceptEverything(everything: boolean): void {
    this.settings.interceptsEverything = everything;
    void this.applyInterception().catch(() => undefined);
  }
  crash(): void {
    this.target?.session.post('Page.crash');
  }
  close(): void {
    if (this.isGone) return;
    this.isGone = true;
    if (this.target) browserSession().post('Target.closeTarget', { targetId: this.target.targetId });
    this.emit('gone');
  }

  private async open(policy: PagePolicy): Promise<Target> {
    const { bounds, preload, additionalArguments, runsScripts } = this.settings;
    const target = await openTarget(bounds.width, bounds.height);
    const { session } = target;
    this.target = target;
    this.targetId = target.targetId;
    session.onGone(() => this.close());
    this.askPolicy(target, policy);
    this.applyTheme();
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Inspector.enable'),
      ...injectedScripts(preload, additionalArguments).map((script) =>
        session.send('Page.addScriptToEvaluateOnNewDocument', script),
      ),
      this.applyInterception(),
      runsScripts ? undefined : session.send('Emulation.setScriptExecutionDisabled', { value: true }),
      // A window on a display can be measured only once its page runs.
      isHeaded() ? undefined : this.applySize(),
      this.shown.follow(target),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
    if (isHeaded()) await this.applySize();
    if (this.isGone) browserSession().post('Target.closeTarget', { targetId: target.targetId });
    return target;
  }

  private askPolicy({ session }: Target, policy: PagePolicy): void {
    const isMainFrame = (frameId: string): boolean => this.shown.isMainFrame(frameId);
    const navigation = watchNavigation(session, isMainFrame, policy);
    interceptRequests(session, async (request, { resourceType, frameId }) => {
      const isMainDocument = resourceType === 'Document' && isMainFrame(frameId);
      if (isMainDocument && navigation.isRefused(request.url)) return { kind: 'fail', reason: 'Aborted' };
      return policy.respond(request);
    });
    this.channel = openPreloadChannel(session, isMainFrame, (...message) => this.emit('message', ...message));
  }

  private async applySize(): Promise<void> {
    if (this.target) await sizePage(this.target, this.settings.bounds);
  }
  private async applyInterception(): Promise<void> {
    if (this.target) await chooseIntercepted(this.target.session, this.settings.interceptsEverything);
  }
  private applyTheme(): void {
    const features = [{ name: 'prefers-color-scheme', value: this.settings.isDark ? 'dark' : 'light' }];
    this.target?.session.post('Emulation.setEmulatedMedia', { features });
  }
}
