import type { Session } from '../../electron/contract/snapshot.ts';
import { text } from '../i18n.ts';
import { problemTexts } from '../problem/problem-text.ts';
import type { DeskStore } from '../store.ts';

/** Says once what the sign-in wants from people, whatever they are doing. Returns the way to stop. */
export function hearSession(store: DeskStore, say: (text: string, urgent: boolean) => void): () => void {
  let heard: string | null = null;
  return store.subscribe(({ snapshot }, previous) => {
    if (!snapshot || snapshot === previous.snapshot) return;
    const sentence = sentenceOf(snapshot.session);
    if (sentence !== null && sentence !== heard) say(sentence, false);
    heard = sentence;
  });
}

function sentenceOf(session: Session): string | null {
  if (session.kind === 'out' && session.problem?.code === 'idle-locked') {
    const { title, next } = problemTexts['idle-locked'];
    return `${title}. ${next}`;
  }
  if (session.kind !== 'signingIn' || !session.prompt) return null;
  const { verificationUrl, userCode } = session.prompt;
  // Blanks, so that it is spelled and not read as a word.
  return text.t('said.deviceCode', { address: verificationUrl, code: userCode.split('').join(' ') });
}
