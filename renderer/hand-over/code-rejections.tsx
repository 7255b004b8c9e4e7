import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { isOfSeeds } from '../problem/of-seeds.ts';
import { Evidence, ProblemNote } from '../problem/problem-note.tsx';
import { Icon } from '../ui/icon.tsx';
import { MANY_REJECTIONS } from './many-rejections.ts';

type CodeRejectionsProps = { readonly row: QueueRow };

/** Why the code before this one did not do, and what to suspect when it happens again and again. */
export function CodeRejections({ row: { state, rejections } }: CodeRejectionsProps) {
  const { t } = useTranslation();
  const problem = state.kind === 'needsCode' ? state.problem : null;
  // What the seeds say is certain; what many rejections let suspect is not.
  const isOfTheSeeds = problem !== null && isOfSeeds(problem.code);
  if (rejections >= MANY_REJECTIONS && !isOfTheSeeds) {
    return (
      <div className="note" data-tone="stop">
        <Icon name="stop" />
        <div className="note-body">
          <p className="note-title">{t('code.manyTitle', { count: rejections })}</p>
          <p className="note-next">{t('code.manyNext')}</p>
          {problem && <Evidence problem={problem} />}
        </div>
      </div>
    );
  }
  if (!problem) return null;
  if (rejections === 0 || isOfTheSeeds) return <ProblemNote problem={problem} tone="care" />;
  return <ProblemNote problem={problem} tone="care" more={t('code.rejectedTimes', { count: rejections })} />;
}
