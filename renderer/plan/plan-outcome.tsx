import { useTranslation } from 'react-i18next';
import type { PlanStepView, PlanView } from '../../electron/contract/plan.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { nameOf } from './plan-words.ts';

type PlanOutcomeProps = { readonly plan: PlanView };

/** Why a plan stopped, and in plain sentences what it has done and what it has not. */
export function PlanOutcome({ plan: { steps } }: PlanOutcomeProps) {
  const { t } = useTranslation();
  const stopped = steps.find(({ state }) => state.kind === 'stopped');
  const listed = (kind: PlanStepView['state']['kind']): string =>
    steps
      .filter(({ state }) => state.kind === kind)
      .map(({ serialNumber, user }) => t('plan.outcome.of', { serial: serialNumber, name: nameOf(t, user) }))
      .join(', ');
  return (
    <div className="plan-outcome">
      {stopped?.state.kind === 'stopped' && <ProblemNote problem={stopped.state.problem} />}
      {(['done', 'stopped', 'open'] as const).map((kind) => {
        const list = listed(kind);
        return list && <p key={kind}>{t(`plan.outcome.${kind}`, { list })}</p>;
      })}
      <p className="hint">{t('plan.outcome.leaving')}</p>
    </div>
  );
}
