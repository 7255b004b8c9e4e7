import { useTranslation } from 'react-i18next';
import type { ExceptionView } from '../../electron/contract/shift.ts';
import { useNow } from '../clock.ts';
import { useProblemWords } from '../problem/use-problem-words.ts';
import { Sign } from '../ui/sign.tsx';
import { TailText } from '../ui/tail-text.tsx';
import { ExceptionActions } from './exception-actions.tsx';
import { ExceptionDetails } from './exception-details.tsx';
import { shiftTime } from './shift-time.ts';

type ExceptionRowProps = { readonly row: ExceptionView };

/** One token or label: what it is, whose it is, and why it could not be issued, with the next step. */
export function ExceptionRow({ row }: ExceptionRowProps) {
  const { t } = useTranslation();
  const nowMs = useNow();
  const { kind, atMs, serialNumber, rawText, readerName, user, problem } = row;
  const { title, next } = useProblemWords(problem.code);
  const isToken = kind === 'token';
  const tone = isToken ? 'stop' : 'care';
  return (
    <li className="exception">
      <Sign icon={isToken ? 'stop' : 'refuse'} tone={tone} isFilled={isToken} />
      <div className="exception-what">
        {serialNumber === null ? (
          <span className="exception-label" data-none={rawText === '' || undefined}>
            {rawText === '' ? t('shift.exceptions.hidden') : rawText}
          </span>
        ) : (
          <TailText text={serialNumber} size="row" />
        )}
        <span className="second">
          {[isToken ? null : t('shift.exceptions.label'), shiftTime(atMs, nowMs), readerName]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div className="exception-person">
        {user && (
          <>
            <span className="exception-name">{user.displayName}</span>
            <span className="second">{user.userPrincipalName}</span>
          </>
        )}
      </div>
      <div className="exception-why">
        <p className="exception-reason" data-tone={tone}>
          {title}
        </p>
        <p className="second">{next}</p>
      </div>
      <ExceptionActions row={row} />
      <ExceptionDetails row={row} />
    </li>
  );
}
