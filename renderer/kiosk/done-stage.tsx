import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useNow } from '../clock.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { formatDuration } from '../duration.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { KioskSay } from './kiosk-say.tsx';
import { KioskToken } from './kiosk-token.tsx';

type DoneStageProps = { readonly row: QueueRow | null; readonly endsAtMs: number | null };

/** The button has no focus: an Enter that comes late, after the sixth digit, must not take the words away. */
export function DoneStage({ row, endsAtMs }: DoneStageProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const nowMs = useNow();
  const isBrowser = useSnapshot((snapshot) => snapshot.settings.values.signInBy.value === 'browser');
  const time = endsAtMs === null ? null : formatDuration(t, endsAtMs - nowMs);
  return (
    <>
      {row && <KioskToken row={row} />}
      <KioskSay tone="done">
        <span className="kiosk-done" aria-hidden="true">
          <Icon name="tick" />
        </span>
        {t('kiosk.say.done')}
      </KioskSay>
      <p className="kiosk-hint">{t('kiosk.hint.doneHour')}</p>
      {/* Text only: nothing of Microsoft's is opened at a desk where the next person stands. */}
      <p className="kiosk-hint">
        {t('kiosk.hint.doneSee')} <span className="kiosk-address">{t('kiosk.securityInfo')}</span>
      </p>
      {isBrowser && <p className="kiosk-hint">{t('kiosk.hint.doneBrowser')}</p>}
      <p className="kiosk-actions">
        <Button kind="main" onPress={() => void send('session', { kind: 'signOut' })}>
          {t('kiosk.finish')}
        </Button>
        {time !== null && <span>{t('kiosk.endsIn', { time })}</span>}
      </p>
    </>
  );
}
