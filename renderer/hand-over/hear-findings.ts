import type { QueueRow } from '../../electron/contract/item.ts';
import type { PreFlightView } from '../../electron/contract/pre-flight.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { text } from '../i18n.ts';
import { frontOf, type DeskStore } from '../store.ts';
import { findingWords } from './finding-words.ts';

/**
 * Says what was found about the open token and its person, once when it is there: the eyes are on the token. A picture
 * that only repeats it says nothing; a look that was asked for anew does. Returns the way to stop.
 */
export function hearFindings(store: DeskStore, say: (text: string, urgent: boolean) => void): () => void {
  let heard = '';
  return store.subscribe(({ snapshot }, previous) => {
    if (!snapshot || snapshot === previous.snapshot) return;
    const { row, userId, preFlight } = servedIn(snapshot);
    if (!preFlight || preFlight.isReading) {
      // What is read anew is heard anew.
      heard = '';
      return;
    }
    // A code under way changes nothing of what was found.
    if (row && row.state.kind !== 'needsCode') return;
    const { findings } = preFlight;
    const key = JSON.stringify({ id: row?.id, userId, findings });
    if (key === heard) return;
    heard = key;
    if (findings.length > 0)
      say(
        sentenceOf(preFlight, row),
        findings.some(({ weight }) => weight === 'stops'),
      );
  });
}

type Served = {
  readonly row: QueueRow | null;
  readonly userId: string | null;
  readonly preFlight: PreFlightView | null;
};

/** The token in hand and its person, or whoever stands there without one. */
function servedIn(snapshot: Snapshot): Served {
  const row = snapshot.open;
  if (row) return { row, userId: row.user?.id ?? null, preFlight: row.preFlight };
  const visit = frontOf(snapshot)?.visit;
  return { row, userId: visit?.user.id ?? null, preFlight: visit?.preFlight ?? null };
}

function sentenceOf({ findings }: PreFlightView, row: QueueRow | null): string {
  const sentences = findings.map((finding) =>
    text.t('preFlight.said', {
      weight: text.t(`preFlight.weight.${finding.weight}`),
      ...findingWords(text.t, finding, row),
    }),
  );
  return sentences.join(' ');
}
