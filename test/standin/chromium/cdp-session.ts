// One conversation over CDP: with the browser itself, or with one page.
import { EventEmitter } from 'node:events';
import type { CdpEvent, CdpMethod, CdpParams, CdpPayload, CdpResult } from './cdp-types.ts';

/** Carries a command for a session; the connection implements it. */
export type SendCommand = <M extends CdpMethod>(
  session: CdpSession,
  method: M,
  params: CdpParams<M> | undefined,
) => Promise<CdpResult<M>>;

export class CdpSession {
  readonly id: string | undefined;
  /** True once the page of this session is closed: then every command is refused. */
  isGone = false;
  private readonly sendCommand: SendCommand;
  private readonly emitter = new EventEmitter().setMaxListeners(0);

  constructor(sendCommand: SendCommand, id?: string) {
    this.sendCommand = sendCommand;
    this.id = id;
  }

  send<M extends CdpMethod>(method: M, params?: CdpParams<M>): Promise<CdpResult<M>> {
    return this.sendCommand(this, method, params);
  }
  /** Sends a command whose target may vanish while it is under way: its outcome does not matter. */
  post<M extends CdpMethod>(method: M, params?: CdpParams<M>): void {
    this.send(method, params).catch(() => undefined);
  }

  on<E extends CdpEvent>(event: E, listener: (payload: CdpPayload<E>) => void): void {
    this.emitter.on(event, listener);
  }
  off<E extends CdpEvent>(event: E, listener: (payload: CdpPayload<E>) => void): void {
    this.emitter.off(event, listener);
  }
  onGone(listener: () => void): void {
    this.emitter.on('gone', listener);
  }

  /** For the connection: hands an event of Chromium to the listeners. */
  receive(event: string, payload: unknown): void {
    this.emitter.emit(event, payload);
  }
  /** For the connection: the page is closed. */
  end(): void {
    this.isGone = true;
    this.emitter.emit('gone');
  }
}
