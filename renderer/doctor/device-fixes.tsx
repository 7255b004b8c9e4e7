import { useTranslation } from 'react-i18next';
import type { DeviceFix, DeviceView, Platform } from '../../electron/contract/doctor.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { ConfigurationMark } from './configuration-mark.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import { UdevRule } from './udev-rule.tsx';

type DeviceFixesProps = { readonly device: DeviceView; readonly platform: Platform };

/** What helps, the easiest first. */
export function DeviceFixes({ device, platform }: DeviceFixesProps) {
  const { t } = useTranslation();
  if (device.fixes.length === 0) return null;
  return (
    <ul className="fixes" aria-label={t('doctor.fixes', { name: device.name })}>
      {device.fixes.map((fix) => (
        <li key={fix.kind} className="fix">
          <Fix fix={fix} device={device} platform={platform} />
        </li>
      ))}
    </ul>
  );
}

function Fix({ fix, device, platform }: DeviceFixesProps & { readonly fix: DeviceFix }) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const { deviceKey, name } = device;
  const use = (isScanner: boolean): void => void send('doctor', { kind: 'useAsScanner', deviceKey, isScanner });
  switch (fix.kind) {
    case 'udevRule':
      return <UdevRule rule={fix.rule} fileName={fix.fileName} />;
    case 'closeOtherProgram':
      return <p>{t(`doctor.fix.closeOtherProgram.${platform}`)}</p>;
    case 'installLibusb':
      return (
        <>
          <p>{t('doctor.fix.installLibusb')}</p>
          <CopyLine line="sudo apt install libusb-1.0-0" label={t('doctor.fix.command')} />
        </>
      );
    case 'inputMonitoring':
    case 'replug':
      return <p>{t(`doctor.fix.${fix.kind}`)}</p>;
    case 'makersManual':
      return <p>{t('doctor.fix.makersManual', { name })}</p>;
    case 'switchToHidPos':
      return (
        <>
          <p>{t('doctor.fix.switchToHidPos')}</p>
          <Button
            aria-label={t('doctor.fix.switchNow', { name })}
            onPress={() => void send('doctor', { kind: 'switchToHidPos', deviceKey })}
          >
            {t('doctor.fix.switch')}
          </Button>
        </>
      );
    case 'configurationMark':
      return <ConfigurationMark mark={fix} name={name} />;
    case 'useAsScanner':
      return (
        <Button aria-label={t('doctor.fix.useNow', { name })} onPress={() => use(true)}>
          {t('doctor.fix.use')}
        </Button>
      );
    case 'stopUsingAsScanner':
      return (
        <Button aria-label={t('doctor.fix.leaveNow', { name })} onPress={() => use(false)}>
          {t('doctor.fix.leave')}
        </Button>
      );
  }
}
