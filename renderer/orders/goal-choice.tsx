import { useTranslation } from 'react-i18next';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { OrderGoal } from '../../electron/contract/work-order.ts';

const GOALS: readonly OrderGoal[] = ['assign', 'activate'];

type GoalChoiceProps = {
  readonly value: OrderGoal | null;
  readonly isMissing: boolean;
  readonly onChange: (goal: OrderGoal) => void;
};

/** Two cards. What is done with five hundred tokens is said by somebody and not by a default. */
export function GoalChoice({ value, isMissing, onChange }: GoalChoiceProps) {
  const { t } = useTranslation();
  const choose = (chosen: string): void => {
    const goal = GOALS.find((each) => each === chosen);
    if (goal) onChange(goal);
  };
  return (
    <RadioGroup className="goal-choice" value={value} onChange={choose} validationBehavior="aria" isInvalid={isMissing}>
      <Label className="field-label">{t('orders.draft.goal')}</Label>
      {GOALS.map((goal) => (
        <Radio key={goal} value={goal} className="goal-card">
          <span className="goal-card-title">{t(`orders.draft.${goal}`)}</span>{' '}
          <span className="goal-card-more">{t(`orders.draft.${goal}More`)}</span>
        </Radio>
      ))}
      {isMissing && <p className="start-order-missing">{t('orders.draft.goalMissing')}</p>}
    </RadioGroup>
  );
}
