import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { useSendOrder } from './use-send-order.ts';

type ImportListProps = { readonly kind: 'main' | 'plain' };

/** The system's own dialog asks for the file: a list of people, or an order that another station has handed over. */
export function ImportList({ kind }: ImportListProps) {
  const { t } = useTranslation();
  const send = useSendOrder();
  const [isBusy, setIsBusy] = useState(false);

  const open = async (): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    await send({ kind: 'openWorkOrder' });
    setIsBusy(false);
  };

  return (
    <Button kind={kind} onPress={() => void open()}>
      {t('orders.import')}
    </Button>
  );
}
