import { useTranslation } from 'react-i18next';
import type { DeviceView, Platform } from '../../electron/contract/doctor.ts';
import { useSnapshot } from '../desk.ts';
import { Device } from './device.tsx';

type DeviceListProps = { readonly devices: readonly DeviceView[]; readonly platform: Platform };

/** The readers at full length, and the rest of the desk in one line each: one of them may be a reader that nobody knows. */
export function DeviceList({ devices, platform }: DeviceListProps) {
  const { t } = useTranslation();
  const isPractice = useSnapshot(({ practice }) => practice !== null);
  const readers = devices.filter(isReader);
  const others = devices.filter((device) => !isReader(device));
  return (
    <>
      <section aria-label={t('doctor.readers')}>
        <h3 className="doctor-heading">{t('doctor.readers')}</h3>
        {readers.length === 0 && (
          <p className="doctor-empty">{t(isPractice ? 'doctor.noReadersPractice' : 'doctor.noReaders')}</p>
        )}
        <ul>
          {readers.map((device) => (
            <Device key={device.deviceKey} device={device} platform={platform} />
          ))}
        </ul>
      </section>
      {others.length > 0 && (
        <section aria-label={t('doctor.others')}>
          <h3 className="doctor-heading">{t('doctor.others')}</h3>
          <ul className="other-devices">
            {others.map((device) => (
              <Device key={device.deviceKey} device={device} platform={platform} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function isReader({ kind, use }: DeviceView): boolean {
  if (use.kind === 'blocked' || use.kind === 'reading' || use.kind === 'readingKeys') return true;
  return kind !== 'keyboard' && kind !== 'other';
}
