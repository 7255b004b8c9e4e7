// A Chrome DevTools Protocol client over Chromium's pipe: JSON messages that end with NUL.
import type { Readable, Writable } from 'node:stream';
import { CdpSession } from './cdp-session.ts';
import type { CdpMethod, CdpParams, CdpResult } from './cdp-types.ts';

interface Incoming {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly session: CdpSession;
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export class CdpConnection {
  readonly browser = new CdpSession((...command) => this.send(...command));
  private readonly output: Writable;
  private readonly onClose: () => void;
  private readonly sessions = new Map<string, CdpSession>();
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private isClosed = false;

  constructor(output: Writable, input: Readable, onClose: () => void) {
    this.output = output;
    this.onClose = onClose;
    let unread = '';
    input.setEncoding('utf8');
    input.on('data', (text: string) => {
      const messages = (unread + text).split('\0');
      unread = messages.pop() ?? '';
      for (const message of messages) this.receive(JSON.parse(message));
    });
    input.on('close', () => this.close());
    output.on('error', () => this.close());
  }

  /** The session of a page that Chromium has announced with Target.attachedToTarget. */
  session(id: string): CdpSession {
    const session = this.sessions.get(id);
    if (!session) throw new Error(`electron stand-in: Chromium announced no session ${id}`);
    return session;
  }

  private send<M extends CdpMethod>(
    session: CdpSession,
    method: M,
    params: CdpParams<M> | undefined,
  ): Promise<CdpResult<M>> {
    if (this.isClosed || session.isGone) return Promise.reject(new Error(`Chromium or the page is gone (${method})`));
    return new Promise<CdpResult<M>>((resolve, reject) => {
      const id = ++this.lastId;
      this.waiting.set(id, { session, method, resolve, reject });
      this.output.write(`${JSON.stringify({ id, method, params, sessionId: session.id })}\0`);
    });
  }

  private receive(message: Incoming): void {
    if (message.id !== undefined) this.settle(message.id, message);
    else if (message.method !== undefined) this.dispatch(message.method, message);
  }

  private settle(id: number, message: Incoming): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }

  private dispatch(event: string, message: Incoming): void {
    const subject = message.params?.sessionId;
    if (event === 'Target.attachedToTarget' && subject !== undefined) {
      this.sessions.set(subject, new CdpSession((...command) => this.send(...command), subject));
    }
    const session = message.sessionId === undefined ? this.browser : this.sessions.get(message.sessionId);
    session?.receive(event, message.params);
    if (event === 'Target.detachedFromTarget' && subject !== undefined) this.endSession(subject);
  }

  private endSession(id: string): void {
    const session = this.sessions.get(id);
    this.sessions.delete(id);
    this.rejectAll((waiting) => waiting.session === session, 'the page is gone');
    session?.end();
  }

  private close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.rejectAll(() => true, 'Chromium is gone');
    this.onClose();
  }

  private rejectAll(fits: (waiting: Waiting) => boolean, why: string): void {
    for (const [id, waiting] of this.waiting) {
      if (!fits(waiting)) continue;
      this.waiting.delete(id);
      waiting.reject(new Error(`${why} (${waiting.method})`));
    }
  }
}
