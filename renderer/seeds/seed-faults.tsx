import { useTranslation } from 'react-i18next';
import type { SeedFault } from '../../electron/contract/seed-file.ts';

type SeedFaultsProps = { readonly faults: readonly SeedFault[] };

/** The rows that were left out, in the order of the file, so that they are found there. */
export function SeedFaults({ faults }: SeedFaultsProps) {
  const { t } = useTranslation();
  const title = t('seeds.faults.title', { count: faults.length });
  return (
    <>
      <h3 className="seed-faults-title">{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div className="seed-faults" tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('seeds.faults.line')}</th>
              <th scope="col">{t('seeds.faults.serial')}</th>
              <th scope="col">{t('seeds.faults.what')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ line, serialNumber, kind }) => (
              <tr key={`${line} ${kind}`}>
                <td>{line}</td>
                <td className="mono">{serialNumber ?? '–'}</td>
                <td>{t(`seeds.fault.${kind}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
