import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../electron/contract/plan.ts';
import { Refusal } from '../problem/refusal.tsx';
import { PlanOutcome } from './plan-outcome.tsx';
import { PlanStep } from './plan-step.tsx';
import { PlanTitle } from './plan-title.tsx';
import { nameOf, OPEN_PARTS } from './plan-words.ts';
import { TokenSentence } from './token-sentence.tsx';

type PlanPanelProps = { readonly plan: PlanView };

/** All that a plan will do, before it does any of it; then how far it is. It stands where the hand-over stands. */
export function PlanPanel({ plan }: PlanPanelProps) {
  const { t } = useTranslation();
  const { stage, reason, steps, afterwards } = plan;
  return (
    <div className="plan">
      <PlanTitle plan={plan} />
      <p className="hint">
        {t(`plan.reason.${reason}`)}. {t(`plan.standing.${stage}`)}
      </p>
      {stage === 'stopped' && <PlanOutcome plan={plan} />}
      <h3 id="plan-steps">{t('plan.steps')}</h3>
      <ol className="plan-steps" aria-labelledby="plan-steps">
        {steps.map((step, index) => (
          <PlanStep key={`${step.user.id} ${step.serialNumber}`} step={step} number={index + 1} stage={stage} />
        ))}
      </ol>
      {afterwards.length > 0 && (
        <>
          <h3 id="plan-afterwards">{t('plan.afterwards')}</h3>
          <ul className="plan-afterwards" aria-labelledby="plan-afterwards">
            {afterwards.map(({ itemId, serialNumber, user }) => (
              <li key={itemId}>
                <TokenSentence
                  text={t(user ? 'plan.handTo' : 'plan.isFree', OPEN_PARTS)}
                  serialNumber={serialNumber}
                  name={nameOf(t, user)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <Refusal place="plan" />
    </div>
  );
}
