import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';

type AnotherTokenProps = { readonly row: QueueRow };

/** Back to the reader with another one. Nothing has been sent for this one that would have to be taken back. */
export function AnotherToken({ row: { id, can } }: AnotherTokenProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  if (!can.includes('remove')) return null;
  return (
    <Button onPress={() => void send('item', { kind: 'removeItem', itemId: id })}>{t('kiosk.anotherToken')}</Button>
  );
}
