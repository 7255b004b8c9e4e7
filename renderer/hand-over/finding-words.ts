import type { TFunction } from 'i18next';
import type { Finding, FindingWeight } from '../../electron/contract/pre-flight.ts';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { PlanView } from '../../electron/contract/plan.ts';
import type { IconName } from '../ui/icon-paths.ts';
import type { Tone } from '../ui/tone.ts';

export const FINDING_SIGNS: Readonly<Record<FindingWeight, { readonly icon: IconName; readonly tone: Tone }>> = {
  stops: { icon: 'stop', tone: 'stop' },
  warns: { icon: 'warning', tone: 'care' },
  tells: { icon: 'info', tone: 'plain' },
};

/** What was found, and what to do next: one or two short sentences. `row`: `null`: no token was scanned yet. */
export function findingWords(
  t: TFunction,
  { kind, name }: Finding,
  row: Pick<QueueRow, 'can'> | null,
): { title: string; next: string } {
  const next = t(`preFlight.finding.${kind}.next`);
  switch (kind) {
    case 'adminTarget': {
      const title = t(`preFlight.finding.adminTarget.${name ? 'title' : 'titleUnnamed'}`, { name });
      return { title, next };
    }
    case 'assignedToAnother':
      return { title: t(`preFlight.finding.assignedToAnother.${name ? 'title' : 'titleUnnamed'}`, { name }), next };
    case 'fiveMethods':
      if (!row)
        return {
          title: t('preFlight.finding.fiveMethods.title'),
          next: t('preFlight.finding.fiveMethods.nextVisit'),
        };
      return {
        title: t('preFlight.finding.fiveMethods.title'),
        next: row.can.includes('replace') ? next : t('preFlight.finding.fiveMethods.nextElsewhere'),
      };
    case 'guest':
    case 'accountDisabled':
    case 'legacyTwin':
    case 'assignedToThem':
    case 'notInInventory':
    case 'sixtySeconds':
      return { title: t(`preFlight.finding.${kind}.title`), next };
  }
}

/** It has to be seen first who the person is. What no code gets past is graver. */
export function isIdDue({ needsIdCheck, preFlight }: QueueRow): boolean {
  return needsIdCheck && !preFlight?.findings.some(({ weight }) => weight === 'stops');
}

/** Whether a code is asked for, and what keeps it from being asked for. */
export type CodeStanding =
  | { readonly kind: 'asked' }
  /** What no code gets past. */
  | { readonly kind: 'held'; readonly finding: Finding }
  /** A plan that has begun has a hold of the token. */
  | { readonly kind: 'planned' }
  | { readonly kind: 'closed' };

export function codeStanding({ can, preFlight }: QueueRow, plan: PlanView | null): CodeStanding {
  if (can.includes('enterCode')) return { kind: 'asked' };
  if (can.length === 0 && plan && plan.stage !== 'proposed') return { kind: 'planned' };
  const finding = preFlight?.findings.find(({ weight }) => weight === 'stops');
  return finding ? { kind: 'held', finding } : { kind: 'closed' };
}
