import type { Notice, NoticeKind, Snapshot } from '../../electron/contract/snapshot.ts';
import { text } from '../i18n.ts';
import type { SoundName } from '../sounds.ts';
import { hasManyLanes, laneName } from '../lanes/lanes.ts';
import { frontOf, type DeskStore } from '../store.ts';
import { shownTokens } from '../problem/of-seeds.ts';
import { problemWords } from '../problem/problem-text.ts';

/** Said at once, even into another sentence: what needs a person now. */
const URGENT: ReadonlySet<NoticeKind> = new Set([
  'scanRefused',
  'codeRejected',
  'stopped',
  'planStopped',
  'paperFailed',
  'readerGone',
  'readerTroubled',
  'storageFailing',
]);

/** What a person at a kiosk is told as it happens; the steps of the visit are said by themselves. */
const SAID_AT_A_KIOSK: ReadonlySet<NoticeKind> = new Set([
  'scanTested',
  'scanRefused',
  'scanDuplicate',
  'readerGone',
  'readerReady',
  'readerTroubled',
  'storageFailing',
  'storageSafe',
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
    if (moved && !snapshot.kiosk) say(moved, false);
    const newest = snapshot.notices.at(-1)?.seq ?? 0;
    const after = heardSeq ?? newest;
    heardSeq = Math.max(after, newest);
    for (const notice of snapshot.notices) {
      if (notice.seq <= after) continue;
      play(notice.kind);
      if (snapshot.kiosk && !isSaidAtKiosk(notice, snapshot)) continue;
      say(sentenceOf(notice, snapshot), URGENT.has(notice.kind));
    }
  });
}

function isSaidAtKiosk({ kind, itemId }: Notice, { open }: Snapshot): boolean {
  // The token on screen was held to the reader once more.
  if (kind === 'scanDuplicate' && itemId === open?.id) return false;
  return SAID_AT_A_KIOSK.has(kind);
}

/** Names the reader where there are several, except where the sentence is about a reader. */
function sentenceOf(notice: Notice, snapshot: Snapshot): string {
  const { kind, text: serial, userName, readerName, problem } = notice;
  const isKiosk = snapshot.kiosk !== null;
  if (isKiosk && kind === 'scanDuplicate') return `${text.t('kiosk.twice.title')}. ${text.t('kiosk.twice.next')}`;
  const what = text.t(`said.${kind}`, { serial, name: userName ?? '' }).trim();
  const isFrom = hasManyLanes(snapshot) && readerName !== '' && !kind.startsWith('reader');
  const said = isFrom ? text.t('said.from', { reader: readerName, what }) : what;
  if (!problem) return said;
  const { title, next } = problemWords(problem.code, isKiosk);
  const shown = shownTokens(problem);
  return `${said} ${shown.length === 0 ? title : `${title}: ${shown.join(', ')}`}. ${next}`;
}

/** Where the hands work from now on, said where another reader's place has come to the front. */
function frontSentence(before: Snapshot | null, now: Snapshot): string | null {
  const front = frontOf(now);
  if (!before || !front || !hasManyLanes(now) || frontOf(before)?.laneId === front.laneId) return null;
  const waiting = front.visit ? text.t('lane.visit', { name: front.visit.user.displayName }) : text.t('lane.scan');
  const state = front.open ? text.t(`state.${front.open.state.kind}`) : waiting;
  return text.t('said.lane', { name: laneName(text.t, front), state });
}
