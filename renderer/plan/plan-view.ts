import type { ItemId, QueueRow } from '../../electron/contract/item.ts';
import type { PlanView } from '../../electron/contract/plan.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { View } from '../store.ts';

/** The question that comes before a plan. Nothing is sent while it is asked. `row`: as it stood when it was asked for. */
export type Planning = { readonly kind: 'undo' | 'replace' | 'swap'; readonly row: QueueRow };

/** What this window knows of plans by itself. */
export type PlanParts = {
  readonly planning: Planning | null;
  /** The plan is put aside: one line at the foot of the hand-over stands for it. It is never out of sight. */
  readonly isPlanAside: boolean;
  /** The row in the queue that asked for it: the focus goes back there when it is left. */
  readonly planFrom: ItemId | null;
};

/** What lies over the hand-over. */
export type Cover =
  { readonly kind: 'plan'; readonly plan: PlanView } | { readonly kind: 'planning'; readonly planning: Planning };

/** A plan comes before a question: there is never more than one piece of such work. */
export function coverOf(plan: PlanView | null, { planning, isPlanAside }: Omit<PlanParts, 'planFrom'>): Cover | null {
  if (plan) return isPlanAside ? null : { kind: 'plan', plan };
  return planning ? { kind: 'planning', planning } : null;
}

/** A question is over when its plan is there, and one about the open token when another is open. */
export function planViewAfter(shown: Snapshot | null, snapshot: Snapshot, view: View): Partial<View> | null {
  const had = shown?.plan ?? null;
  if ((had === null) !== (snapshot.plan === null)) {
    const { plan: _plan, ...refusals } = view.refusals;
    return { planning: null, isPlanAside: false, refusals };
  }
  const isOpenGone = view.planning?.kind === 'replace' && snapshot.open?.id !== view.planning.row.id;
  return isOpenGone ? { planning: null } : null;
}

/** Whether an issued token, or one that is active already, can be taken back at this moment. */
export function isUndoable({ can, undoUntilMs }: QueueRow, nowMs: number): boolean {
  return can.includes('undo') && (undoUntilMs === null || nowMs < undoUntilMs);
}

/** The row as it stands in the picture, wherever in it; the station may show another page of the queue meanwhile. */
export function findRow({ open, lanes, queue }: Snapshot, itemId: ItemId): QueueRow | null {
  const inHand = [open, ...lanes.map((lane) => lane.open)];
  return [...inHand, ...queue.rows].find((row) => row?.id === itemId) ?? null;
}
