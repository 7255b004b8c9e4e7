import { useTranslation } from 'react-i18next';
import type { SiteRuleMeaning } from '../../electron/contract/site-rule.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';

const MEANINGS: readonly SiteRuleMeaning[] = ['serialNumber', 'badge', 'workOrderLine', 'ignored'];

/** What the label is comes first: the same digits are a serial number at one site and a work order at the next. */
export function LearningStart() {
  const { t } = useTranslation();
  const { send } = useDesk();
  return (
    <div className="learning">
      <p className="say">{t('doctor.learn.ask')}</p>
      <p className="hint">{t('doctor.learn.why')}</p>
      <ul className="learning-means">
        {MEANINGS.map((means) => (
          <li key={means}>
            <Button onPress={() => void send('doctor', { kind: 'startLearning', means })}>
              {t(`doctor.learn.means.${means}`)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
