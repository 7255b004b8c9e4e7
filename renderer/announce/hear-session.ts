import type { Session } from '../../electron/contract/snapshot.ts';
import { text } from '../i18n.ts';
import { problemTexts } from '../problem/problem-text.ts';
import { forgetSaid, type DeskStore } from '../store.ts';

/** Says once what the sign-in wants from people, whatever they are doing. Returns the way to stop. */
export function hearSession(store: DeskStore, say: (text: string, urgent: boolean) => void): () => void {
  let heard: string | null = null;
  return store.subscribe(({ snapshot }, previous) => {
    if (!snapshot || snapshot === previous.snapshot) return;
    const isKiosk = snapshot.kiosk !== null;
    const sentence = sentenceOf(snapshot.session, isKiosk);
    if (sentence !== null && sentence !== heard) {
      // The sentences before it name people, and a screen reader can go back to them.
      if (isLocked(snapshot.session)) forgetSaid(store);
      say(sentence, false);
    }
    heard = sentence;
  });
}

function isLocked(session: Session): boolean {
  return session.kind === 'out' && session.problem?.code === 'idle-locked';
}

function sentenceOf(session: Session, isKiosk: boolean): string | null {
  if (isLocked(session)) {
    const { title, next } = problemTexts['idle-locked'];
    // A kiosk begins anew with the next person.
    return isKiosk ? null : `${title}. ${next}`;
  }
  if (session.kind !== 'signingIn' || !session.prompt) return null;
  const { verificationUrl, userCode } = session.prompt;
  // Blanks, so that it is spelled and not read as a word.
  return text.t('said.deviceCode', { address: verificationUrl, code: userCode.split('').join(' ') });
}
