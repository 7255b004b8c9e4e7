import { useTranslation } from 'react-i18next';
import type { OrderId } from '../../electron/contract/work-order.ts';
import { useSnapshot } from '../desk.ts';
import { findLane, laneName, type NumberedLane } from '../lanes/lanes.ts';
import { LaneMark } from '../lanes/lane-mark.tsx';
import { Chip } from '../ui/chip.tsx';

type NextMarkProps = { readonly orderId: OrderId; readonly line: number };

/** Where the next token that is scanned is for this person. */
export function NextMark({ orderId, line }: NextMarkProps) {
  const { t } = useTranslation();
  const place = useNextPlace(orderId, line);
  const isMany = useSnapshot(({ lanes }) => lanes.length > 1);
  if (!place) return null;
  return (
    <span className="next-mark" data-tone="now">
      {isMany && <LaneMark color={place.lane.color} number={place.number} />}
      <Chip tone="now">{t('orders.next')}</Chip>
    </span>
  );
}

/** The same in words, for whoever does not see it. */
export function useNextWords(orderId: OrderId, line: number): string | null {
  const { t } = useTranslation();
  const place = useNextPlace(orderId, line);
  const isMany = useSnapshot(({ lanes }) => lanes.length > 1);
  if (!place) return null;
  return isMany ? t('orders.nextAt', { place: laneName(t, place.lane) }) : t('orders.next');
}

function useNextPlace(orderId: OrderId, line: number): NumberedLane | null {
  const lanes = useSnapshot((snapshot) => snapshot.lanes);
  const lane = lanes.find(({ order }) => order?.orderId === orderId && order.next?.line === line);
  return lane ? findLane(lanes, lane.laneId) : null;
}
