import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../electron/contract/plan.ts';
import { useDesk, useView } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';
import { focusQueueRow } from './focus-queue-row.ts';

type PlanButtonsProps = { readonly plan: PlanView };

/** What can be done about the plan in front. Going on with the queue never ends it: one line stands for it then. */
export function PlanButtons({ plan: { stage } }: PlanButtonsProps) {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const putAside = stage === 'proposed' ? null : () => change({ isPlanAside: true });
  useKeyAction('planAside', putAside);
  if (stage === 'proposed') return <ProposedButtons />;
  return (
    <div className="item-actions">
      {stage === 'stopped' && (
        <>
          <Button onPress={() => void send('plan', { kind: 'resumePlan' })}>{t('plan.goOn')}</Button>
          <Button kind="stop" onPress={() => void send('plan', { kind: 'leavePlan' })}>
            {t('plan.leaveAsItIs')}
          </Button>
        </>
      )}
      <Button kind="quiet" caps={bindingOf('planAside').caps} onPress={() => change({ isPlanAside: true })}>
        {t('plan.workOn')}
      </Button>
    </div>
  );
}

/** The safe answer has the focus and is what Esc means; starting takes a step of its own. */
function ProposedButtons() {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const planFrom = useView((view) => view.planFrom);
  const isStarting = useRef(false);
  const leave = async (): Promise<void> => {
    if (!(await send('plan', { kind: 'leavePlan' }))) return;
    if (planFrom !== null) focusQueueRow(planFrom);
    change({ planFrom: null });
  };
  const start = async (): Promise<void> => {
    // Twice the same press is one start. The button stays as it is, so that the focus does.
    if (isStarting.current) return;
    isStarting.current = true;
    await send('plan', { kind: 'startPlan' });
    isStarting.current = false;
  };
  useKeyAction('keep', () => void leave());
  return (
    <div className="item-actions">
      <Button autoFocus data-step-focus="" onPress={() => void leave()}>
        {t('plan.leave')}
      </Button>
      <Button kind="stop" onPress={() => void start()}>
        {t('plan.start')}
      </Button>
    </div>
  );
}
