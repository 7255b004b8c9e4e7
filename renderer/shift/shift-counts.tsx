import { useTranslation } from 'react-i18next';
import type { ShiftCounts as Counts } from '../../electron/contract/shift.ts';

const NAMES = [
  'issued',
  'assigned',
  'takenBack',
  'stopped',
  'refusedScans',
] as const satisfies readonly (keyof Counts)[];

const NUMBER = new Intl.NumberFormat();

type ShiftCountsProps = { readonly counts: Counts };

export function ShiftCounts({ counts }: ShiftCountsProps) {
  const { t } = useTranslation();
  return (
    <dl className="shift-counts">
      {NAMES.map((name) => (
        <div key={name} data-count={name} data-none={counts[name] === 0 || undefined}>
          <dt>{t(`shift.count.${name}`)}</dt>
          <dd>{NUMBER.format(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
