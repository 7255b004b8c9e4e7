import { useTranslation } from 'react-i18next';
import type { ReaderKey } from '../../electron/contract/reader.ts';
import { useSnapshot } from '../desk.ts';
import { LaneMark } from '../lanes/lane-mark.tsx';
import { findLane, laneName } from '../lanes/lanes.ts';

type WorksOnProps = { readonly takenBy: readonly ReaderKey[] };

/** The places that work on an order. With one place the window says nothing of places. */
export function WorksOn({ takenBy }: WorksOnProps) {
  const { t } = useTranslation();
  const lanes = useSnapshot((snapshot) => snapshot.lanes);
  const places = takenBy.flatMap((laneId) => findLane(lanes, laneId) ?? []);
  if (places.length === 0) return <span className="works-on">{t('orders.works.nobody')}</span>;
  if (lanes.length === 1) {
    return (
      <span className="works-on" data-tone="now">
        {t('orders.works.here')}
      </span>
    );
  }
  return (
    <span className="works-on" data-tone="now">
      {places.map(({ lane, number }) => (
        <LaneMark key={lane.laneId} color={lane.color} number={number} />
      ))}
      {t('orders.works.at', { places: places.map(({ lane }) => laneName(t, lane)).join(', ') })}
    </span>
  );
}
