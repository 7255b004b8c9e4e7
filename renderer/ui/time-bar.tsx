import type { CSSProperties } from 'react';

type TimeBarProps = {
  readonly lengthMs: number;
  /** How much of it is gone already. */
  readonly goneMs: number;
  readonly isRunning: boolean;
  readonly isOver: boolean;
};

/** A bar that fills in real time. The words beside it say the same, so it is for the eye only. */
export function TimeBar({ lengthMs, goneMs, isRunning, isOver }: TimeBarProps) {
  const times: CSSProperties & Record<`--${string}`, string> = {
    '--bar-length': `${lengthMs}ms`,
    '--bar-gone': `${-goneMs}ms`,
  };
  return (
    <div className="time-bar" aria-hidden="true" data-running={isRunning || undefined} data-over={isOver || undefined}>
      <div style={times} />
    </div>
  );
}
