import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { DriftLine } from '../seeds/drift-line.tsx';
import { TailText } from '../ui/tail-text.tsx';

type TokenLineProps = { readonly row: QueueRow };

/** The serial number that will be used, and what the label said where that differs: both are compared with the hand. */
export function TokenLine({ row }: TokenLineProps) {
  const { t } = useTranslation();
  return (
    <>
      <TailText text={row.serialNumber} size="open" />
      <p className="second">
        {row.scannedText !== null && (
          <span className="label-said">{t('handOver.labelSaid', { text: row.scannedText })}</span>
        )}
        <span>{row.readerName || t('queue.byHand')}</span>
        {row.drift && <DriftLine drift={row.drift} />}
      </p>
    </>
  );
}
