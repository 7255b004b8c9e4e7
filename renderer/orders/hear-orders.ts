import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { OrderDraftView } from '../../electron/contract/work-order.ts';
import { text } from '../i18n.ts';
import { frontOf, type DeskStore } from '../store.ts';
import { servedWords } from './draft-words.ts';
import { personWords } from './order-words.ts';

/** Chosen: four sentences on the way through fifty thousand people; more would talk over the work. */
const PARTS = 4;

/** Says how a list comes along, which order is worked on, and who is next. Returns the way to stop. */
export function hearOrders(store: DeskStore, say: (text: string, urgent?: boolean) => void): () => void {
  return store.subscribe(({ snapshot }, { snapshot: shown }) => {
    if (!snapshot || !shown || snapshot === shown) return;
    const sentences = [
      draftSentence(shown.orders.draft, snapshot.orders.draft),
      openedSentence(shown, snapshot),
      taskSentence(shown, snapshot),
      nextSentence(shown, snapshot),
    ];
    for (const sentence of sentences) if (sentence !== null) say(sentence);
  });
}

function draftSentence(shown: OrderDraftView | null, now: OrderDraftView | null): string | null {
  if (now === null || partOf(now) === (shown && partOf(shown))) return null;
  const { stage, fileName, checkedCount, counts } = now;
  if (stage === 'reading') return text.t('orders.said.reading', { name: fileName });
  if (stage === 'ready') return readySentence(now);
  if (shown?.stage !== 'checking') return text.t('orders.said.checking', { count: counts.all });
  return text.t('orders.said.part', { done: checkedCount, all: counts.all });
}

/** Changes exactly when there is something to say. */
function partOf({ fileName, stage, checkedCount, counts }: OrderDraftView): string {
  if (stage === 'ready') return `${fileName} ${counts.usable} ${counts.doubtful} ${counts.unusable}`;
  const part = stage === 'checking' ? Math.floor((PARTS * checkedCount) / Math.max(1, counts.all)) : 0;
  return `${fileName} ${stage} ${Math.min(part, PARTS - 1)}`;
}

function readySentence({ counts }: OrderDraftView): string {
  const { doubtful, unusable } = counts;
  return [
    `${servedWords(text.t, counts)}.`,
    doubtful > 0 && text.t('orders.draft.doubtful', { count: doubtful }),
    unusable > 0 && text.t('orders.draft.leftOut', { count: unusable }),
  ]
    .filter(Boolean)
    .join(' ');
}

function openedSentence({ orders: shown }: Snapshot, { orders }: Snapshot): string | null {
  const [newest] = orders.orders;
  if (!newest || newest.orderId <= (shown.orders[0]?.orderId ?? 0)) return null;
  return text.t('orders.said.opened', { name: newest.name });
}

/** Which order the front place works on, where that has changed. */
function taskSentence(shown: Snapshot, now: Snapshot): string | null {
  const [before, after] = [frontOf(shown), frontOf(now)];
  if (before?.laneId !== after?.laneId || before?.order?.orderId === after?.order?.orderId) return null;
  if (after?.order) return text.t('orders.said.taken', { name: after.order.name });
  return before?.order ? text.t('orders.said.left', { name: before.order.name }) : null;
}

/** Who is next, once nothing lies in the front place: not while another's code is asked for. */
function nextSentence(shown: Snapshot, now: Snapshot): string | null {
  const key = nextKey(now);
  if (key === null || key === nextKey(shown)) return null;
  const next = frontOf(now)?.order?.next;
  const heardSeq = shown.notices.at(-1)?.seq ?? 0;
  const isSaid = now.notices.some(({ seq, kind }) => seq > heardSeq && kind === 'lineChosen');
  if (!next || isSaid) return null;
  return text.t('orders.said.next', { name: personWords(next.user.displayName, next.requestNumber) });
}

function nextKey(snapshot: Snapshot): string | null {
  const front = frontOf(snapshot);
  if (!front?.order?.next || front.open || front.visit) return null;
  return `${front.laneId} ${front.order.orderId} ${front.order.next.line}`;
}
