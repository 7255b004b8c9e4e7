import type { Result } from '../../../electron/contract/result.ts';
import type { DeviceCodePrompt } from '../../../electron/contract/snapshot.ts';
import type { Operator } from '../../../electron/contract/user.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import type { TokenTrouble } from '../../fakes/loopback-authority-trouble.ts';
import { serveAuthority } from '../../fakes/loopback-authority.ts';
import { setUpDesk, turnUntil, type Desk, type DeskOptions } from './desk.ts';

export type OtherDevice = Desk & {
  readonly prompts: readonly DeviceCodePrompt[];
  readonly signedIn: Promise<Result<Operator>>;
  /** Resolves once the station waits this long until it asks again. */
  readonly untilPause: (seconds: number) => Promise<void>;
  /** Lets that pause pass; resolves when the question has arrived. */
  readonly pass: (seconds: number) => Promise<void>;
};

/** A desk whose operator has just asked for a code. */
export async function askForCode(
  options: DeskOptions & { readonly before?: (desk: Desk) => void } = {},
): Promise<OtherDevice> {
  const hand = createHandClock();
  const waits: number[] = [];
  const clock: typeof hand.clock = {
    ...hand.clock,
    at: (atMs, run) => {
      waits.push(atMs - hand.clock.nowMs());
      return hand.clock.at(atMs, run);
    },
  };
  const { before, ...more } = options;
  const desk = await setUpDesk({ after: { hand, authority: await serveAuthority(hand.clock.nowMs) }, clock, ...more });
  before?.(desk);
  const prompts: DeviceCodePrompt[] = [];
  const signedIn = desk.signIn.signInElsewhere((prompt) => prompts.push(prompt));
  async function untilPause(seconds: number): Promise<void> {
    await turnUntil(() => waits.at(-1) === seconds * 1_000);
  }
  async function pass(seconds: number): Promise<void> {
    await untilPause(seconds);
    const arrived = desk.authority.nextTokenRequest();
    hand.moveBy(seconds * 1_000);
    await arrived;
  }
  return { ...desk, hand, prompts, signedIn, untilPause, pass };
}

/** An endpoint that refuses. */
export function refusing(status: number, body: object): TokenTrouble {
  return { kind: 'error', status, body };
}
