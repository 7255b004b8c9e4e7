import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../electron/contract/plan.ts';
import { FilledText } from '../ui/filled-text.tsx';
import { TailText } from '../ui/tail-text.tsx';
import { nameOf, OPEN_PARTS } from './plan-words.ts';

type PlanTitleProps = { readonly plan: PlanView };

/** What a plan does, in one sentence. */
export function PlanTitle({ plan: { kind, stage, steps } }: PlanTitleProps) {
  const { t } = useTranslation();
  const [first] = steps;
  return (
    <p className="say" data-tone={stage === 'stopped' ? 'stop' : undefined}>
      <FilledText
        text={t(`plan.title.${kind}`, OPEN_PARTS)}
        parts={{
          serial: <TailText text={first?.serialNumber ?? ''} size="say" />,
          name: nameOf(t, first?.user),
        }}
      />
    </p>
  );
}
