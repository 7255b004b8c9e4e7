import type { PlanRequest } from './plan-draft.ts';
import type { PlanDraft } from './plan.ts';
import { assertNever } from './unreachable.ts';

/** The request that leads to this plan once more, as long as nothing has changed; `null`: it is none of ours. */
export function requestOf({ kind, reason, steps, afterwards }: PlanDraft): PlanRequest | null {
  const [takeBack] = steps;
  const [first, second] = afterwards;
  if (!takeBack || !first) return null;
  const { itemId } = first;
  switch (kind) {
    case 'undo':
      return { kind: 'planUndo', itemId, reason };
    case 'replace':
      return { kind: 'planReplace', itemId, methodId: takeBack.methodId, reason };
    case 'reassign':
      return { kind: 'planReassign', itemId };
    case 'swap':
      return second ? { kind: 'planSwap', itemId, otherItemId: second.itemId } : null;
    default:
      return assertNever(kind);
  }
}

/** The same calls about the same people, and the same persons afterwards. */
export function isSamePlan(one: PlanDraft, other: PlanDraft): boolean {
  return JSON.stringify(idsOf(one)) === JSON.stringify(idsOf(other));
}

function idsOf({ kind, reason, steps, afterwards }: PlanDraft): unknown {
  return [
    kind,
    reason,
    steps.map(({ user, serialNumber, methodId }) => [user.id, serialNumber, methodId]),
    afterwards.map(({ itemId, user }) => [itemId, user?.id]),
  ];
}
