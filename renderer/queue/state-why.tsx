import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useNow } from '../clock.ts';
import { formatDuration } from '../duration.ts';

type StateWhyProps = { readonly row: QueueRow };

/** One line of why, under the word of a state. */
export function StateWhy({ row: { state, rejections } }: StateWhyProps) {
  const { t } = useTranslation();
  const nowMs = useNow();
  switch (state.kind) {
    case 'needsCode':
      if (rejections > 0) return t('queue.rejections', { count: rejections });
      return state.problem ? t(`problem.${state.problem.code}.title`) : null;
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
      return t(`problem.${state.problem.code}.title`);
    case 'needsUser':
    case 'activating':
    case 'activated':
      return null;
  }
}
