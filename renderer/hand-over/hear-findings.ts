import type { QueueRow } from '../../electron/contract/item.ts';
import { text } from '../i18n.ts';
import type { DeskStore } from '../store.ts';
import { findingWords } from './finding-words.ts';

/**
 * Says what was found about the open token and its person, once when it is there: the eyes are on the token. A picture
 * that only repeats it says nothing; a look that was asked for anew does. Returns the way to stop.
 */
export function hearFindings(store: DeskStore, say: (text: string, urgent: boolean) => void): () => void {
  let heard = '';
  return store.subscribe(({ snapshot }, previous) => {
    if (!snapshot || snapshot === previous.snapshot) return;
    const row = snapshot.open;
    if (!row?.preFlight || row.preFlight.isReading) {
      // What is read anew is heard anew.
      heard = '';
      return;
    }
    // A code under way changes nothing of what was found.
    if (row.state.kind !== 'needsCode') return;
    const found = { id: row.id, user: row.user?.id, findings: row.preFlight.findings };
    const key = JSON.stringify(found);
    if (key === heard) return;
    heard = key;
    if (found.findings.length > 0)
      say(
        sentenceOf(row),
        found.findings.some(({ weight }) => weight === 'stops'),
      );
  });
}

function sentenceOf(row: QueueRow): string {
  const sentences = row.preFlight?.findings.map((finding) =>
    text.t('preFlight.said', {
      weight: text.t(`preFlight.weight.${finding.weight}`),
      ...findingWords(text.t, finding, row),
    }),
  );
  return (sentences ?? []).join(' ');
}
