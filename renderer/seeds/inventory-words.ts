import type { TFunction } from 'i18next';
import type { InventoryRowState, InventoryView } from '../../electron/contract/inventory.ts';
import en from '../text/en.json' with { type: 'json' };

/** A state without words does not compile here. */
export const rowStateTexts: Readonly<Record<InventoryRowState, string>> = en.seeds.inventory.state;

const ROW_STATES = ['new', 'created', 'there', 'twice', 'refused', 'unsure'] as const satisfies InventoryRowState[];

/** What the rows have come to, without what there is none of: "482 are new. 18 are there already." */
export function comparedSentence(t: TFunction, { counts, stage }: InventoryView): string {
  const words = ROW_STATES.filter((state) => counts[state] > 0).map((state) =>
    t(`seeds.inventory.count.${state}`, { count: counts[state] }),
  );
  if (stage === 'ready') words.push(t('seeds.inventory.check.nothingSent'));
  return words.join(' ');
}
