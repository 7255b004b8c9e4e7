import type { TFunction } from 'i18next';
import type { ItemState, QueueRow } from '../../electron/contract/item.ts';
import type { IconName } from '../ui/icon-paths.ts';
import type { Tone } from '../ui/tone.ts';

type StateSign = {
  readonly icon: IconName;
  readonly tone: Tone;
  /** Colour fills a row only when it needs a person. */
  readonly isFilled: boolean;
};

/** How a state looks, in the queue and wherever a state is named. */
export const STATE_SIGNS: Readonly<Record<ItemState['kind'], StateSign>> = {
  needsUser: { icon: 'person', tone: 'now', isFilled: true },
  needsCode: { icon: 'keypad', tone: 'now', isFilled: true },
  readyToAssign: { icon: 'send', tone: 'plain', isFilled: false },
  activating: { icon: 'send', tone: 'plain', isFilled: false },
  waiting: { icon: 'hourglass', tone: 'care', isFilled: false },
  unsure: { icon: 'question', tone: 'care', isFilled: false },
  confirming: { icon: 'eye', tone: 'plain', isFilled: false },
  activated: { icon: 'tick', tone: 'done', isFilled: false },
  assigned: { icon: 'tick', tone: 'done', isFilled: false },
  stopped: { icon: 'stop', tone: 'stop', isFilled: true },
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- STATE_SIGNS is exactly this object, written down above
export const STATE_KINDS = Object.keys(STATE_SIGNS) as readonly ItemState['kind'][];

/** Its look-up found what no code gets past. */
export function isHeldBack({ state, can, preFlight }: QueueRow): boolean {
  const isStopped = preFlight?.findings.some(({ weight }) => weight === 'stops') ?? false;
  return state.kind === 'needsCode' && isStopped && !can.includes('enterCode');
}

export function signOf(row: QueueRow): StateSign {
  return isHeldBack(row) ? STATE_SIGNS.stopped : STATE_SIGNS[row.state.kind];
}

export function stateWord(t: TFunction, row: QueueRow): string {
  return isHeldBack(row) ? t('queue.held') : t(`state.${row.state.kind}`);
}
