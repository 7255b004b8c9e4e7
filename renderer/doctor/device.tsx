import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceUse, DeviceView, Platform } from '../../electron/contract/doctor.ts';
import type { LaneColor } from '../../electron/contract/reader.ts';
import { useSnapshot } from '../desk.ts';
import { LaneMark } from '../lanes/lane-mark.tsx';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import { Sign } from '../ui/sign.tsx';
import type { Tone } from '../ui/tone.ts';
import { DeviceFixes } from './device-fixes.tsx';
import { DeviceNumbers } from './device-numbers.tsx';
import { DeviceUseWords } from './device-use.tsx';
import { NameReader } from './name-reader.tsx';

const SIGNS: Readonly<Record<DeviceUse['kind'], { icon: IconName; tone: Tone; isFilled: boolean }>> = {
  reading: { icon: 'tick', tone: 'done', isFilled: false },
  readingKeys: { icon: 'tick', tone: 'done', isFilled: false },
  askedOnce: { icon: 'tick', tone: 'done', isFilled: false },
  throughWindow: { icon: 'keyboard', tone: 'plain', isFilled: false },
  blocked: { icon: 'stop', tone: 'stop', isFilled: true },
  unused: { icon: 'refuse', tone: 'plain', isFilled: false },
};

type DeviceProps = { readonly device: DeviceView; readonly platform: Platform };

/** What a device is, whether it is read and why not, and what helps. */
export function Device({ device, platform }: DeviceProps) {
  const { t } = useTranslation();
  const [isNaming, setIsNaming] = useState(false);
  const reader = useSnapshot(({ readers }) => readers.find(({ readerKey }) => readerKey === device.readerKey) ?? null);
  const { kind, name, use } = device;
  const shownName = reader?.name ?? name;
  return (
    <li className="device" data-tone={use.kind === 'blocked' ? 'stop' : undefined}>
      <Sign {...SIGNS[use.kind]} />
      <div className="device-what">
        <p className="device-name">
          {reader && <LaneMark color={reader.color satisfies LaneColor} />}
          {shownName}
        </p>
        <p className="second">
          {t(`doctor.kind.${kind}`)}
          {shownName !== name && ` · ${name}`}
        </p>
      </div>
      <div className="device-use">
        <DeviceUseWords use={use} kind={kind} isHelpless={device.fixes.length === 0} />
      </div>
      <DeviceNumbers device={device} />
      {reader && !isNaming && (
        <Button kind="quiet" aria-label={t('doctor.nameButton', { name: shownName })} onPress={() => setIsNaming(true)}>
          {t('doctor.rename')}
        </Button>
      )}
      {reader && isNaming && <NameReader reader={reader} deviceName={name} onClose={() => setIsNaming(false)} />}
      <DeviceFixes device={device} platform={platform} />
    </li>
  );
}
