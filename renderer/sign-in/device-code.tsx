import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceCodePrompt } from '../../electron/contract/snapshot.ts';
import { useNow } from '../clock.ts';
import { formatDuration } from '../duration.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { groupCode } from './group-code.ts';

type DeviceCodeProps = {
  readonly prompt: DeviceCodePrompt;
  /** Large and with a title of its own above it; there is nothing here to paste it into. */
  readonly onlyToRead?: boolean;
};

/** What is typed on another device. It opens nothing by itself, so it may be as large as it needs to be. */
export function DeviceCode({ prompt, onlyToRead = false }: DeviceCodeProps) {
  const { t } = useTranslation();
  const { userCode, verificationUrl, expiresAtMs } = prompt;
  const leftMs = expiresAtMs - useNow();
  const address = useRef<HTMLElement>(null);
  const code = useRef<HTMLElement>(null);
  return (
    <div className="device-code">
      <div className="device-code-what">
        {!onlyToRead && <h2>{t('signIn.codeTitle')}</h2>}
        {leftMs > 0 ? (
          <p className="second">{t('signIn.timeLeft', { time: formatDuration(t, leftMs) })}</p>
        ) : (
          <p className="device-code-over" data-tone="care">
            {t('signIn.over')}
          </p>
        )}
      </div>
      <div className="device-code-part">
        <span className="field-label">{t('signIn.open')}</span>
        <code ref={address} className="device-code-address">
          {verificationUrl}
        </code>
        {!onlyToRead && <CopyButton source={address} label={t('signIn.copyAddress')} />}
      </div>
      <div className="device-code-part">
        <span className="field-label">{t('signIn.type')}</span>
        {/* No blanks between the groups: they would be copied, too. */}
        <code ref={code} className="device-code-code" data-over={leftMs <= 0 || undefined}>
          {groupCode(userCode).map((group, place) => (
            <span key={place}>{group}</span>
          ))}
        </code>
        {!onlyToRead && <CopyButton source={code} label={t('signIn.copyCode')} />}
      </div>
    </div>
  );
}
