import type { ItemId } from './item.ts';
import type { Problem } from './problem.ts';
import type { User } from './user.ts';

/**
 * Work that takes tokens back, shown before anything is sent.
 * `undo`: a token that was just issued. `replace`: the old token of somebody who gets a new one. `reassign`: a token that
 * somebody else still has in the tenant, and that lies on the bench. `swap`: two people have each other's token.
 */
export type PlanKind = 'undo' | 'replace' | 'reassign' | 'swap';

export type PlanReason = 'wrongPerson' | 'wrongToken' | 'notNeeded' | 'lost' | 'broken' | 'returned' | 'swapped';

/** `proposed`: nothing has been sent. `stopped`: a person decides whether it goes on. */
export type PlanStage = 'proposed' | 'running' | 'stopped';

export type PlanView = {
  readonly kind: PlanKind;
  readonly reason: PlanReason;
  readonly stage: PlanStage;
  /** The calls to Graph, in the order in which they are sent; never two at a time. */
  readonly steps: readonly PlanStepView[];
  /** What waits for a code in the queue once all calls are done. */
  readonly afterwards: readonly AfterwardsView[];
};

/** Taking one token back from one person. */
export type PlanStepView = {
  readonly user: PlanPerson;
  readonly serialNumber: string;
  readonly state: PlanStepState;
};

/** Somebody whose tokens a plan is about; `displayName` is what is known of them. */
export type PlanPerson = { readonly id: string; readonly displayName: string };

export type PlanStepState =
  | { readonly kind: 'open' }
  /** The intent is in the journal; the DELETE may be under way. */
  | { readonly kind: 'sending' }
  /** Graph did not act and said when to ask again. */
  | { readonly kind: 'waiting'; readonly untilMs: number; readonly problem: Problem }
  /** Whether Graph acted is read off the person's tokens at `nextReadAtMs`. `problem`: why it is not known; `null`: it said yes. */
  | {
      readonly kind: 'confirming';
      readonly nextReadAtMs: number;
      readonly problem: Problem | null;
      readonly readProblem: Problem | null;
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped'; readonly problem: Problem };

/** The token of this row is then handed over to this person; `user` is `null` where one has to be chosen. */
export type AfterwardsView = { readonly itemId: ItemId; readonly serialNumber: string; readonly user: User | null };
