import { useTranslation } from 'react-i18next';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { LaneColor } from '../../electron/contract/reader.ts';
import { LaneMark } from '../lanes/lane-mark.tsx';

const COLORS: readonly LaneColor[] = [1, 2, 3, 4, 5, 6];

type ColorChoiceProps = { readonly color: LaneColor; readonly onChange: (color: LaneColor) => void };

export function ColorChoice({ color, onChange }: ColorChoiceProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className="color-choice"
      value={String(color)}
      onChange={(chosen) => onChange(COLORS.find((each) => String(each) === chosen) ?? color)}
    >
      <Label className="field-label">{t('doctor.color')}</Label>
      <div className="colors">
        {COLORS.map((each) => (
          <Radio key={each} value={String(each)} className="color">
            <LaneMark color={each} />
            {t(`lane.color.${each}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
