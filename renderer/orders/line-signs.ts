import type { OrderLineState } from '../../electron/contract/work-order.ts';
import type { IconName } from '../ui/icon-paths.ts';
import type { Tone } from '../ui/tone.ts';

type LineSign = { readonly icon: IconName; readonly tone: Tone; readonly isFilled: boolean };

/** How the state of a line looks, in the signs of the queue. */
export const LINE_SIGNS: Readonly<Record<OrderLineState, LineSign>> = {
  open: { icon: 'barcode', tone: 'plain', isFilled: false },
  held: { icon: 'token', tone: 'plain', isFilled: false },
  stopped: { icon: 'stop', tone: 'stop', isFilled: true },
  skipped: { icon: 'park', tone: 'care', isFilled: false },
  done: { icon: 'tick', tone: 'done', isFilled: false },
};
