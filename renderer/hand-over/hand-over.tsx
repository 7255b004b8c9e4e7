import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useSnapshot, useView } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { Idle } from './idle.tsx';
import { LaneTabs } from '../lanes/lane-tabs.tsx';
import { laneName } from '../lanes/lanes.ts';
import { ItemActions } from './item-actions.tsx';
import { LastDone } from './last-done.tsx';
import { Slip } from './slip.tsx';
import { useStepFocus } from './use-step-focus.ts';

/** The one thing to do now. */
export function HandOver() {
  const { t } = useTranslation();
  const row = useSnapshot((snapshot) => snapshot.open);
  const lanes = useSnapshot((snapshot) => snapshot.lanes);
  const front = lanes.length > 1 ? lanes.find(({ isFront }) => isFront) : undefined;
  const otherPersonFor = useView((view) => view.otherPersonFor);
  const area = useRef<HTMLElement>(null);
  const isChoosingPerson = row !== null && isPersonDue(row, otherPersonFor);
  useStepFocus(area, stepOf(row, isChoosingPerson), row?.id ?? null);
  return (
    <section
      ref={area}
      className="hand-over"
      data-area="hand-over"
      data-color={front?.color}
      tabIndex={-1}
      aria-label={front ? t('handOver.titleOf', { name: laneName(t, front) }) : t('handOver.title')}
    >
      {lanes.length > 1 ? (
        <LaneTabs lanes={lanes} />
      ) : (
        <div className="pane-head">
          <h2>{t('handOver.title')}</h2>
          {row && <span className="number">{t('handOver.number', { id: row.id })}</span>}
        </div>
      )}
      <div className="hand-over-body">
        {row ? <Slip row={row} isChoosingPerson={isChoosingPerson} /> : <Idle />}
        <Refusal place="item" />
      </div>
      {row && (
        <div className="hand-over-foot">
          <LastDone />
          <ItemActions key={row.id} row={row} isChoosingPerson={isChoosingPerson} />
        </div>
      )}
    </section>
  );
}

function isPersonDue(row: QueueRow, otherPersonFor: number | null): boolean {
  return row.state.kind === 'needsUser' || (otherPersonFor === row.id && row.can.includes('chooseUser'));
}

/** Changes exactly when another field becomes due. */
function stepOf(row: QueueRow | null, isChoosingPerson: boolean): string {
  if (!row) return 'idle';
  return isChoosingPerson ? 'person' : `${row.state.kind} ${row.rejections}`;
}
