import type { Notice, NoticeKind } from '../../electron/contract/snapshot.ts';
import { text } from '../i18n.ts';
import type { SoundName } from '../sounds.ts';
import type { DeskStore } from '../store.ts';
import { problemTexts } from '../problem/problem-text.ts';

/** Said at once, even into another sentence: what needs a person now. */
const URGENT: ReadonlySet<NoticeKind> = new Set([
  'scanRefused',
  'codeRejected',
  'stopped',
  'readerGone',
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
    const newest = snapshot.notices.at(-1)?.seq ?? 0;
    const after = heardSeq ?? newest;
    heardSeq = Math.max(after, newest);
    for (const notice of snapshot.notices) {
      if (notice.seq <= after) continue;
      play(notice.kind);
      say(sentenceOf(notice), URGENT.has(notice.kind));
    }
  });
}

function sentenceOf({ kind, text: serial, userName, problem }: Notice): string {
  const said = text.t(`said.${kind}`, { serial, name: userName ?? '' });
  if (!problem) return said;
  const { title, next } = problemTexts[problem.code];
  return `${said} ${title}. ${next}`;
}
