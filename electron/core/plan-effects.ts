import { currentIndex, type PlanStep } from './plan.ts';
import type { State } from './state.ts';
import { assertNever } from './unreachable.ts';

export type PlanEffect = {
  /** `intendTakeBack` only writes the intent; the DELETE follows from the state that it leads to. */
  readonly kind: 'intendTakeBack' | 'takeBack' | 'readTakeBack';
  readonly key: string;
  /** Counts from 0. */
  readonly step: number;
};

export function isPlanEffect(effect: { readonly kind: string }): effect is PlanEffect {
  return effect.kind === 'intendTakeBack' || effect.kind === 'takeBack' || effect.kind === 'readTakeBack';
}

/** What a plan that runs is due: one thing at most. Nothing while it is only shown, has stopped, or nobody is signed in. */
export function planEffects(state: State, nowMs: number): readonly PlanEffect[] {
  const current = stepAtWork(state);
  return current && (dueAtMs(current.step) ?? nowMs) <= nowMs ? effectOf(current) : [];
}

/** When time alone makes the next one due, or `null`. */
export function planDueAtMs(state: State): number | null {
  const current = stepAtWork(state);
  return current && dueAtMs(current.step);
}

type Current = { readonly index: number; readonly step: PlanStep };

/** `null`: a plan waits rather than being refused while nobody is signed in, and tokens of others are no matter of a kiosk. */
function stepAtWork({ plan, session, kiosk }: State): Current | null {
  if (plan?.stage !== 'running' || kiosk) return null;
  if (session.kind !== 'in' && session.kind !== 'fixed') return null;
  const index = currentIndex(plan);
  const step = plan.steps[index];
  return step ? { index, step } : null;
}

function dueAtMs({ state }: PlanStep): number | null {
  if (state.kind === 'waiting') return state.untilMs;
  return state.kind === 'confirming' ? state.nextReadAtMs : null;
}

function effectOf({ index, step }: Current): readonly PlanEffect[] {
  const { state, attempts, reads, readFailures } = step;
  switch (state.kind) {
    case 'open':
    case 'waiting':
      return [{ kind: 'intendTakeBack', key: `intendTakeBack:${index}:${attempts}`, step: index }];
    case 'sending':
      return [{ kind: 'takeBack', key: `takeBack:${index}:${attempts}`, step: index }];
    case 'confirming': {
      const key = `readTakeBack:${index}:${attempts}:${reads}:${readFailures}`;
      return [{ kind: 'readTakeBack', key, step: index }];
    }
    case 'done':
    case 'stopped':
      return [];
    default:
      return assertNever(state);
  }
}
