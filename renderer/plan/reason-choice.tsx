import { useTranslation } from 'react-i18next';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { PlanReason } from '../../electron/contract/plan.ts';

type ReasonChoiceProps = {
  readonly label: string;
  readonly reasons: readonly PlanReason[];
  readonly value: PlanReason | null;
  readonly onChange: (reason: PlanReason) => void;
};

/** Why. None is chosen beforehand: what is kept in the journal is what somebody said. */
export function ReasonChoice({ label, reasons, value, onChange }: ReasonChoiceProps) {
  const { t } = useTranslation();
  const choose = (chosen: string): void => {
    const reason = reasons.find((each) => each === chosen);
    if (reason) onChange(reason);
  };
  return (
    <RadioGroup className="plan-choice" value={value} onChange={choose}>
      <Label className="field-label">{label}</Label>
      {reasons.map((reason) => (
        <Radio key={reason} value={reason} className="choice-option">
          {t(`plan.reason.${reason}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
