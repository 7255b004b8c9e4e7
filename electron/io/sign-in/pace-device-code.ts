import { AuthError, ServerError, type INetworkModule, type NetworkResponse } from '@azure/msal-node';
import type { ClockPort } from '../../core/ports.ts';

/** Source: RFC 8628 §3.2 and §3.5: the wait where none is told, and what `slow_down` adds to it. */
const INTERVAL_MS = 5_000;
/** Chosen: a line that comes back is noticed within a minute. Source: RFC 8628 §3.5 for waiting longer each time. */
const LONGEST_INTERVAL_MS = 60_000;

export type PacedNetwork = {
  readonly network: INetworkModule;
  /** No poll leaves from now on. Everything else still does. */
  readonly stop: () => void;
};

/**
 * MSAL's network for signing in with a device code: MSAL asks once, and gets the answer that settles it.
 * Observed: @azure/msal-node 7.2.3 sleeps on a timer of its own, takes `slow_down` and a lost answer for the end, polls
 * without any wait where no interval is told, and goes on polling with nothing when it was refused a code.
 */
export function paceDeviceCode(network: INetworkModule, clock: ClockPort): PacedNetwork {
  let isStopped = false;
  let intervalMs = INTERVAL_MS;
  let wake = (): void => {};

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const disarm = clock.at(clock.nowMs() + intervalMs, resolve);
      wake = () => {
        disarm();
        resolve();
      };
    });
  }

  async function poll<T>(ask: () => Promise<NetworkResponse<T>>): Promise<NetworkResponse<T>> {
    for (;;) {
      if (!isStopped) await pause();
      if (isStopped) throw new AuthError('user_cancelled', '');
      const answer = await ask().catch(waitLonger);
      if (answer === null) continue;
      const word = wordOf(answer.body, 'error');
      if (word === 'slow_down') intervalMs += INTERVAL_MS;
      else if (word !== 'authorization_pending') return settle(answer);
    }
  }

  /** A line that was cut, or a service that is busy: the person is still at the other device. */
  function waitLonger(): null {
    intervalMs = Math.min(Math.max(intervalMs, LONGEST_INTERVAL_MS), intervalMs * 2);
    return null;
  }

  async function begin<T>(ask: () => Promise<NetworkResponse<T>>): Promise<NetworkResponse<T>> {
    const answer = settle(await ask());
    const seconds = fieldOf(answer.body, 'interval');
    if (typeof seconds === 'number' && seconds > 0) intervalMs = seconds * 1_000;
    return answer;
  }

  return {
    network: {
      sendGetRequestAsync: (url, options, timeout) => network.sendGetRequestAsync(url, options, timeout),
      sendPostRequestAsync: <T>(url: string, options: Parameters<INetworkModule['sendPostRequestAsync']>[1]) => {
        const ask = () => network.sendPostRequestAsync<T>(url, options);
        const asked = new URLSearchParams(options?.body);
        if (asked.has('device_code')) return poll(ask);
        return asked.has('grant_type') ? ask() : begin(ask);
      },
    },
    stop: () => {
      isStopped = true;
      wake();
    },
  };
}

/** MSAL would not keep the words of a refusal. */
function settle<T>(answer: NetworkResponse<T>): NetworkResponse<T> {
  const { body } = answer;
  const error = wordOf(body, 'error');
  if (error === '') return answer;
  throw new ServerError(
    error,
    wordOf(body, 'correlation_id'),
    wordOf(body, 'error_description'),
    wordOf(body, 'suberror'),
  );
}

function wordOf(body: unknown, name: string): string {
  const value = fieldOf(body, name);
  return typeof value === 'string' ? value : '';
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.entries(body).find(([key]) => key === name)?.[1]
    : undefined;
}
