import type { Event } from '../core/event.ts';
import type { KioskEffect } from '../core/kiosk-effects.ts';
import type { GraphPort } from '../core/graph-port.ts';
import type { ClockPort, SignInPort } from '../core/ports.ts';
import type { State } from '../core/state.ts';
import { assertNever } from '../core/unreachable.ts';

export type KioskPorts = {
  readonly graph: Pick<GraphPort, 'readMe'>;
  readonly clock: ClockPort;
  readonly signIn: Pick<SignInPort, 'signInAgain' | 'signOut' | 'signedInAtMs'>;
};

/** Does one thing of a visit at a kiosk and tells what became of it. */
export async function runKioskEffect(effect: KioskEffect, state: State, ports: KioskPorts): Promise<Event> {
  const { clock, signIn } = ports;
  switch (effect.kind) {
    case 'readSelf':
      return readSelf(effect.visit, ports);
    case 'wantFreshSignIn':
      return { kind: 'freshSignInWanted', atMs: clock.nowMs() };
    case 'signInAgain':
      return signInAgain(ports);
    case 'endVisit':
      await signIn.signOut();
      return { kind: 'signedOut', atMs: clock.nowMs(), problem: state.kiosk?.endsWith ?? null };
    case 'chooseSelf':
      return { kind: 'userChosen', atMs: clock.nowMs(), itemId: effect.itemId, user: effect.user };
    case 'leaveItem':
      return { kind: 'itemLeft', atMs: clock.nowMs(), itemId: effect.itemId };
    case 'clearItem':
      return { kind: 'itemRemoved', atMs: clock.nowMs(), itemId: effect.itemId };
    default:
      return assertNever(effect);
  }
}

/** What a bug of ours or of a library comes to: the visit is over. */
export function kioskCrash(effect: KioskEffect, detail: string, atMs: number): Event {
  const problem = { code: 'graph-failing', detail } as const;
  if (effect.kind === 'readSelf') return { kind: 'selfNotRead', atMs, visit: effect.visit, problem };
  return { kind: 'signedOut', atMs, problem };
}

async function readSelf(visit: number, { graph, clock }: KioskPorts): Promise<Event> {
  const read = await graph.readMe();
  const atMs = clock.nowMs();
  if (read.kind === 'failed') return { kind: 'selfNotRead', atMs, visit, problem: read.problem };
  return { kind: 'selfRead', atMs, visit, person: read.value };
}

/** Whoever calls it off, or is somebody else, ends the visit: no browser is opened once more by itself. */
async function signInAgain({ signIn, clock }: KioskPorts): Promise<Event> {
  const again = await signIn.signInAgain();
  if (again.ok) {
    return { kind: 'signedIn', atMs: clock.nowMs(), ...again.value, signedInAtMs: signIn.signedInAtMs() };
  }
  await signIn.signOut();
  return { kind: 'signedOut', atMs: clock.nowMs(), problem: again.problem };
}
