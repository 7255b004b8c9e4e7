import { useTranslation } from 'react-i18next';
import type { LearningView } from '../../electron/contract/doctor.ts';
import { useDesk } from '../desk.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { Button } from '../ui/button.tsx';
import { LearningProposal } from './learning-proposal.tsx';

type LearningProps = { readonly learning: LearningView };

/** Three labels of one kind show what is the same in them and what is not. */
export function Learning({ learning }: LearningProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const { means, samples, wanted, proposal, problem } = learning;
  const stop = (): void => void send('doctor', { kind: 'stopLearning' });
  if (proposal) return <LearningProposal samples={samples} proposal={proposal} onStop={stop} />;
  return (
    <div className="learning">
      <p className="say">{t('doctor.learn.scan', { count: wanted, what: t(`doctor.learn.means.${means}`) })}</p>
      <p role="status" className="learning-progress">
        {t('doctor.learn.progress', { done: samples.length, wanted })}
      </p>
      <ol className="samples">
        {Array.from({ length: wanted }, (_, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- the places are what is counted
          <li key={place} className="sample mono" data-empty={samples[place] === undefined || undefined}>
            {samples[place] ?? t('doctor.learn.sample', { number: place + 1 })}
          </li>
        ))}
      </ol>
      {problem && <ProblemNote problem={problem} tone="care" />}
      <div className="learning-actions">
        {problem && (
          <Button onPress={() => void send('doctor', { kind: 'startLearning', means })}>
            {t('doctor.learn.again')}
          </Button>
        )}
        <Button onPress={stop}>{t('doctor.learn.stop')}</Button>
      </div>
    </div>
  );
}
