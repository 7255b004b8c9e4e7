import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import { useNow } from '../clock.ts';
import { formatDuration } from '../duration.ts';
import { findingWords } from '../hand-over/finding-words.ts';
import { isUndoable } from '../plan/plan-view.ts';
import { undoTime } from '../plan/undo-time.ts';
import { isOfSeeds, type SeedProblemCode } from '../problem/of-seeds.ts';
import { isHeldBack } from './row-state.ts';

type StateWhyProps = { readonly row: QueueRow };

/** One line of why, under the word of a state. */
export function StateWhy({ row }: StateWhyProps) {
  const { state, rejections, preFlight, undoUntilMs } = row;
  const { t } = useTranslation();
  const nowMs = useNow();
  switch (state.kind) {
    case 'needsCode':
      if (isHeldBack(row)) {
        const [gravest] = preFlight?.findings ?? [];
        return gravest ? findingWords(t, gravest, row).title : null;
      }
      if (state.problem && isOfSeeds(state.problem.code)) return problemTitle(state.problem.code);
      if (rejections > 0) return t('queue.rejections', { count: rejections });
      return state.problem && problemTitle(state.problem.code);
    case 'waiting':
      return t(state.problem.code === 'pace-reached' ? 'queue.waitsPace' : 'queue.waitsUntil', {
        time: formatDuration(t, state.untilMs - nowMs),
      });
    case 'unsure':
    case 'confirming': {
      const next = t('queue.readsIn', { time: formatDuration(t, state.nextReadAtMs - nowMs) });
      return state.readProblem ? `${t(`problem.${state.readProblem.code}.title`)}. ${next}` : next;
    }
    case 'stopped':
      return problemTitle(state.problem.code);
    case 'activated':
      if (undoUntilMs === null || !isUndoable(row, nowMs)) return null;
      return t('plan.undoLeft', { time: undoTime(t, undoUntilMs - nowMs) });
    case 'needsUser':
    case 'readyToAssign':
    case 'assigned':
    case 'activating':
      return null;
  }

  function problemTitle(code: ProblemCode): string {
    return isKnownWhy(code) ? t(`queue.why.${code}`) : t(`problem.${code}.title`);
  }
}

type ShortWhy = 'token-already-active' | 'token-taken-back' | SeedProblemCode;

/** The title of these is longer than a line of the queue. */
function isKnownWhy(code: ProblemCode): code is ShortWhy {
  return code === 'token-already-active' || code === 'token-taken-back' || isOfSeeds(code);
}
