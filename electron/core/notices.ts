import type { Notice, NoticeKind } from '../contract/snapshot.ts';
import type { Problem } from '../contract/problem.ts';
import type { ReaderKey } from '../contract/reader.ts';
import { readerName } from './reader-name.ts';
import type { Item, State } from './state.ts';

/** Chosen: more than one burst of scans between two pictures, so that none goes unsaid. */
const KEPT = 40;

type NoticeParts = {
  readonly item?: Item;
  readonly text?: string;
  /** Left out: whoever the item is for. */
  readonly userName?: string;
  readonly problem?: Problem | null;
  /** Left out: that of the item's lane. */
  readonly readerKey?: ReaderKey;
};

/** Says that something happened. The window sounds and announces each notice once, by its sequence number. */
export function notify(state: State, atMs: number, kind: NoticeKind, parts: NoticeParts = {}): State {
  const { item, problem = null } = parts;
  const notice: Notice = {
    seq: state.nextNoticeSeq,
    atMs,
    kind,
    itemId: item?.id ?? null,
    text: parts.text ?? item?.serialNumber ?? '',
    userName: parts.userName ?? item?.user?.displayName ?? null,
    readerName: readerName(state, parts.readerKey ?? item?.laneId ?? null),
    problem,
  };
  return {
    ...state,
    notices: [...state.notices.slice(1 - KEPT), notice],
    nextNoticeSeq: state.nextNoticeSeq + 1,
  };
}
