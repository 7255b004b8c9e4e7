import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { BarCode } from './bar-code.tsx';

/** The texts that the station takes for a command, and no serial number. */
const MARKS = [
  { text: 'TS:PARK', action: 'park' },
  { text: 'TS:RETRY', action: 'retry' },
  { text: 'TS:READ', action: 'read' },
] as const;

/** Marks that work the station from the bench: printed once, scanned with the hand that holds the reader already. */
export function CommandMarks() {
  const { t } = useTranslation();
  const { print } = useDesk();
  return (
    <div className="command-marks">
      <p className="hint">{t('doctor.marks.about')}</p>
      <Button onPress={print}>{t('doctor.marks.print')}</Button>
      <ul className="mark-list">
        {MARKS.map(({ text, action }) => (
          <li key={text} className="command-mark">
            <p className="mark-title">{t(`doctor.marks.${action}.title`)}</p>
            <p className="second">{t(`doctor.marks.${action}.what`)}</p>
            <BarCode text={text} label={t('doctor.marks.label', { text })} />
          </li>
        ))}
      </ul>
    </div>
  );
}
