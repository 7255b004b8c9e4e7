import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useNow } from '../clock.ts';
import { formatDuration } from '../duration.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { KioskSay } from './kiosk-say.tsx';
import type { WorkingState } from './kiosk-stage.ts';
import { KioskToken } from './kiosk-token.tsx';

type WorkingStageProps = { readonly row: QueueRow; readonly state: WorkingState };

/** Nothing is to be done, and it says so. Why it takes long is for those who look after the station. */
export function WorkingStage({ row, state }: WorkingStageProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const nowMs = useNow();
  const kind = state.kind === 'needsUser' ? 'taking' : state.kind;
  const isCare = state.kind === 'waiting' || state.kind === 'unsure';
  return (
    <>
      <KioskToken row={row} />
      <KioskSay>{t(`kiosk.say.${kind}`)}</KioskSay>
      <div className="working-line" data-tone={isCare ? 'care' : 'now'} />
      <p className="kiosk-hint">{t(`kiosk.hint.${kind}`, { time: formatDuration(t, nextAtMs(state) - nowMs) })}</p>
      {row.can.includes('readNow') && state.kind === 'unsure' && (
        <p className="kiosk-actions">
          <Button onPress={() => void send('item', { kind: 'readNow', itemId: row.id })}>{t('kiosk.lookNow')}</Button>
        </p>
      )}
    </>
  );
}

function nextAtMs(state: WorkingState): number {
  switch (state.kind) {
    case 'waiting':
      return state.untilMs;
    case 'unsure':
    case 'confirming':
      return state.nextReadAtMs;
    case 'needsUser':
    case 'activating':
      return 0;
  }
}

/** A moment in which even less is to be done. */
export function WaitStage({ kind }: { readonly kind: 'lookingUp' | 'signingOut' }) {
  const { t } = useTranslation();
  return (
    <>
      <KioskSay>{t(`kiosk.say.${kind}`)}</KioskSay>
      <div className="working-line" data-tone="now" />
      <p className="kiosk-hint">{t(`kiosk.hint.${kind}`)}</p>
    </>
  );
}
