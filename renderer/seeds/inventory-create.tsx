import { useTranslation } from 'react-i18next';
import { ProgressBar } from 'react-aria-components';
import type { InventoryView } from '../../electron/contract/inventory.ts';
import { useDesk } from '../desk.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { Button } from '../ui/button.tsx';
import { FilledBar } from '../ui/filled-bar.tsx';
import { InventoryStep } from './inventory-step.tsx';

type InventoryCreateProps = { readonly inventory: InventoryView | null };

/** The third step, and the only one that changes something in the tenant. */
export function InventoryCreate({ inventory }: InventoryCreateProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const title = t('seeds.inventory.create.title');
  if (!inventory || inventory.stage === 'reading') {
    return (
      <InventoryStep title={title} state="later">
        <p>{t('seeds.inventory.create.later')}</p>
      </InventoryStep>
    );
  }
  const { stage, problem, counts, isProved } = inventory;
  const leave = (): void => void send('inventory', { kind: 'leaveInventory' });
  switch (stage) {
    case 'sending': {
      const done = counts.created + counts.refused + counts.unsure;
      const all = done + counts.new;
      const words = t('seeds.inventory.create.soFar', { done, all });
      return (
        <InventoryStep title={title} state="now">
          <ProgressBar
            className="inventory-progress"
            aria-label={title}
            value={done}
            maxValue={Math.max(1, all)}
            valueLabel={words}
          >
            <FilledBar doneCount={done} allCount={all} />
            <span>{words}</span>
          </ProgressBar>
          <Button onPress={leave}>{t('seeds.inventory.create.stop')}</Button>
        </InventoryStep>
      );
    }
    case 'stopped':
      return (
        <InventoryStep title={title} state="now">
          {problem && <ProblemNote problem={problem} tone="care" more={t('seeds.inventory.create.goOn')} />}
          <Button onPress={leave}>{t('seeds.inventory.create.close')}</Button>
        </InventoryStep>
      );
    case 'done':
      return (
        <InventoryStep title={title} state="done">
          <p>
            {t('seeds.inventory.create.done', { count: counts.created })}{' '}
            {counts.refused > 0 && t('seeds.inventory.create.lookAt')}
          </p>
          <Button onPress={leave}>{t('seeds.inventory.create.close')}</Button>
        </InventoryStep>
      );
    case 'ready':
      return (
        <InventoryStep title={title} state={isProved && counts.new > 0 && !problem ? 'now' : 'later'}>
          <p>{t(counts.new === 0 ? 'seeds.inventory.create.none' : 'seeds.inventory.create.say')}</p>
          {counts.new > 0 && (
            <Button
              kind="main"
              isDisabled={!isProved || problem !== null}
              onPress={() => void send('inventory', { kind: 'importInventory' })}
            >
              {t('seeds.inventory.create.start', { count: counts.new })}
            </Button>
          )}
        </InventoryStep>
      );
  }
}
