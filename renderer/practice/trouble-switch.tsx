import { useTranslation } from 'react-i18next';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { PracticeTrouble } from '../../electron/contract/command.ts';
import { useDesk } from '../desk.ts';

const TROUBLES: readonly PracticeTrouble[] = ['none', 'slow', 'throttled', 'lostAnswer', 'down'];

type TroubleSwitchProps = { readonly trouble: PracticeTrouble };

/** What the practice tenant's next answers do. */
export function TroubleSwitch({ trouble }: TroubleSwitchProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const choose = (chosen: string): void => {
    const wanted = TROUBLES.find((each) => each === chosen);
    if (wanted) void send('practice', { kind: 'practiceTrouble', trouble: wanted });
  };
  return (
    <RadioGroup className="practice-part" value={trouble} onChange={choose}>
      <Label className="practice-label">{t('practice.trouble')}</Label>
      <div className="troubles">
        {TROUBLES.map((each) => (
          <Radio key={each} value={each} className="trouble">
            {t(`practice.troubleKind.${each}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
