import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderLineView } from '../../electron/contract/work-order.ts';
import { Button } from '../ui/button.tsx';
import type { LineActions } from './use-line-actions.ts';

type LineButtonsProps = { readonly line: OrderLineView; readonly actions: LineActions };

/** What can be done with a line in its state. */
export function LineButtons({ line: { line, user, state, itemId }, actions }: LineButtonsProps) {
  const { t } = useTranslation();
  const buttons = useRef<HTMLDivElement>(null);
  const name = user.displayName;

  /** Back to the line before its button goes, so that the arrows go on from there. */
  const fromRow = (act: (line: number) => void): void => {
    buttons.current?.closest<HTMLElement>('[data-order-line]')?.focus();
    act(line);
  };

  return (
    <div ref={buttons} className="order-line-buttons">
      {state === 'open' && (
        <>
          <Button aria-label={t('orders.serveWho', { name })} onPress={() => actions.serve(line)}>
            {t('orders.serve')}
          </Button>
          <Button kind="quiet" aria-label={t('orders.skipWho', { name })} onPress={() => fromRow(actions.skip)}>
            {t('orders.skip')}
          </Button>
        </>
      )}
      {state === 'skipped' && (
        <Button aria-label={t('orders.unskipWho', { name })} onPress={() => fromRow(actions.unskip)}>
          {t('orders.unskip')}
        </Button>
      )}
      {(state === 'held' || state === 'stopped') && itemId !== null && (
        <Button aria-label={t('orders.openTokenWho', { name })} onPress={() => actions.open(itemId)}>
          {t('orders.openToken')}
        </Button>
      )}
    </div>
  );
}
