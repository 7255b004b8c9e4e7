import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { TailText } from '../ui/tail-text.tsx';

type KioskTokenProps = { readonly row: QueueRow };

/** To be compared with the one in hand. */
export function KioskToken({ row: { serialNumber } }: KioskTokenProps) {
  const { t } = useTranslation();
  return (
    <p className="kiosk-token">
      <span>{t('kiosk.yourToken')}</span> <TailText text={serialNumber} size="open" />
    </p>
  );
}
