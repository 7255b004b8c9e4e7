import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../electron/contract/doctor.ts';

type DeviceNumbersProps = { readonly device: DeviceView };

/** The numbers that a maker's help desk asks for. */
export function DeviceNumbers({ device }: DeviceNumbersProps) {
  const { t } = useTranslation();
  const { vendorId, productId, usagePage, usage, serialNumber } = device;
  return (
    <p className="device-numbers">
      <span>
        {t('doctor.numbers.device')} <span className="mono">{`${hex(vendorId, 4)}:${hex(productId, 4)}`}</span>
      </span>
      {usagePage !== null && usage !== null && (
        <span>
          {t('doctor.numbers.usage')} <span className="mono">{`${hex(usagePage, 4)}:${hex(usage, 4)}`}</span>
        </span>
      )}
      {serialNumber && (
        <span>
          {t('doctor.numbers.serial')} <span className="mono">{serialNumber}</span>
        </span>
      )}
    </p>
  );
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
