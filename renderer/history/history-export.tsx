import { useTranslation } from 'react-i18next';
import type { HistoryView } from '../../electron/contract/history.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { formatNumber } from './history-words.ts';

type HistoryExportProps = { readonly history: HistoryView };

/** Saves all that the search found, not only the page that is shown. */
export function HistoryExport({ history: { foundCount, isBusy } }: HistoryExportProps) {
  const { t } = useTranslation();
  const { send, say } = useDesk();

  const save = async (format: 'csv' | 'json'): Promise<void> => {
    const isSaved = await send('history', { kind: 'exportHistory', format });
    if (isSaved) say(t('history.export.done', { number: formatNumber(foundCount) }));
  };

  return (
    <div className="history-export">
      {(['csv', 'json'] as const).map((format) => (
        <Button key={format} isDisabled={isBusy || foundCount === 0} onPress={() => void save(format)}>
          {t(`history.export.${format}`)}
        </Button>
      ))}
    </div>
  );
}
