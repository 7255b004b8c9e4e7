import { useTranslation } from 'react-i18next';
import { TailText } from '../ui/tail-text.tsx';

type ScannedUsedProps = { readonly scannedText: string; readonly used: string | null };

/** "scanned → used", so that the difference is seen; a text that may hold a secret is not there to be shown. */
export function ScannedUsed({ scannedText, used }: ScannedUsedProps) {
  const { t } = useTranslation();
  return (
    <p className="scanned-used">
      {scannedText === '' && <span className="second">{t('doctor.textHidden')}</span>}
      {scannedText !== '' && scannedText !== used && <span className="mono scanned">{scannedText}</span>}
      {scannedText !== used && used !== null && (
        <>
          <span aria-hidden="true">→</span>
          <span className="only-heard">{t('doctor.isUsedAs')}</span>
        </>
      )}
      {used !== null && <TailText text={used} size="row" />}
      {scannedText === used && <span className="second">{t('doctor.asItIs')}</span>}
    </p>
  );
}
