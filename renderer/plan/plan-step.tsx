import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PlanStage, PlanStepState, PlanStepView } from '../../electron/contract/plan.ts';
import { useNow } from '../clock.ts';
import { formatDuration } from '../duration.ts';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import type { Tone } from '../ui/tone.ts';
import { nameOf, OPEN_PARTS } from './plan-words.ts';
import { TokenSentence } from './token-sentence.tsx';

/** As in the queue, where the same things happen to a code. */
const STEP_SIGNS: Readonly<Record<PlanStepState['kind'], { readonly icon: IconName | null; readonly tone: Tone }>> = {
  open: { icon: null, tone: 'plain' },
  sending: { icon: 'send', tone: 'now' },
  waiting: { icon: 'hourglass', tone: 'care' },
  confirming: { icon: 'eye', tone: 'now' },
  done: { icon: 'tick', tone: 'done' },
  stopped: { icon: 'stop', tone: 'stop' },
};

type PlanStepProps = { readonly step: PlanStepView; readonly number: number; readonly stage: PlanStage };

/** One call: in words for people, below them in those of Graph, and how far it is. */
export function PlanStep({ step: { serialNumber, user, state }, number, stage }: PlanStepProps) {
  const { t } = useTranslation();
  const { icon, tone } = STEP_SIGNS[state.kind];
  return (
    <li className="plan-step" data-tone={tone}>
      <span className="step-mark" aria-hidden="true">
        {icon ? <Icon name={icon} /> : number}
      </span>
      <div className="plan-step-words">
        <p>
          <TokenSentence text={t('plan.step', OPEN_PARTS)} serialNumber={serialNumber} name={nameOf(t, user)} />
        </p>
        <p className="plan-call">{t('plan.call')}</p>
        {stage !== 'proposed' && <StepState state={state} />}
      </div>
    </li>
  );
}

/** The line is there from the start on, so that the steps below it stay where they are. */
function StepState({ state }: { readonly state: PlanStepState }) {
  const { t } = useTranslation();
  const nowMs = useNow();
  return (
    <p className="plan-step-state" aria-current={isUnderWay(state) ? 'step' : undefined}>
      {stepStateWords(t, state, nowMs)}
    </p>
  );
}

function isUnderWay({ kind }: PlanStepState): boolean {
  return kind === 'sending' || kind === 'waiting' || kind === 'confirming';
}

export function stepStateWords(t: TFunction, state: PlanStepState, nowMs: number): string {
  switch (state.kind) {
    case 'open':
    case 'sending':
    case 'done':
    case 'stopped':
      return t(`plan.stepState.${state.kind}`);
    case 'waiting':
      return t('plan.stepState.waiting', { time: formatDuration(t, state.untilMs - nowMs) });
    case 'confirming': {
      const words = t('plan.stepState.confirming', { time: formatDuration(t, state.nextReadAtMs - nowMs) });
      const problem = state.readProblem ?? state.problem;
      return problem ? `${t(`problem.${problem.code}.title`)}. ${words}` : words;
    }
  }
}
