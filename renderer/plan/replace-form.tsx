import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { PlanReason } from '../../electron/contract/plan.ts';
import type { OwnedToken } from '../../electron/contract/pre-flight.ts';
import { TailText } from '../ui/tail-text.tsx';
import { PlanningForm } from './planning-form.tsx';
import { nameOf } from './plan-words.ts';
import { ReasonChoice } from './reason-choice.tsx';

const REASONS: readonly PlanReason[] = ['lost', 'broken'];

type ReplaceFormProps = { readonly row: QueueRow };

/** Which of the tokens that somebody has already goes, and why. With one token, too, it is chosen by hand. */
export function ReplaceForm({ row }: ReplaceFormProps) {
  const { t } = useTranslation();
  const [methodId, setMethodId] = useState<string | null>(null);
  const [reason, setReason] = useState<PlanReason | null>(null);
  const tokens = row.preFlight?.tokens ?? [];
  // What was chosen may be gone: another look has been taken meanwhile.
  const chosen = tokens.find((token) => token.methodId === methodId) ?? null;
  return (
    <PlanningForm
      title={t('plan.ask.replace', { name: nameOf(t, row.user) })}
      command={chosen && reason && { kind: 'planReplace', itemId: row.id, methodId: chosen.methodId, reason }}
    >
      <div data-first-field="">
        <RadioGroup className="plan-choice" value={chosen?.methodId ?? null} onChange={setMethodId}>
          <Label className="field-label">{t('plan.ask.replaceWhich')}</Label>
          {tokens.map((token) => (
            <TokenRadio key={token.methodId} token={token} />
          ))}
        </RadioGroup>
      </div>
      <ReasonChoice label={t('plan.ask.replaceWhy')} reasons={REASONS} value={reason} onChange={setReason} />
    </PlanningForm>
  );
}

function TokenRadio({ token: { methodId, serialNumber, isActive } }: { readonly token: OwnedToken }) {
  const { t } = useTranslation();
  const name = serialNumber ?? t('plan.ask.noSerial');
  const standing = t(isActive ? 'plan.ask.active' : 'plan.ask.notActive');
  return (
    // As one word: the tail of a serial number is set apart for the eye only.
    <Radio value={methodId} className="choice-option" aria-label={`${name}, ${standing}`}>
      <span className="plan-token">
        {serialNumber === null ? <span>{name}</span> : <TailText text={serialNumber} size="row" />}{' '}
        <span className="second">{standing}</span>
      </span>
    </Radio>
  );
}
