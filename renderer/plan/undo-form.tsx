import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { PlanReason } from '../../electron/contract/plan.ts';
import { PlanningForm } from './planning-form.tsx';
import { nameOf, OPEN_PARTS } from './plan-words.ts';
import { ReasonChoice } from './reason-choice.tsx';
import { TokenSentence } from './token-sentence.tsx';

const REASONS: readonly PlanReason[] = ['wrongPerson', 'wrongToken', 'notNeeded'];

type UndoFormProps = { readonly row: QueueRow };

export function UndoForm({ row }: UndoFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<PlanReason | null>(null);
  return (
    <PlanningForm
      title={
        <TokenSentence
          text={t('plan.ask.undo', OPEN_PARTS)}
          serialNumber={row.serialNumber}
          name={nameOf(t, row.user)}
          size="say"
        />
      }
      command={reason && { kind: 'planUndo', itemId: row.id, reason }}
    >
      <div data-first-field="">
        <ReasonChoice label={t('plan.ask.undoWhy')} reasons={REASONS} value={reason} onChange={setReason} />
      </div>
    </PlanningForm>
  );
}
