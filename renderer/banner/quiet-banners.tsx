import { useTranslation } from 'react-i18next';
import type { GraphHealth } from '../../electron/contract/snapshot.ts';
import { useNow } from '../clock.ts';
import { useSnapshot } from '../desk.ts';
import { formatDuration } from '../duration.ts';
import { Icon } from '../ui/icon.tsx';

/** What slows the work down and does not stop it. It stands at the foot, so that nothing above it moves. */
export function QuietBanners() {
  const { t } = useTranslation();
  const graph = useSnapshot((snapshot) => snapshot.health.graph);
  const isNobody = useSnapshot((snapshot) => snapshot.operator === null && snapshot.mode.kind === 'tenant');
  return (
    <>
      {graph.kind === 'unreachable' && <GraphBanner graph={graph} />}
      {isNobody && (
        <p className="quiet-banner">
          <Icon name="person" />
          <span>{t('banner.nobodyTitle')}</span>
        </p>
      )}
    </>
  );
}

type GraphBannerProps = { readonly graph: Extract<GraphHealth, { kind: 'unreachable' }> };

function GraphBanner({ graph: { sinceMs, problem } }: GraphBannerProps) {
  const { t } = useTranslation();
  const time = formatDuration(t, useNow() - sinceMs);
  return (
    <p className="quiet-banner">
      <Icon name="cloudOff" />
      <span>{t('banner.graphTitle', { time })}</span>
      {problem.detail && <code>{problem.detail}</code>}
    </p>
  );
}
