import type { PlanView } from '../contract/plan.ts';
import type { State } from './state.ts';

/** The plan as the window shows it. A kiosk shows nothing of other people. */
export function toPlan({ plan, items, kiosk }: State): PlanView | null {
  if (!plan || kiosk) return null;
  const { kind, reason, stage } = plan;
  return {
    kind,
    reason,
    stage,
    steps: plan.steps.map(({ user, serialNumber, state }) => ({ user, serialNumber, state })),
    afterwards: plan.afterwards.flatMap(({ itemId, user }) => {
      const item = items.get(itemId);
      return item ? [{ itemId, serialNumber: item.serialNumber, user }] : [];
    }),
  };
}
