import { useTranslation } from 'react-i18next';
import type { Finding } from '../../electron/contract/pre-flight.ts';
import type { VisitView } from '../../electron/contract/visit.ts';
import { FindingNote } from '../hand-over/finding-note.tsx';
import { UnreadParts } from '../hand-over/unread-parts.tsx';
import { TailText } from '../ui/tail-text.tsx';

type VisitKnownProps = {
  readonly visit: VisitView;
  /** What stands above it already. */
  readonly held: Finding | null;
};

/** What is known of a visitor before a token is scanned: what was found, and the tokens that they have. */
export function VisitKnown({ visit, held }: VisitKnownProps) {
  const { t } = useTranslation();
  const { preFlight, user } = visit;
  if (!preFlight) return null;
  const { findings, tokens, unread, isReading } = preFlight;
  const shown = findings.filter((finding) => finding !== held);
  return (
    <section className="pre-flight" aria-label={t('visit.known', { name: user.displayName })}>
      {shown.map((finding) => (
        <FindingNote key={finding.kind} finding={finding} row={null} />
      ))}
      {tokens.length > 0 && (
        <p className="pre-flight-line">
          <span>{t('preFlight.hasTokens', { count: tokens.length })}</span>
          {tokens.map(
            ({ methodId, serialNumber }) =>
              serialNumber !== null && <TailText key={methodId} text={serialNumber} size="small" />,
          )}
        </p>
      )}
      <div className="pre-flight-line">
        {isReading ? <p>{t('visit.reading', { name: user.displayName })}</p> : <UnreadParts unread={unread} />}
      </div>
    </section>
  );
}

/** What no token gets past. */
export function heldFinding({ preFlight }: VisitView): Finding | null {
  return preFlight?.findings.find(({ weight }) => weight === 'stops') ?? null;
}
