import type { ItemId } from '../contract/item.ts';
import type { PlanKind, PlanPerson, PlanReason, PlanStage, PlanStepState } from '../contract/plan.ts';
import type { User } from '../contract/user.ts';

/** Taking one token back from one person: one DELETE, and the reads that prove it. */
export type PlanStep = TakeBack & {
  readonly state: PlanStepState;
  /** Counts the intents to DELETE, so that each has an effect key of its own. */
  readonly attempts: number;
  /** How often in a row Graph has put this call off. */
  readonly postponements: number;
  /** How often in a row the answer was lost and the person still had the token. */
  readonly losses: number;
  /** A call may have left, and nothing has shown yet what became of it. */
  readonly isUnsure: boolean;
  readonly reads: number;
  readonly readFailures: number;
};

export type TakeBack = { readonly user: PlanPerson; readonly serialNumber: string; readonly methodId: string };

/** What the queue hands over once everything is taken back; `user` is `null` where a person has to be chosen. */
export type Afterwards = { readonly itemId: ItemId; readonly user: User | null };

/** A plan as it is shown and as the journal keeps it: all that it will do. */
export type PlanDraft = {
  readonly kind: PlanKind;
  readonly reason: PlanReason;
  readonly steps: readonly TakeBack[];
  readonly afterwards: readonly Afterwards[];
};

export type Plan = Omit<PlanDraft, 'steps'> & { readonly stage: PlanStage; readonly steps: readonly PlanStep[] };

/** A plan of which nothing has been done yet. */
export function toNewPlan(draft: PlanDraft, stage: PlanStage): Plan {
  const steps = draft.steps.map((takeBack) => ({
    ...takeBack,
    state: { kind: 'open' } as const,
    attempts: 0,
    postponements: 0,
    losses: 0,
    isUnsure: false,
    reads: 0,
    readFailures: 0,
  }));
  return { ...draft, stage, steps };
}

/** The step that is worked on, or -1: all are done. Never two at a time. */
export function currentIndex({ steps }: Plan): number {
  return steps.findIndex(({ state }) => state.kind !== 'done');
}
