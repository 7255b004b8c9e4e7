import { useTranslation } from 'react-i18next';
import type { ItemState } from '../../electron/contract/item.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { useNow } from '../clock.ts';
import { useSnapshot } from '../desk.ts';
import { formatDuration } from '../duration.ts';
import { Evidence } from '../problem/problem-note.tsx';

type Working = Extract<ItemState, { kind: 'activating' | 'waiting' | 'unsure' | 'confirming' }>;

type WorkingStepProps = { readonly state: Working };

/** What the station does by itself. The operator has nothing to do here, and the sentence says so. */
export function WorkingStep({ state }: WorkingStepProps) {
  const { t } = useTranslation();
  const nowMs = useNow();
  const most = useSnapshot((snapshot) => snapshot.pace.most);
  const problem = problemOf(state);
  const hint = problem?.code === 'pace-reached' ? 'waitingPace' : state.kind;
  return (
    <>
      <div className="working-line" data-tone={state.kind === 'unsure' || state.kind === 'waiting' ? 'care' : 'now'} />
      <p className="hint">{t(`handOver.hint.${hint}`, { time: formatDuration(t, nextAtMs(state) - nowMs), most })}</p>
      {problem && <Evidence problem={problem} />}
    </>
  );
}

/** Why it takes longer: the read that did not come through before what made it necessary. */
function problemOf(state: Working): Problem | null {
  if (state.kind === 'activating') return null;
  if (state.kind === 'waiting') return state.problem;
  return state.readProblem ?? (state.kind === 'unsure' ? state.problem : null);
}

function nextAtMs(state: Working): number {
  switch (state.kind) {
    case 'activating':
      return 0;
    case 'waiting':
      return state.untilMs;
    case 'unsure':
    case 'confirming':
      return state.nextReadAtMs;
  }
}
