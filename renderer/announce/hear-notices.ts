import type { Notice, NoticeKind, Snapshot } from '../../electron/contract/snapshot.ts';
import { text } from '../i18n.ts';
import type { SoundName } from '../sounds.ts';
import { hasManyLanes, laneName } from '../lanes/lanes.ts';
import { frontOf, type DeskStore } from '../store.ts';
import { problemTexts } from '../problem/problem-text.ts';

/** Said at once, even into another sentence: what needs a person now. */
const URGENT: ReadonlySet<NoticeKind> = new Set([
  'scanRefused',
  'codeRejected',
  'stopped',
  'readerGone',
  'readerTroubled',
  'storageFailing',
]);

/**
 * Sounds and says each notice once, by its sequence number. What happened before this window was there is not repeated.
 * Returns the way to stop.
 */
export function hearNotices(
  store: DeskStore,
  play: (sound: SoundName) => void,
  say: (text: string, urgent: boolean) => void,
): () => void {
  let heardSeq: number | null = null;
  return store.subscribe(({ snapshot }, previous) => {
    if (!snapshot || snapshot === previous.snapshot) return;
    const moved = frontSentence(previous.snapshot, snapshot);
    if (moved) say(moved, false);
    const newest = snapshot.notices.at(-1)?.seq ?? 0;
    const after = heardSeq ?? newest;
    heardSeq = Math.max(after, newest);
    for (const notice of snapshot.notices) {
      if (notice.seq <= after) continue;
      play(notice.kind);
      say(sentenceOf(notice, hasManyLanes(snapshot)), URGENT.has(notice.kind));
    }
  });
}

/** Names the reader where there are several, except where the sentence is about a reader. */
function sentenceOf({ kind, text: serial, userName, readerName, problem }: Notice, isNamed: boolean): string {
  const what = text.t(`said.${kind}`, { serial, name: userName ?? '' }).trim();
  const isFrom = isNamed && readerName !== '' && !kind.startsWith('reader');
  const said = isFrom ? text.t('said.from', { reader: readerName, what }) : what;
  if (!problem) return said;
  const { title, next } = problemTexts[problem.code];
  return `${said} ${title}. ${next}`;
}

/** Where the hands work from now on, said where another reader's place has come to the front. */
function frontSentence(before: Snapshot | null, now: Snapshot): string | null {
  const front = frontOf(now);
  if (!before || !front || !hasManyLanes(now) || frontOf(before)?.laneId === front.laneId) return null;
  const state = front.open ? text.t(`state.${front.open.state.kind}`) : text.t('lane.scan');
  return text.t('said.lane', { name: laneName(text.t, front), state });
}
