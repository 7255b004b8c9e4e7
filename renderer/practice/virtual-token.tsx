import { useTranslation } from 'react-i18next';
import type { PracticeToken } from '../../electron/contract/snapshot.ts';
import { useNow } from '../clock.ts';
import { useDesk } from '../desk.ts';
import { useScanningReader } from './use-scanning-reader.ts';
import { Button } from '../ui/button.tsx';
import { TailText } from '../ui/tail-text.tsx';

/** Code 128, as vendors print serial numbers. Source: ISO/IEC 15424 (AIM symbology identifiers). */
const CODE_128 = ']C0';

type VirtualTokenProps = { readonly token: PracticeToken };

/** A token to practise with. Its display is to be read, and its code to be typed, like a real one. */
export function VirtualToken({ token }: VirtualTokenProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const reader = useScanningReader();
  const { serialNumber, model, note, periodSeconds, code } = token;
  const scan = (): void => void send('practice', { kind: 'practiceScan', text: serialNumber, aimId: CODE_128, reader });
  return (
    <li className="virtual-token" data-note={note}>
      <div className="virtual-token-face">
        {/* Not spoken as it changes: it is read when it is wanted. */}
        <div className="display" role="group" aria-label={t('practice.code', { serial: serialNumber })}>
          <span>{code.slice(0, 3)}</span>
          <span>{code.slice(3)}</span>
        </div>
        <SecondsLeft token={token} />
      </div>
      <Button icon="barcode" aria-label={t('practice.scanToken', { serial: serialNumber })} onPress={scan}>
        {t('practice.scan')}
      </Button>
      <TailText text={serialNumber} size="small" />
      <span className="virtual-token-note">{t(`practice.note.${note}`)}</span>
      <span className="second">
        {model} · {t('practice.period', { seconds: periodSeconds })}
      </span>
    </li>
  );
}

function SecondsLeft({ token: { codeChangesAtMs, periodSeconds } }: VirtualTokenProps) {
  const { t } = useTranslation();
  const seconds = Math.max(0, Math.ceil((codeChangesAtMs - useNow()) / 1000));
  return (
    <span className="seconds-left">
      <progress max={periodSeconds} value={seconds} aria-hidden="true" />
      <span className="only-heard">{t('practice.secondsLeft', { seconds })}</span>
    </span>
  );
}
