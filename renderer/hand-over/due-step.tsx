import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { CodeStep } from './code-step.tsx';
import { HeldStep } from './held-step.tsx';
import { WorkingStep } from './working-step.tsx';

type DueStepProps = { readonly row: QueueRow };

/** What stands under the sentence in the last line of the slip. */
export function DueStep({ row }: DueStepProps) {
  const { t } = useTranslation();
  const { state, user } = row;
  switch (state.kind) {
    case 'needsUser':
      return null;
    case 'needsCode':
      if (!row.can.includes('enterCode')) return <HeldStep row={row} />;
      // A rejected code takes its part of the page with it.
      return <CodeStep key={`${row.id} ${row.rejections}`} row={row} />;
    case 'readyToAssign':
      return <p className="hint">{t('handOver.hint.readyToAssign')}</p>;
    case 'activating':
    case 'waiting':
    case 'unsure':
    case 'confirming':
      return <WorkingStep state={state} />;
    case 'activated':
      return (
        <p className="hint">
          {user ? t('handOver.hint.activated', { name: user.displayName }) : t('handOver.hint.activatedNobody')}
        </p>
      );
    case 'assigned':
      return <p className="hint">{t('handOver.hint.assigned', { name: user?.displayName ?? '' })}</p>;
    case 'stopped':
      return <ProblemNote problem={state.problem} withoutTitle />;
  }
}
