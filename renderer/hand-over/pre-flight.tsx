import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Finding } from '../../electron/contract/pre-flight.ts';
import { useDesk } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { useAskForPlan } from '../plan/use-ask-for-plan.ts';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';
import { FindingNote } from './finding-note.tsx';
import { UnreadParts } from './unread-parts.tsx';
import { WayOut } from './way-out.tsx';

type PreFlightProps = {
  readonly row: QueueRow;
  /** What stands above it already, in the place of the code. */
  readonly held?: Finding | null;
};

/**
 * What was found out about the person and the token. It stands under what is typed into and never moves that: while it is
 * being read there is one quiet line. Where nothing was found nothing is said: not everything was asked, perhaps.
 */
export function PreFlight({ row, held = null }: PreFlightProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const { ask } = useAskForPlan();
  const { preFlight, can } = row;
  const checkAgain = can.includes('checkAgain')
    ? () => void send('item', { kind: 'checkAgain', itemId: row.id })
    : null;
  const replace = can.includes('replace') ? () => ask('replace', row) : null;
  useKeyAction('checkAgain', checkAgain);
  useKeyAction('replaceToken', replace);
  if (!preFlight) return null;

  const { isReading, findings, unread, tokens } = preFlight;
  const shown = findings.filter((finding) => finding !== held);
  // Where nothing was found there is nothing to look at again, and each token would say so.
  const hasWords = findings.length > 0 || unread.length > 0;
  const isOffered = findings.some(({ kind }) => kind === 'fiveMethods');
  return (
    <section className="pre-flight" aria-label={t('preFlight.label')}>
      {shown.map((finding) => (
        <FindingNote key={finding.kind} finding={finding} row={row}>
          <WayOut finding={finding} row={row} />
        </FindingNote>
      ))}
      {replace && !isOffered && (
        <p className="pre-flight-line">
          {tokens.length > 0 && <span>{t('preFlight.hasTokens', { count: tokens.length })}</span>}
          <Button caps={bindingOf('replaceToken').caps} onPress={replace}>
            {t('preFlight.replace')}
          </Button>
        </p>
      )}
      <div className="pre-flight-line">
        {isReading && <p>{t('preFlight.reading')}</p>}
        {!isReading && <UnreadParts unread={unread} />}
        {!isReading && checkAgain && !held && hasWords && (
          <Button kind="quiet" caps={bindingOf('checkAgain').caps} onPress={checkAgain}>
            {t('preFlight.lookAgain')}
          </Button>
        )}
      </div>
    </section>
  );
}
