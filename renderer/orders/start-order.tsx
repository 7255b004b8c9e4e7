import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, Label, TextField } from 'react-aria-components';
import type { OrderDraftView, OrderGoal } from '../../electron/contract/work-order.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { nameOfFile } from './draft-words.ts';
import { GoalChoice } from './goal-choice.tsx';
import { HandedOver } from './handed-over.tsx';
import { useSendOrder } from './use-send-order.ts';

/** Source: `startOrder` in core/parse-command.ts takes no more. */
const LONGEST_NAME = 120;

type StartOrderProps = {
  readonly draft: OrderDraftView;
  /** The order that comes next is to be looked at; returns the way to take that back. */
  readonly onStart: () => () => void;
};

/** What only staff know: what the order is called, and what is done with its tokens. Nothing is chosen beforehand. */
export function StartOrder({ draft: { fileName, counts, handedOver }, onStart }: StartOrderProps) {
  const { t } = useTranslation();
  const { say } = useDesk();
  const send = useSendOrder();
  const [name, setName] = useState(() => (handedOver?.name ?? nameOfFile(fileName)).slice(0, LONGEST_NAME));
  const [goal, setGoal] = useState<OrderGoal | null>(handedOver?.goal ?? null);
  const [missing, setMissing] = useState<'name' | 'goal' | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const ask = (what: 'name' | 'goal'): void => {
    setMissing(what);
    say(t(`orders.draft.${what}Missing`));
    form.current?.querySelector<HTMLElement>(what === 'name' ? 'input[type="text"]' : 'input[type="radio"]')?.focus();
  };

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return ask('name');
    if (goal === null) return ask('goal');
    setMissing(null);
    const forget = onStart();
    if (!(await send({ kind: 'startOrder', name: name.trim(), goal }))) forget();
  };

  return (
    <form ref={form} className="start-order" onSubmit={(event) => void submit(event)}>
      <TextField
        className="field"
        type="text"
        value={name}
        onChange={(typed) => {
          setName(typed);
          setMissing(null);
        }}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        validationBehavior="aria"
        isInvalid={missing === 'name'}
      >
        <Label className="field-label">{t('orders.draft.name')}</Label>
        <Input spellCheck="false" />
      </TextField>
      {missing === 'name' && <p className="start-order-missing">{t('orders.draft.nameMissing')}</p>}
      {handedOver ? (
        <HandedOver handedOver={handedOver} />
      ) : (
        <GoalChoice
          value={goal}
          isMissing={missing === 'goal'}
          onChange={(chosen) => {
            setGoal(chosen);
            setMissing(null);
          }}
        />
      )}
      <div className="start-order-buttons">
        <Button type="submit" kind="main">
          {t('orders.draft.start', { count: counts.usable })}
        </Button>
        <Button kind="quiet" icon="bin" onPress={() => void send({ kind: 'dropDraft' })}>
          {t('orders.draft.discard')}
        </Button>
      </div>
    </form>
  );
}
