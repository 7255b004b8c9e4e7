import type { SeedFileView, SoughtTokens } from '../../electron/contract/seed-file.ts';
import type { InventoryView } from '../../electron/contract/inventory.ts';
import { text } from '../i18n.ts';
import { driftWords } from '../seeds/drift-words.ts';
import { comparedSentence } from '../seeds/inventory-words.ts';
import type { DeskStore } from '../store.ts';

/** Says once that seeds are in memory or gone from it, and what each code that was typed to find a token came to. */
export function hearSeeds(store: DeskStore, say: (text: string, urgent?: boolean) => void): () => void {
  return store.subscribe(({ snapshot }, { snapshot: shown }) => {
    if (!snapshot || !shown || snapshot === shown) return;
    if (fileKey(snapshot.seeds) !== fileKey(shown.seeds)) say(fileSentence(snapshot.seeds));
    const sought = snapshot.seeds?.sought ?? null;
    const inventory = inventorySentence(snapshot.inventory, shown.inventory);
    if (inventory) say(inventory);
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

/** What became of a dry run, of a code and of creating; what is under way is on the screen. */
function inventorySentence(now: InventoryView | null, before: InventoryView | null): string | null {
  if (!now || !before) return null;
  if (now.isProved && !before.isProved) return text.t('said.inventory.proved');
  if (now.wantsNextCode && !before.wantsNextCode) return text.t('said.inventory.next');
  if (now.stage === before.stage || now.stage === 'reading' || now.stage === 'sending') return null;
  return text.t(`said.inventory.${now.stage}`, { words: comparedSentence(text.t, now) });
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
