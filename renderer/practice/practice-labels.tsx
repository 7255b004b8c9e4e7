import { useTranslation } from 'react-i18next';
import type { PracticeLabel } from '../../electron/contract/snapshot.ts';
import { useDesk } from '../desk.ts';
import { useScanningReader } from './use-scanning-reader.ts';
import { Button } from '../ui/button.tsx';

type PracticeLabelsProps = { readonly labels: readonly PracticeLabel[] };

/** Bar codes that are not a token's, to see what a refusal looks and sounds like. */
export function PracticeLabels({ labels }: PracticeLabelsProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const reader = useScanningReader();
  return (
    <div className="practice-part">
      <h3>{t('practice.labels')}</h3>
      <ul className="practice-labels">
        {labels.map(({ kind, text, aimId }) => (
          <li key={kind}>
            <Button
              icon="barcode"
              aria-label={t('practice.scanLabel', { label: t(`practice.label.${kind}`) })}
              onPress={() => void send('practice', { kind: 'practiceScan', text, aimId, reader })}
            >
              {t(`practice.label.${kind}`)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
