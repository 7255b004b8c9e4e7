import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';

type PrinterChoiceProps = {
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby': string;
  /** Empty: to a PDF file. */
  readonly value: string;
  readonly isInvalid: boolean;
  readonly onChange: (printer: string) => void;
};

/** One of the system's printers, or a file. The one that was chosen stands there also while it is gone. */
export function PrinterChoice({ value, isInvalid, onChange, ...named }: PrinterChoiceProps) {
  const { t } = useTranslation();
  const printers = useSnapshot(({ paper }) => paper.printers);
  const isGone = value !== '' && !printers.includes(value);
  return (
    <select
      {...named}
      className="printer-choice"
      aria-invalid={isInvalid || undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{t('settings.toPdf')}</option>
      {isGone && <option value={value}>{t('paper.printerGone', { name: value })}</option>}
      {printers.map((printer) => (
        <option key={printer} value={printer}>
          {printer}
        </option>
      ))}
    </select>
  );
}
