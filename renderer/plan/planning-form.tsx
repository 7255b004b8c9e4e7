import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../electron/contract/command.ts';
import { useDesk, useView } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { setRefusal } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';
import { focusQueueRow } from './focus-queue-row.ts';

type PlanningFormProps = {
  readonly title: ReactNode;
  /** What asks for the plan; `null` while something has not been chosen. */
  readonly command: Command | null;
  readonly children: ReactNode;
};

/** The question before a plan, in the place of the hand-over. It sends nothing to Graph: its answer is a plan to read. */
export function PlanningForm({ title, command, children }: PlanningFormProps) {
  const { t } = useTranslation();
  const { change, say, send, store } = useDesk();
  const planFrom = useView((view) => view.planFrom);
  const [isIncomplete, setIsIncomplete] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-first-field] input')?.focus(), []);

  const leave = (): void => {
    setRefusal(store, 'plan', null);
    if (planFrom !== null) focusQueueRow(planFrom);
    change({ planning: null, planFrom: null });
  };
  useKeyAction('keep', leave);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsIncomplete(command === null);
    if (command) void send('plan', command);
    else say(t('plan.ask.incomplete'));
  };

  return (
    <form ref={form} className="planning" onSubmit={submit}>
      <div className="hand-over-body">
        <div className="plan">
          <p className="say">{title}</p>
          <p className="hint">{t('plan.ask.nothingSent')}</p>
          {children}
          {isIncomplete && command === null && <p className="advice">{t('plan.ask.incomplete')}</p>}
          <Refusal place="plan" />
        </div>
      </div>
      <div className="hand-over-foot">
        <div className="item-actions">
          <Button onPress={leave}>{t('plan.leave')}</Button>
          <Button kind="main" type="submit">
            {t('plan.ask.show')}
          </Button>
        </div>
      </div>
    </form>
  );
}
