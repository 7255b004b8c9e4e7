import { useTranslation } from 'react-i18next';
import type { ExceptionView } from '../../electron/contract/shift.ts';
import { ReportBytes } from '../doctor/report-bytes.tsx';
import { Evidence } from '../problem/problem-note.tsx';
import { rawHex, rawWords } from './raw-text.ts';

type ExceptionDetailsProps = { readonly row: ExceptionView };

/** What the reader sent, byte by byte, and what the other side said: for whoever asks. */
export function ExceptionDetails({ row }: ExceptionDetailsProps) {
  const { t } = useTranslation();
  const { rawText, serialNumber, problem } = row;
  const hex = rawHex(rawText);
  if (hex === '' && !problem.detail && !problem.requestId) return null;
  return (
    <details className="exception-details">
      <summary aria-label={t('shift.exceptions.detailsOf', { what: serialNumber ?? rawText })}>
        {t('shift.exceptions.details')}
      </summary>
      {hex !== '' && (
        <div className="exception-bytes">
          <p className="second">
            {t('shift.exceptions.sent')}, {t('shift.exceptions.bytes', { count: hex.length / 2 })}
          </p>
          <code className="exception-text">{rawWords(rawText)}</code>
          <ReportBytes bytesHex={hex} fields={null} />
        </div>
      )}
      <Evidence problem={problem} />
    </details>
  );
}
