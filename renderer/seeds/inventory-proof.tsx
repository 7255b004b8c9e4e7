import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InventoryView } from '../../electron/contract/inventory.ts';
import { useDesk } from '../desk.ts';
import { CodeBoxes } from '../ui/code-boxes.tsx';
import { CODE_DIGITS, useCodeAdvice } from '../use-code-advice.ts';
import { InventoryStep } from './inventory-step.tsx';

type InventoryProofProps = { readonly inventory: InventoryView | null };

/** The second step: one token out of the box shows that the seeds are read rightly. The digits live in this part only. */
export function InventoryProof({ inventory }: InventoryProofProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const [digits, setDigits] = useState('');
  const [isSent, setIsSent] = useState(false);
  const { advice, setAdvice, refuse } = useCodeAdvice();
  const title = t('seeds.inventory.proof.title');
  const isDue = inventory?.stage === 'ready' && inventory.problem === null && inventory.counts.new > 0;

  if (inventory?.isProved) {
    return (
      <InventoryStep title={title} state="done">
        <p>{t('seeds.inventory.proof.done')}</p>
      </InventoryStep>
    );
  }
  if (!isDue) {
    return (
      <InventoryStep title={title} state="later">
        <p>{t('seeds.inventory.proof.why')}</p>
      </InventoryStep>
    );
  }

  const submit = async (code: string): Promise<void> => {
    setDigits('');
    setIsSent(true);
    await send('inventory', { kind: 'proveInventory', code });
    setIsSent(false);
  };

  const take = (typed: string): void => {
    setAdvice(null);
    if (typed.length === CODE_DIGITS) void submit(typed);
    else setDigits(typed);
  };

  return (
    <InventoryStep title={title} state="now">
      <p>{t(inventory.wantsNextCode ? 'seeds.inventory.proof.next' : 'seeds.inventory.proof.say')}</p>
      <CodeBoxes
        value={digits}
        length={CODE_DIGITS}
        label={t('seeds.inventory.proof.label')}
        describedBy="inventory-proof-advice"
        isSent={isSent}
        onChange={take}
        onRefused={refuse}
        onEnter={() => setAdvice(digits === '' ? null : t('seeds.seek.incomplete'))}
      />
      <p id="inventory-proof-advice" className="code-advice" data-tone={advice ? 'care' : undefined}>
        {advice ?? t('seeds.inventory.proof.hint')}
      </p>
    </InventoryStep>
  );
}
