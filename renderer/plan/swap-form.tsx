import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import type { ItemId, QueueRow } from '../../electron/contract/item.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { TailText } from '../ui/tail-text.tsx';
import { PlanningForm } from './planning-form.tsx';
import { nameOf, OPEN_PARTS } from './plan-words.ts';
import { TokenSentence } from './token-sentence.tsx';
import { fitsWords, useSwapPartners } from './swap-partners.ts';

type SwapFormProps = { readonly row: QueueRow };

/** The other of two tokens that went to each other's person: found by name, by serial number, or by scanning it. */
export function SwapForm({ row }: SwapFormProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const filter = useSnapshot((snapshot) => snapshot.queue.filter);
  const [words, setWords] = useState('');
  const [otherId, setOtherId] = useState<ItemId | null>(null);
  const partners = useSwapPartners(row);
  const scan = useSnapshot(({ notices }) => notices.findLast(({ kind }) => kind === 'scanDuplicate') ?? null);
  const [seenScan, setSeenScan] = useState(scan?.seq ?? 0);
  // An issued token that is scanned while the question stands is the one that is meant. It is chosen, and nothing is sent.
  if (scan && scan.seq > seenScan) {
    setSeenScan(scan.seq);
    if (partners.some(({ id }) => id === scan.itemId)) {
      setWords('');
      setOtherId(scan.itemId);
    }
  }
  const listed = partners.filter((partner) => fitsWords(partner, words));
  // Only what stands on screen can be meant.
  const other = listed.find(({ id }) => id === otherId) ?? null;
  return (
    <PlanningForm
      title={
        <TokenSentence
          text={t('plan.ask.swap', OPEN_PARTS)}
          serialNumber={row.serialNumber}
          name={nameOf(t, row.user)}
          size="say"
        />
      }
      command={other && { kind: 'planSwap', itemId: row.id, otherItemId: other.id }}
    >
      <div data-first-field="">
        <TextField className="plan-filter" value={words} onChange={setWords} autoComplete="off">
          <Label className="field-label">{t('plan.ask.swapFind')}</Label>
          <Input spellCheck="false" />
        </TextField>
      </div>
      {listed.length === 0 && (
        <p className="hint">{t(partners.length === 0 ? 'plan.ask.swapNone' : 'plan.ask.swapNotFound')}</p>
      )}
      {listed.length > 0 && (
        <RadioGroup
          className="plan-choice"
          value={other ? String(other.id) : null}
          onChange={(id) => setOtherId(Number(id))}
        >
          <Label className="field-label">{t('plan.ask.swapWhich')}</Label>
          {listed.map((partner) => (
            <Radio
              key={partner.id}
              value={String(partner.id)}
              className="choice-option"
              // As one word: the tail of a serial number is set apart for the eye only.
              aria-label={`${partner.serialNumber}, ${nameOf(t, partner.user)}`}
            >
              <span className="plan-pair">
                <TailText text={partner.serialNumber} size="row" /> <span>{nameOf(t, partner.user)}</span>
              </span>
            </Radio>
          ))}
        </RadioGroup>
      )}
      <p className="hint">{t('plan.ask.swapListed')}</p>
      {filter !== 'issued' && (
        <Button onPress={() => void send('plan', { kind: 'showQueue', filter: 'issued', page: 0 })}>
          {t('plan.ask.swapShowIssued')}
        </Button>
      )}
    </PlanningForm>
  );
}
