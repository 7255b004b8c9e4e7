import type { SeedFileView, SoughtTokens } from '../../electron/contract/seed-file.ts';
import { text } from '../i18n.ts';
import { driftWords } from '../seeds/drift-words.ts';
import type { DeskStore } from '../store.ts';

/** Says once that seeds are in memory or gone from it, and what each code that was typed to find a token came to. */
export function hearSeeds(store: DeskStore, say: (text: string, urgent?: boolean) => void): () => void {
  return store.subscribe(({ snapshot }, { snapshot: shown }) => {
    if (!snapshot || !shown || snapshot === shown) return;
    if (fileKey(snapshot.seeds) !== fileKey(shown.seeds)) say(fileSentence(snapshot.seeds));
    const sought = snapshot.seeds?.sought ?? null;
    if (sought && soughtKey(sought) !== soughtKey(shown.seeds?.sought ?? null)) say(soughtSentence(sought));
  });
}

function fileKey(seeds: SeedFileView | null): string | null {
  return seeds && `${seeds.tokenCount} ${seeds.faults.length} ${seeds.fileName}`;
}

function fileSentence(seeds: SeedFileView | null): string {
  if (!seeds) return text.t('said.seedsGone');
  const { tokenCount, fileName, faults } = seeds;
  const read = text.t('said.seedsRead', { count: tokenCount, name: fileName });
  return faults.length === 0 ? read : `${read} ${text.t('seeds.faults.title', { count: faults.length })}.`;
}

function soughtKey(sought: SoughtTokens | null): string | null {
  return sought && [sought.codeCount, ...sought.matches.map(({ serialNumber }) => serialNumber)].join(' ');
}

function soughtSentence({ codeCount, matches }: SoughtTokens): string {
  const [first] = matches;
  if (!first) return `${text.t('seeds.seek.none', { count: codeCount })}. ${text.t('seeds.seek.noneNext')}`;
  if (matches.length > 1)
    return `${text.t('seeds.seek.several', { count: matches.length })}. ${text.t('seeds.seek.say.same')}.`;
  const { serialNumber, drift } = first;
  return `${text.t('seeds.seek.one', { count: codeCount })}: ${serialNumber}. ${driftWords(text.t, drift)}.`;
}
