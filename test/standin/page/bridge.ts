// One end of the context bridge. The two worlds of a page share no JavaScript objects, only DOM events, and a dispatched
// event runs its listeners at once: so a call is an event out and its answer an event back before dispatchEvent returns.
import { decode, decodeList, encode } from './codec.ts';
import type { AnyFunction } from './codec.ts';

declare const window: EventTarget;

type BridgeMessage =
  | { readonly kind: 'call'; readonly functionId: number; readonly args: string }
  | { readonly kind: 'expose'; readonly key: string; readonly api: string }
  | { readonly kind: 'return' | 'throw'; readonly value: string }
  | { readonly kind: 'settle'; readonly promiseId: number; readonly rejected: boolean; readonly value: string };

interface Settle {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

export interface Bridge {
  /** Puts an API on the other world's window; throws if the name is taken. */
  expose(key: string, api: unknown): void;
}

/** The bridge's end that sends events named `outgoing` and hears those named `incoming`. */
export function createBridge(
  outgoing: string,
  incoming: string,
  onExpose: (key: string, api: unknown) => void,
): Bridge {
  // Taken now, because the page may replace them later.
  const Message = CustomEvent;
  const dispatch = EventTarget.prototype.dispatchEvent.bind(window);
  const functions = new Map<number, AnyFunction>();
  const functionIds = new WeakMap<AnyFunction, number>();
  const promises = new Map<number, Settle>();
  let lastId = 0;
  let answer: BridgeMessage | undefined;

  const send = (message: BridgeMessage): void => {
    dispatch(new Message(outgoing, { detail: JSON.stringify(message) }));
  };
  const ask = (message: BridgeMessage): unknown => {
    // A call may run another call inside it, so the answer of the outer one is put aside.
    const outer = answer;
    answer = undefined;
    send(message);
    // send() has set it, if the other world is there; the compiler cannot see that.
    const received = answer as BridgeMessage | undefined;
    answer = outer;
    if (received?.kind === 'return') return decode(received.value, incomingHooks);
    if (received?.kind === 'throw') throw decode(received.value);
    throw new Error('the context bridge of this document is gone');
  };
  const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

  const outgoingHooks = {
    numberOfFunction(value: AnyFunction): number {
      const known = functionIds.get(value);
      if (known !== undefined) return known;
      functionIds.set(value, ++lastId);
      functions.set(lastId, value);
      return lastId;
    },
    numberOfPromise(promise: Promise<unknown>): number {
      const promiseId = ++lastId;
      const settle = (rejected: boolean, outcome: unknown): void => {
        try {
          send({ kind: 'settle', promiseId, rejected, value: encode(outcome, outgoingHooks) });
        } catch (error) {
          send({ kind: 'settle', promiseId, rejected: true, value: encode(asError(error)) });
        }
      };
      promise.then(
        (value) => settle(false, value),
        (reason: unknown) => settle(true, reason),
      );
      return promiseId;
    },
  };
  const incomingHooks = {
    functionOfNumber:
      (functionId: number): AnyFunction =>
      (...args) =>
        ask({ kind: 'call', functionId, args: encode(args, outgoingHooks) }),
    promiseOfNumber: (id: number): Promise<unknown> =>
      new Promise((resolve, reject) => {
        promises.set(id, { resolve, reject });
      }),
  };
  const reply = (run: () => unknown): void => {
    let message: BridgeMessage;
    try {
      message = { kind: 'return', value: encode(run(), outgoingHooks) };
    } catch (error) {
      message = { kind: 'throw', value: encode(asError(error)) };
    }
    send(message);
  };

  const receive = (message: BridgeMessage): void => {
    switch (message.kind) {
      case 'call':
        reply(() => functions.get(message.functionId)?.(...decodeList(message.args, incomingHooks)));
        break;
      case 'expose':
        reply(() => onExpose(message.key, decode(message.api, incomingHooks)));
        break;
      case 'return':
      case 'throw':
        answer = message;
        break;
      case 'settle': {
        const waiting = promises.get(message.promiseId);
        promises.delete(message.promiseId);
        const value = decode(message.value, incomingHooks);
        if (message.rejected) waiting?.reject(value);
        else waiting?.resolve(value);
      }
    }
  };

  window.addEventListener(incoming, (event) => {
    event.stopImmediatePropagation();
    if (event instanceof Message && typeof event.detail === 'string') receive(JSON.parse(event.detail));
  });
  return {
    expose(key, api) {
      ask({ kind: 'expose', key, api: encode(api, outgoingHooks) });
    },
  };
}
