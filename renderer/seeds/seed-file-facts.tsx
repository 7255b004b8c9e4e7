import { useTranslation } from 'react-i18next';
import type { SeedFileView } from '../../electron/contract/seed-file.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { DriftHistogram } from './drift-histogram.tsx';
import { OpenFile } from './open-file.tsx';
import { SeedFaults } from './seed-faults.tsx';

type SeedFileFactsProps = { readonly seeds: SeedFileView };

/** What was read from the file, and what was not: the seeds themselves are never here. */
export function SeedFileFacts({ seeds }: SeedFileFactsProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const { fileName, tokenCount, encoding, ignoredColumns, faults, drifts } = seeds;
  return (
    <section className="seed-file" aria-label={t('seeds.file.label')}>
      <h3>{t('seeds.file.label')}</h3>
      <dl>
        <dt>{t('seeds.file.name')}</dt>
        <dd className="mono">{fileName}</dd>
        <dt>{t('seeds.file.tokens')}</dt>
        <dd>{tokenCount}</dd>
        <dt>{t('seeds.file.encoding')}</dt>
        <dd>{t(`seeds.encoding.${encoding}`)}</dd>
        {ignoredColumns.length > 0 && (
          <>
            <dt>{t('seeds.file.ignored')}</dt>
            <dd>{ignoredColumns.join(', ')}</dd>
          </>
        )}
      </dl>
      <DriftHistogram drifts={drifts} />
      {faults.length > 0 && <SeedFaults faults={faults} />}
      <div className="seed-file-actions">
        <Button kind="stop" icon="bin" onPress={() => void send('seeds', { kind: 'forgetSeeds' })}>
          {t('seeds.forget')}
        </Button>
        <OpenFile kind="plain" />
      </div>
    </section>
  );
}
