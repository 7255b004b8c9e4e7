import { useTranslation } from 'react-i18next';
import { ProgressBar } from 'react-aria-components';
import type { InventoryView } from '../../electron/contract/inventory.ts';
import { useDesk } from '../desk.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { Button } from '../ui/button.tsx';
import { InventoryStep } from './inventory-step.tsx';
import { comparedSentence } from './inventory-words.ts';

type InventoryCheckProps = { readonly inventory: InventoryView | null };

/** The first step: the tenant's inventory is read and compared. */
export function InventoryCheck({ inventory }: InventoryCheckProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const title = t('seeds.inventory.check.title');
  const stage = inventory?.stage ?? null;
  const isAgain = stage !== null && stage !== 'reading';
  const wantsAgain = stage === 'done' || stage === 'stopped' || (stage === 'ready' && inventory?.problem !== null);
  const check = (): void => void send('inventory', { kind: 'checkInventory' });

  if (stage === 'reading' && inventory) {
    const words = t('seeds.inventory.check.soFar', { count: inventory.doneCount });
    return (
      <InventoryStep title={title} state="now">
        <ProgressBar className="inventory-progress" aria-label={title} isIndeterminate valueLabel={words}>
          <div className="working-line" aria-hidden="true" />
          <span>{words}</span>
        </ProgressBar>
        <Button onPress={() => void send('inventory', { kind: 'leaveInventory' })}>
          {t('seeds.inventory.check.cancel')}
        </Button>
      </InventoryStep>
    );
  }
  return (
    <InventoryStep title={title} state={isAgain && !wantsAgain ? 'done' : 'now'}>
      <p>{inventory && hasRows(inventory) ? comparedSentence(t, inventory) : t('seeds.inventory.check.say')}</p>
      {stage === 'ready' && inventory?.problem && <ProblemNote problem={inventory.problem} tone="care" />}
      {stage !== 'sending' && (
        <Button kind={isAgain && !wantsAgain ? 'plain' : 'main'} onPress={check}>
          {t(isAgain ? 'seeds.inventory.check.again' : 'seeds.inventory.check.start')}
        </Button>
      )}
    </InventoryStep>
  );
}

function hasRows({ counts }: InventoryView): boolean {
  return Object.values(counts).some((count) => count > 0);
}
