import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Finding } from '../../electron/contract/pre-flight.ts';
import { Icon } from '../ui/icon.tsx';
import { FINDING_SIGNS, findingWords } from './finding-words.ts';

type FindingNoteProps = {
  readonly finding: Finding;
  /** `null`: no token was scanned yet. */
  readonly row: QueueRow | null;
  /** Where the title stands above it already. */
  readonly withoutTitle?: boolean;
  /** The way out, right under its sentence. */
  readonly children?: ReactNode;
};

/** One thing that should be known before a code is sent: how grave, what, and what to do next. */
export function FindingNote({ finding, row, withoutTitle = false, children }: FindingNoteProps) {
  const { t } = useTranslation();
  const { icon, tone } = FINDING_SIGNS[finding.weight];
  const { title, next } = findingWords(t, finding, row);
  return (
    <div className="note finding" data-weight={finding.weight} data-tone={tone}>
      <Icon name={icon} />
      <div className="note-body">
        {!withoutTitle && (
          <p className="note-title">
            <span className="finding-weight">{t(`preFlight.weight.${finding.weight}`)}:</span> {title}
          </p>
        )}
        <p className="note-next">{next}</p>
        {children}
      </div>
    </div>
  );
}
