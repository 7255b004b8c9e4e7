import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { GraphHealth } from '../../electron/contract/snapshot.ts';
import { useSnapshot } from '../desk.ts';
import { Icon } from '../ui/icon.tsx';

export function GraphState() {
  const { t } = useTranslation();
  const graph = useSnapshot((snapshot) => snapshot.health.graph);
  const isUnreachable = graph.kind === 'unreachable';
  return (
    <span className="health" data-tone={isUnreachable ? 'care' : undefined}>
      <Icon name={isUnreachable ? 'cloudOff' : 'cloud'} />
      <span className="health-words">{wordsFor(t, graph)}</span>
    </span>
  );
}

function wordsFor(t: TFunction, graph: GraphHealth): string {
  switch (graph.kind) {
    case 'unknown':
      return t('foot.graphUnknown');
    case 'reachable':
      return t('foot.graphReachable', { latency: Math.round(graph.latencyMs) });
    case 'unreachable':
      return t('foot.graphUnreachable');
  }
}
