import type { TFunction } from 'i18next';
import type { LineFault, OrderDraftLine } from '../../electron/contract/work-order.ts';
import { problemTexts } from '../problem/problem-text.ts';
import type { IconName } from '../ui/icon-paths.ts';
import type { Tone } from '../ui/tone.ts';

/** How a line stands before the order is started. */
export type DraftStanding = 'notYet' | 'usable' | 'lookAt' | 'unusable';

type StandingSign = { readonly icon: IconName; readonly tone: Tone; readonly isFilled: boolean };

export const STANDING_SIGNS: Readonly<Record<DraftStanding, StandingSign>> = {
  notYet: { icon: 'hourglass', tone: 'plain', isFilled: false },
  usable: { icon: 'tick', tone: 'done', isFilled: false },
  lookAt: { icon: 'warning', tone: 'care', isFilled: false },
  unusable: { icon: 'stop', tone: 'stop', isFilled: true },
};

/** `isReady`: all have been looked up. Until then, whoever has not been found may only not have been looked for. */
export function draftStanding({ isUsable, faults, user }: OrderDraftLine, isReady: boolean): DraftStanding {
  if (!isReady && user === null && !faults.some(leavesOut)) return 'notYet';
  if (!isUsable) return 'unusable';
  return faults.length > 0 ? 'lookAt' : 'usable';
}

/** What is to be said of a line, in one sentence. `person`: as it is written there. */
export function faultWords(t: TFunction, fault: LineFault, person: string): string {
  switch (fault.kind) {
    case 'personTwice':
      return t('orders.fault.personTwice', { line: fault.firstLine });
    case 'zerosMaybeLost':
      return t('orders.fault.zerosMaybeLost', { suggestion: fault.suggestion, person });
    case 'inOtherOrder':
      return t('orders.fault.inOtherOrder', { name: fault.orderName });
    case 'notLookedUp':
      return t('orders.fault.notLookedUp', { why: problemTexts[fault.problem.code].title });
    case 'personMissing':
    case 'rounded':
    case 'formula':
    case 'unknownPerson':
    case 'twoPeople':
    case 'guest':
    case 'accountDisabled':
      return t(`orders.fault.${fault.kind}`);
  }
}

/** Whether a line is left out for it; else it is only to be looked at. */
export function leavesOut({ kind }: LineFault): boolean {
  switch (kind) {
    case 'personMissing':
    case 'personTwice':
    case 'rounded':
    case 'unknownPerson':
    case 'twoPeople':
    case 'guest':
    case 'notLookedUp':
      return true;
    case 'zerosMaybeLost':
    case 'formula':
    case 'accountDisabled':
    case 'inOtherOrder':
      return false;
  }
}
