import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { PreFlight } from '../hand-over/pre-flight.tsx';
import { IdChoice } from './id-choice.tsx';

type IdDueProps = { readonly row: QueueRow };

/** The code is asked for once it was seen who the person is. */
export function IdDue({ row }: IdDueProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="say">{t('visit.sayId')}</p>
      <p className="hint">{t('visit.idHint')}</p>
      <IdChoice itemId={row.id} name={row.user?.displayName ?? ''} />
      {/* While it is being read it says that the code can be typed, which is not so yet. */}
      {!row.preFlight?.isReading && <PreFlight row={row} />}
    </>
  );
}
