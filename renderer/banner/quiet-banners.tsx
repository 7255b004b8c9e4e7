import { useTranslation } from 'react-i18next';
import type { GraphHealth } from '../../electron/contract/snapshot.ts';
import { useNow } from '../clock.ts';
import { useSnapshot, useView } from '../desk.ts';
import { formatDuration } from '../duration.ts';
import { PaperBanner } from '../paper/paper-banner.tsx';
import { Refusal } from '../problem/refusal.tsx';
import { Icon } from '../ui/icon.tsx';

/** What slows the work down and does not stop it. It stands at the foot, so that nothing above it moves. */
export function QuietBanners() {
  const { t } = useTranslation();
  const graph = useSnapshot((snapshot) => snapshot.health.graph);
  const settingsOpen = useView((view) => view.settingsOpen);
  const mode = useSnapshot((snapshot) => snapshot.mode);
  return (
    <>
      {graph.kind === 'unreachable' && <GraphBanner graph={graph} />}
      <PaperBanner />
      <Refusal place="session" />
      {/* The settings say it themselves. */}
      {mode.kind === 'practice' && mode.problem && !settingsOpen && (
        <p className="quiet-banner">
          <Icon name="warning" />
          <span>
            {t(`problem.${mode.problem.code}.title`)}. {t(`problem.${mode.problem.code}.next`)}
          </span>
          {mode.problem.detail && <code>{mode.problem.detail}</code>}
        </p>
      )}
    </>
  );
}

type GraphBannerProps = { readonly graph: Extract<GraphHealth, { kind: 'unreachable' }> };

function GraphBanner({ graph: { sinceMs, problem } }: GraphBannerProps) {
  const { t } = useTranslation();
  const isKiosk = useSnapshot((snapshot) => snapshot.kiosk !== null);
  const time = formatDuration(t, useNow() - sinceMs);
  return (
    <p className="quiet-banner">
      <Icon name="cloudOff" />
      <span>{t(isKiosk ? 'kiosk.graphAway' : 'banner.graphTitle', { time })}</span>
      {problem.detail && !isKiosk && <code>{problem.detail}</code>}
    </p>
  );
}
