import { onTestFinished } from 'vitest';
import type { SignInPort } from '../../../electron/core/ports.ts';
import { createMsalSignIn, type MsalSignInOptions } from '../../../electron/io/sign-in/msal-sign-in.ts';
import { createHandClock, type HandClock } from '../../fakes/hand-clock.ts';
import { CLIENT_ID, TENANT_ID } from '../../fakes/loopback-authority-directory.ts';
import { serveAuthority, type LoopbackAuthority } from '../../fakes/loopback-authority.ts';

export type Desk = {
  readonly authority: LoopbackAuthority;
  readonly signIn: SignInPort;
  readonly hand: HandClock;
  /** The addresses that the browser was sent to. */
  readonly opened: readonly string[];
  /** Resolves with the address of the next browser window. */
  readonly nextWindow: () => Promise<string>;
};

export type DeskOptions = Partial<MsalSignInOptions> & {
  readonly browse?: (url: string) => Promise<unknown>;
  /** The desk of before: the app was started again. */
  readonly after?: Pick<Desk, 'authority' | 'hand'>;
};

export const SCOPES = ['https://graph.microsoft.com/User.Read', 'https://graph.microsoft.com/User.ReadBasic.All'];

/** MSAL renews a token that has less than five minutes left. */
export const NEARLY_EXPIRED_SECONDS = 60;

/** The real MSAL over real HTTP on loopback. Without `browse`, the person at the browser approves at once. */
export async function setUpDesk(options: DeskOptions = {}): Promise<Desk> {
  const hand = options.after?.hand ?? createHandClock();
  const authority = options.after?.authority ?? (await serveAuthority(hand.clock.nowMs));
  onTestFinished(() => authority.close());
  const opened: string[] = [];
  let waiting: ((url: string) => void)[] = [];
  const { browse = authority.browse, after: _after, ...more } = options;
  const signIn = createMsalSignIn({
    tenantId: TENANT_ID,
    clientId: CLIENT_ID,
    scopes: () => SCOPES,
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

/** The access token, or why there is none. */
export async function tokenOf({ signIn }: Pick<Desk, 'signIn'>, challenge: string | null = null): Promise<string> {
  const token = await signIn.accessToken(challenge);
  return token.ok ? token.value.reveal() : `refused: ${token.problem.code}`;
}

/** Lets what is under way go on until this holds. Nothing sleeps: the event loop only turns. */
export async function turnUntil(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

/** Lets what could go on, if nothing holds it up, do so. */
export async function turnALot(): Promise<void> {
  let turns = 0;
  await turnUntil(() => (turns += 1) > 200);
}

/** Something that is opened by hand. */
export function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
