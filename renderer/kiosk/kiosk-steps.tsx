import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { isStepDone, KIOSK_STEPS, stepOf, type KioskStage } from './kiosk-stage.ts';

type KioskStepsProps = { readonly stage: KioskStage };

/** How far it has come, and how little is left. */
export function KioskSteps({ stage }: KioskStepsProps) {
  const { t } = useTranslation();
  const due = stepOf(stage);
  return (
    <ol className="kiosk-steps" aria-label={t('kiosk.steps')}>
      {KIOSK_STEPS.map((step, index) => {
        const isDone = isStepDone(step, stage);
        const label = t(`kiosk.step.${step}`);
        return (
          <li
            key={step}
            className="kiosk-step"
            data-standing={isDone ? 'done' : step === due ? 'due' : 'later'}
            aria-current={step === due ? 'step' : undefined}
          >
            <span className="kiosk-step-mark" aria-hidden="true">
              {isDone && <Icon name="tick" />}
              {/* The end is no step: it has no number. */}
              {!isDone && step !== 'done' && index + 1}
            </span>
            <span className="kiosk-step-label">
              {isDone && step !== 'done' && <span className="only-heard">{t('kiosk.stepDone', { step: label })}</span>}
              <span aria-hidden={(isDone && step !== 'done') || undefined}>{label}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
