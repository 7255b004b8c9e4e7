import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';

type StepProps = {
  readonly number: number;
  readonly label: string;
  readonly standing: 'done' | 'due' | 'later';
  /** What was filled in, or the sentence that says what to do. */
  readonly head?: ReactNode;
  /** The tool of the line that is due, in the full width. */
  readonly children?: ReactNode;
};

/** One line of the slip: folded when done, open when due, dim when it comes later. */
export function Step({ number, label, standing, head, children }: StepProps) {
  return (
    <li className="step" data-standing={standing} aria-current={standing === 'due' ? 'step' : undefined}>
      <div className="step-head">
        <span className="step-mark" aria-hidden="true">
          {standing === 'done' ? <Icon name="tick" /> : number}
        </span>
        <span className="step-label">{label}</span>
        <div className="step-filled">{head}</div>
      </div>
      {children && <div className="step-tool">{children}</div>}
    </li>
  );
}
