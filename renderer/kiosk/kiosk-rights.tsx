import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';
import { Evidence } from '../problem/problem-note.tsx';
import { missingRight } from '../rights/rights.ts';
import { Icon } from '../ui/icon.tsx';

/** Why nobody gets a token here, whoever they are: said before they have scanned and typed for nothing. */
export function KioskRights() {
  const { t } = useTranslation();
  const view = useSnapshot(missingRight);
  if (!view) return null;
  const missing = view.missing.join(', ');
  return (
    <div className="note" data-tone="stop">
      <Icon name="stop" />
      <div className="note-body">
        <p className="note-title">{t('rights.banner.titleSelf')}</p>
        <p>{t('kiosk.rightsNext')}</p>
        {missing && (
          <p className="verbatim">
            <span>{t('rights.missing')}</span> <code>{missing}</code>
          </p>
        )}
        {view.problem && <Evidence problem={view.problem} />}
      </div>
    </div>
  );
}
