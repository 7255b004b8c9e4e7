import { useTranslation } from 'react-i18next';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { QueueFilter as Filter } from '../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../desk.ts';

const FILTERS: readonly Filter[] = ['all', 'needsYou', 'working', 'issued'];

/** The counts of the queue; each one shows its rows. */
export function QueueFilter() {
  const { t } = useTranslation();
  const { send } = useDesk();
  const { filter, counts } = useSnapshot((snapshot) => snapshot.queue);
  const show = (chosen: Filter): void => void send('queue', { kind: 'showQueue', filter: chosen, page: 0 });
  return (
    <ToggleButtonGroup
      className="filter"
      aria-label={t('queue.filter.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={([chosen]) => show(FILTERS.find((each) => each === chosen) ?? 'all')}
    >
      {FILTERS.map((each) => (
        <ToggleButton
          key={each}
          id={each}
          className="filter-button"
          data-wanted={(each === 'needsYou' && counts.needsYou > 0) || undefined}
        >
          <span>{t(`queue.filter.${each}`)}</span> <b>{counts[each]}</b>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
