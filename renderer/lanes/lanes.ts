import type { TFunction } from 'i18next';
import type { LaneView, ReaderKey } from '../../electron/contract/reader.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';

/** With one place the window says nothing of places. */
export function hasManyLanes({ lanes }: Pick<Snapshot, 'lanes'>): boolean {
  return lanes.length > 1;
}

/** A place and its number, which is also its key. */
export type NumberedLane = { readonly lane: LaneView; readonly number: number };

export function findLane(lanes: readonly LaneView[], laneId: ReaderKey): NumberedLane | null {
  const index = lanes.findIndex((lane) => lane.laneId === laneId);
  const lane = lanes[index];
  return lane ? { lane, number: index + 1 } : null;
}

export function laneName(t: TFunction, { name }: Pick<LaneView, 'name'>): string {
  return name || t('lane.keyboard');
}
