import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceFix } from '../../electron/contract/doctor.ts';
import { Button } from '../ui/button.tsx';
import { BarCode } from './bar-code.tsx';

type ConfigurationMarkProps = {
  readonly mark: Extract<DeviceFix, { kind: 'configurationMark' }>;
  readonly name: string;
};

/** The maker's own mark. It is drawn when it is wanted: two marks on one screen are read by chance. */
export function ConfigurationMark({ mark, name }: ConfigurationMarkProps) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <p>{t('doctor.fix.configurationMark')}</p>
      <Button
        icon="barcode"
        aria-expanded={isShown}
        aria-label={t(isShown ? 'doctor.fix.hideMarkOf' : 'doctor.fix.showMarkOf', { name })}
        onPress={() => setIsShown(!isShown)}
      >
        {t(isShown ? 'doctor.fix.hideMark' : 'doctor.fix.showMark')}
      </Button>
      {isShown && (
        <>
          <BarCode text={mark.text} fnc3={mark.fnc3} label={t('doctor.fix.markOf', { name })} />
          <p className="second">{t('doctor.fix.markSource', { source: mark.source })}</p>
        </>
      )}
    </>
  );
}
