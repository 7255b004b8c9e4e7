import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../desk.ts';
import { TokenDrawing } from '../hand-over/token-drawing.tsx';
import { Button } from '../ui/button.tsx';
import { KioskRights } from './kiosk-rights.tsx';
import { KioskSay } from './kiosk-say.tsx';

/** What to hold where. Whoever finds no bar code can type the number. */
export function ScanStage() {
  const { t } = useTranslation();
  const { change } = useDesk();
  const hasReader = useSnapshot((snapshot) => snapshot.readers.some(({ problem }) => problem === null));
  const isPractice = useSnapshot((snapshot) => snapshot.practice !== null);
  return (
    <>
      <KioskRights />
      <TokenDrawing />
      <KioskSay>{t(hasReader ? 'kiosk.say.scan' : 'kiosk.say.noReader')}</KioskSay>
      <p className="kiosk-hint">{t(hasReader ? 'kiosk.hint.scan' : 'kiosk.hint.noReader')}</p>
      {isPractice && <p className="kiosk-hint">{t('kiosk.hint.scanPractice')}</p>}
      <p className="kiosk-actions">
        <Button icon="keyboard" onPress={() => change({ dialog: 'serial' })}>
          {t('kiosk.typeSerial')}
        </Button>
      </p>
    </>
  );
}
