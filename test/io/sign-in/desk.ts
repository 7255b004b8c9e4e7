import { onTestFinished } from 'vitest';
import {
  createMsalSignIn,
  type MsalSignIn,
  type MsalSignInOptions,
} from '../../../electron/io/sign-in/msal-sign-in.ts';
import { createHandClock, type HandClock } from '../../fakes/hand-clock.ts';
import { serveAuthority, type LoopbackAuthority } from '../../fakes/loopback-authority.ts';

export type Desk = {
  readonly authority: LoopbackAuthority;
  readonly signIn: MsalSignIn;
  readonly hand: HandClock;
  /** The addresses that the browser was sent to. */
  readonly opened: readonly string[];
  /** Resolves with the address of the next browser window. */
  readonly nextWindow: () => Promise<string>;
};

export const SCOPES = ['https://graph.microsoft.com/User.Read', 'https://graph.microsoft.com/User.ReadBasic.All'];

/** The real MSAL over real HTTP on loopback. Without `browse`, the person at the browser approves at once. */
export async function setUpDesk(
  options: Partial<MsalSignInOptions> & { browse?: (url: string) => Promise<unknown> } = {},
): Promise<Desk> {
  const authority = await serveAuthority();
  onTestFinished(() => authority.close());
  const hand = createHandClock();
  const opened: string[] = [];
  let waiting: ((url: string) => void)[] = [];
  const { browse = authority.browse, ...more } = options;
  const signIn = createMsalSignIn({
    tenantId: '6f0b3c1e-5d0a-4c8e-9b53-0a1d9c7e2f44',
    clientId: '2a7c1f0e-8f6d-4d0b-a1c3-5b7e9d2f6a10',
    scopes: SCOPES,
    openBrowser: async (url) => {
      opened.push(url);
      for (const tell of waiting) tell(url);
      waiting = [];
      await browse(url);
    },
    fetch: (request) => fetch(request),
    clock: hand.clock,
    authorityMetadata: authority.metadata,
    ...more,
  });
  const nextWindow = () =>
    new Promise<string>((resolve) => {
      waiting.push(resolve);
    });
  return { authority, signIn, hand, opened, nextWindow };
}

/** The person closes the window, or walks away from it. */
export function closeWindow(): Promise<void> {
  return Promise.resolve();
}
