import { useTranslation } from 'react-i18next';
import { ToggleButtonGroup } from 'react-aria-components';
import type { LaneView } from '../../electron/contract/reader.ts';
import { useDesk } from '../desk.ts';
import { LaneTab } from './lane-tab.tsx';

type LaneTabsProps = { readonly lanes: readonly LaneView[] };

/** The readers' places at the head of the hand-over. The one in front is worked on; another waits until it is called. */
export function LaneTabs({ lanes }: LaneTabsProps) {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const show = ({ laneId, open, isFront }: LaneView): void => {
    if (isFront) return;
    // Asked for by hand: then the focus may leave the queue.
    // Another hand's place is not behind this one's question.
    change({ askedToOpen: open?.id ?? null, planning: null, isPlanAside: true });
    void send('item', { kind: 'showLane', laneId }).then((isTaken) => isTaken || change({ askedToOpen: null }));
  };
  return (
    <ToggleButtonGroup
      className="lane-tabs"
      aria-label={t('lane.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={lanes.filter(({ isFront }) => isFront).map(({ laneId }) => laneId)}
      onSelectionChange={([laneId]) => {
        const wanted = lanes.find((lane) => lane.laneId === laneId);
        if (wanted) show(wanted);
      }}
    >
      {lanes.map((lane, index) => (
        <LaneTab key={lane.laneId} lane={lane} number={index + 1} onShow={() => show(lane)} />
      ))}
    </ToggleButtonGroup>
  );
}
