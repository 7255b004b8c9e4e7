import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../electron/contract/plan.ts';
import { useNow } from '../clock.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { TailText } from '../ui/tail-text.tsx';
import { useKeyAction } from '../use-keys.ts';
import { stepStateWords } from './plan-step.tsx';

type PlanAsideProps = { readonly plan: PlanView };

const ICONS = { proposed: 'undo', running: 'hourglass', stopped: 'stop' } as const;
const TONES = { proposed: 'care', running: 'plain', stopped: 'stop' } as const;

/** One line for a plan that was put aside. It stays until the plan is over, and never opens by itself. */
export function PlanAside({ plan: { stage, steps } }: PlanAsideProps) {
  const { t } = useTranslation();
  const { change } = useDesk();
  const nowMs = useNow();
  const show = (): void => change({ isPlanAside: false });
  useKeyAction('planAside', show);
  const current = steps.find(({ state }) => state.kind !== 'done') ?? steps.at(-1);
  return (
    <div className="plan-aside" role="group" aria-label={t('plan.head')} data-tone={TONES[stage]}>
      <Icon name={ICONS[stage]} />
      <p className="plan-aside-words">
        <b>{t(`plan.aside.${stage}`)}</b> {current && <TailText text={current.serialNumber} size="small" />}
        {current && stage === 'running' && <span className="second">{stepStateWords(t, current.state, nowMs)}</span>}
      </p>
      <Button onPress={show}>{t('plan.show')}</Button>
    </div>
  );
}
