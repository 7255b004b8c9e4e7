import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { text } from '../i18n.ts';
import { askFor, doubtfulRight, missingRight } from '../rights/rights.ts';
import type { DeskStore } from '../store.ts';

/** Says once that the work cannot be done with this sign-in, or perhaps not, and what it takes. Returns the way to stop. */
export function hearRights(store: DeskStore, say: (text: string, urgent: boolean) => void): () => void {
  let heard: string | null = null;
  return store.subscribe(({ snapshot }, previous) => {
    if (!snapshot || snapshot === previous.snapshot) return;
    const sentence = sentenceOf(snapshot);
    if (sentence !== null && sentence !== heard) say(sentence, false);
    heard = sentence;
  });
}

function sentenceOf(snapshot: Snapshot): string | null {
  const view = missingRight(snapshot);
  if (view && snapshot.kiosk) return `${text.t('rights.banner.titleSelf')}. ${text.t('kiosk.rightsNext')}`;
  if (!view) return doubtfulRight(snapshot) && `${text.t('rights.banner.doubt')}. ${text.t('rights.banner.doubtNext')}`;
  const missing = view.missing.length === 0 ? '' : `${text.t('rights.missingOf', { what: view.missing.join(', ') })}. `;
  return `${text.t('rights.banner.title')}. ${missing}${text.t(`rights.banner.ask.${askFor(view)}`)}`;
}
