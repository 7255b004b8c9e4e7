import { useTranslation } from 'react-i18next';
import type { LearningView } from '../../electron/contract/doctor.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { ScannedUsed } from './scanned-used.tsx';
import { siteRuleWords } from './site-rule-words.ts';

type LearningProposalProps = {
  readonly samples: readonly string[];
  readonly proposal: NonNullable<LearningView['proposal']>;
  readonly onStop: () => void;
};

/** What the rule would be and what it makes of each sample: kept only after somebody has looked. */
export function LearningProposal({ samples, proposal: { rule, used }, onStop }: LearningProposalProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  return (
    <div className="learning">
      <p className="say">{t('doctor.learn.proposal')}</p>
      <p className="proposal-words">{siteRuleWords(t, rule)}</p>
      <ol className="samples" aria-label={t('doctor.learn.samples')}>
        {samples.map((sample, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same label may have been scanned twice
          <li key={place} className="sample">
            <ScannedUsed scannedText={sample} used={used[place] ?? null} />
          </li>
        ))}
      </ol>
      <div className="learning-actions">
        <Button onPress={onStop}>{t('doctor.learn.drop')}</Button>
        <Button kind="main" onPress={() => void send('doctor', { kind: 'acceptRule' })}>
          {t('doctor.learn.accept')}
        </Button>
      </div>
    </div>
  );
}
