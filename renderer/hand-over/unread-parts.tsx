import { useTranslation } from 'react-i18next';
import type { PreFlightView } from '../../electron/contract/pre-flight.ts';
import { Evidence } from '../problem/problem-note.tsx';

type UnreadPartsProps = { readonly unread: PreFlightView['unread'] };

/** What could not be looked at, in one line. Why is there for whoever asks: it needs no answer before a code. */
export function UnreadParts({ unread }: UnreadPartsProps) {
  const { t } = useTranslation();
  if (unread.length === 0) return null;
  const parts = unread.map(({ what }) => t(`preFlight.part.${what}`)).join(', ');
  return (
    <details className="unread">
      <summary>{t('preFlight.notChecked', { parts })}</summary>
      <ul>
        {unread.map(({ what, problem }) => (
          <li key={what}>
            <p>
              <b>{t(`preFlight.part.${what}`)}:</b> {t(`problem.${problem.code}.title`)}.{' '}
              {t(`problem.${problem.code}.next`)}
            </p>
            <Evidence problem={problem} />
          </li>
        ))}
      </ul>
    </details>
  );
}
