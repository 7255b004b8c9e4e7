import type { LaneColor } from '../../electron/contract/reader.ts';

type LaneMarkProps = { readonly color: LaneColor; readonly number?: number };

/** A reader's colour and number, for the eye: its name stands beside it, or is the label of what it stands in. */
export function LaneMark({ color, number }: LaneMarkProps) {
  return (
    <span className="lane-mark" data-color={color} aria-hidden="true">
      {number}
    </span>
  );
}
