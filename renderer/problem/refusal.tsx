import { useView } from '../desk.ts';
import type { Place } from '../store.ts';
import { ProblemNote } from './problem-note.tsx';

type RefusalProps = { readonly place: Place };

/** Why the last command that was given here was refused. It is said by the live region, so it is not an alert itself. */
export function Refusal({ place }: RefusalProps) {
  const problem = useView((view) => view.refusals[place]);
  return problem ? <ProblemNote problem={problem} tone="care" /> : null;
}
