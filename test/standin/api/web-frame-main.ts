// The main frame of a page; frames inside it are not told apart.
import type { WebContents } from './web-contents.ts';

export class WebFrameMain {
  readonly name = '';
  readonly parent = null;
  readonly frames: readonly WebFrameMain[] = [];
  readonly routingId = 1;
  readonly processId = 1;
  readonly frameTreeNodeId = 1;
  readonly detached = false;
  private readonly contents: WebContents;

  constructor(contents: WebContents) {
    this.contents = contents;
  }

  get url(): string {
    return this.contents.getURL();
  }
  get origin(): string {
    if (!URL.canParse(this.url)) return 'null';
    const { origin, protocol, host } = new URL(this.url);
    // Node knows no origin for a scheme of the app's own; Electron does, once it is registered as a standard one.
    return origin === 'null' && host ? `${protocol}//${host}` : origin;
  }
  get top(): WebFrameMain {
    return this.contents.mainFrame;
  }
  isDestroyed(): boolean {
    return this.contents.isDestroyed();
  }
  send(channel: string, ...args: unknown[]): void {
    this.contents.send(channel, ...args);
  }
  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return this.contents.executeJavaScript(code, userGesture);
  }
}
