import { useTranslation } from 'react-i18next';
import type { HandedOverView } from '../../electron/contract/work-order.ts';
import { Icon } from '../ui/icon.tsx';

type HandedOverProps = { readonly handedOver: HandedOverView };

/** Where an order comes from and how far it came there. What is done with its tokens was said there and is kept. */
export function HandedOver({ handedOver: { goal, station, atMs, doneCount, skippedCount } }: HandedOverProps) {
  const { t, i18n } = useTranslation();
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
  return (
    <div className="handed-over">
      <p>
        <Icon name="swap" />{' '}
        {station ? t('orders.draft.from', { station, at }) : t('orders.draft.fromSomewhere', { at })}
      </p>
      <p className="second">
        {[
          t('orders.draft.doneThere', { count: doneCount }),
          skippedCount > 0 && t('orders.count.skipped', { count: skippedCount }),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <p className="second">{t(`orders.goal.${goal}`)}</p>
    </div>
  );
}
