import { useTranslation } from 'react-i18next';
import type { DriftBin } from '../../electron/contract/seed-file.ts';
import { binWords, driftSentence } from './drift-summary.ts';

type DriftHistogramProps = { readonly drifts: readonly DriftBin[] };

/** How far off the clocks of this box are, as far as its tokens were seen. The bars are for the eye; the words say it all. */
export function DriftHistogram({ drifts }: DriftHistogramProps) {
  const { t } = useTranslation();
  if (drifts.length === 0) return null;
  const most = Math.max(...drifts.map(({ count }) => count));
  const last = drifts.length - 1;
  return (
    <figure className="drifts">
      <figcaption>
        <h4>{t('seeds.drifts.title')}</h4>
        <p>{driftSentence(t, drifts)}</p>
      </figcaption>
      <div className="drifts-bars" aria-hidden="true">
        {drifts.map((bin, place) => (
          <div
            key={bin.minutes}
            className="drifts-bar"
            data-unfit={place === 0 || place === last || undefined}
            title={binWords(t, bin)}
          >
            <span className="drifts-count">{bin.count > 0 ? bin.count : ''}</span>
            <div style={{ blockSize: `${(bin.count / most) * 100}%` }} data-none={bin.count === 0 || undefined} />
          </div>
        ))}
      </div>
      <div className="drifts-scale" aria-hidden="true">
        <span>{t('seeds.drifts.slowEnd')}</span>
        <span>{t('seeds.drifts.right')}</span>
        <span>{t('seeds.drifts.fastEnd')}</span>
      </div>
    </figure>
  );
}
