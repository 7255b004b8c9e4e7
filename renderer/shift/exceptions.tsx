import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExceptionsView } from '../../electron/contract/shift.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { ExceptionRow } from './exception-row.tsx';

type ExceptionsProps = { readonly exceptions: ExceptionsView };

/** All that could not be issued, the newest first. Scanning such a token tries it once more, also while this is on screen. */
export function Exceptions({ exceptions }: ExceptionsProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const area = useRef<HTMLElement>(null);
  const { rows, count } = exceptions;
  const keys = rows.map(({ key }) => key).join(' ');
  const shownKeys = useRef(keys);

  useEffect(() => {
    if (shownKeys.current === keys) return;
    shownKeys.current = keys;
    // The row that held the focus has gone with what was done: it rests here instead of nowhere.
    if (document.activeElement === document.body) area.current?.focus({ preventScroll: true });
  }, [keys]);

  return (
    <section ref={area} className="exceptions" tabIndex={-1} aria-label={t('shift.exceptions.title')}>
      <div className="exceptions-head">
        <h3>{t('shift.exceptions.title')}</h3>
        {count > 0 && <span className="exceptions-count">{t('shift.exceptions.count', { count })}</span>}
        {rows.some(({ kind }) => kind === 'scan') && (
          <Button kind="quiet" icon="bin" onPress={() => void send('shift', { kind: 'clearRefusedScans' })}>
            {t('shift.exceptions.clear')}
          </Button>
        )}
      </div>
      <p className="second">{t(count > 0 ? 'shift.exceptions.hint' : 'shift.exceptions.empty')}</p>
      {count > 0 && (
        <ul className="exceptions-list">
          {rows.map((row) => (
            <ExceptionRow key={row.key} row={row} />
          ))}
        </ul>
      )}
      <ExceptionPages exceptions={exceptions} />
    </section>
  );
}

function ExceptionPages({ exceptions: { page, pageCount } }: ExceptionsProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  return (
    <PageTurner
      label={t('shift.exceptions.pages')}
      page={page}
      pageCount={pageCount}
      words={t('shift.exceptions.page', { page: page + 1, count: pageCount })}
      back={t('shift.exceptions.newer')}
      forward={t('shift.exceptions.older')}
      onShow={(wanted) => void send('shift', { kind: 'showExceptions', page: wanted })}
    />
  );
}
