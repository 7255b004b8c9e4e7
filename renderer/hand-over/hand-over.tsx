import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { PlanView } from '../../electron/contract/plan.ts';
import type { LaneView } from '../../electron/contract/reader.ts';
import { useDesk, useSnapshot, useView } from '../desk.ts';
import { LaneTabs } from '../lanes/lane-tabs.tsx';
import { laneName } from '../lanes/lanes.ts';
import { PlanAside } from '../plan/plan-aside.tsx';
import { PlanButtons } from '../plan/plan-buttons.tsx';
import { PlanPanel } from '../plan/plan-panel.tsx';
import { coverOf, type Cover } from '../plan/plan-view.ts';
import { Planning } from '../plan/planning.tsx';
import { UndoKey } from '../plan/undo-key.tsx';
import { LaneOrder } from '../orders/lane-order.tsx';
import { Refusal } from '../problem/refusal.tsx';
import { VisitActions } from '../visit/visit-actions.tsx';
import { VisitSlip } from '../visit/visit-slip.tsx';
import { VisitWaits } from '../visit/visit-waits.tsx';
import { isIdDue } from './finding-words.ts';
import { Idle } from './idle.tsx';
import { ItemActions } from './item-actions.tsx';
import { LastDone, useLastRow } from './last-done.tsx';
import { Slip } from './slip.tsx';
import { useStepFocus } from './use-step-focus.ts';

/** The one thing to do now. */
export function HandOver() {
  const { t } = useTranslation();
  const row = useSnapshot((snapshot) => snapshot.open);
  const plan = useSnapshot((snapshot) => snapshot.plan);
  const lanes = useSnapshot((snapshot) => snapshot.lanes);
  const lane = lanes.find(({ isFront }) => isFront) ?? null;
  const front = lanes.length > 1 ? lane : null;
  const badge = useView((view) => view.badge);
  const { change, send } = useDesk();
  const [lookingBeside, setLookingBeside] = useState<string | null>(null);
  const otherPersonFor = useView((view) => view.otherPersonFor);
  const planning = useView((view) => view.planning);
  const isPlanAside = useView((view) => view.isPlanAside);
  const last = useLastRow();
  const cover = coverOf(plan, { planning, isPlanAside });
  const area = useRef<HTMLElement>(null);
  const isChoosingPerson = row !== null && isPersonDue(row, otherPersonFor);
  const visit = row ? null : (lane?.visit ?? null);
  // A badge looks for the next one, whoever stands there.
  const isLooking = visit !== null && (lookingBeside === visit.user.id || badge?.itemId === null);
  const look = (isOther: boolean): void => {
    setLookingBeside(isOther ? (visit?.user.id ?? null) : null);
    change({ badge: null });
    if (!isOther) void send('visit', { kind: 'searchUsers', query: '' });
  };
  const visitStep = visit && `visit ${visit.user.id} ${visit.needsIdCheck} ${visit.idCheck?.atMs} ${isLooking}`;
  useStepFocus(area, stepOf(row, isChoosingPerson, cover) ?? visitStep ?? 'idle', row?.id ?? null);
  return (
    <section
      ref={area}
      className="hand-over"
      data-area="hand-over"
      data-color={front?.color}
      // Esc is the safe answer to what is asked here.
      data-question={isQuestion(cover) ? '' : undefined}
      tabIndex={-1}
      aria-label={front ? t('handOver.titleOf', { name: laneName(t, front) }) : t('handOver.title')}
    >
      {lanes.length > 1 ? (
        <LaneTabs lanes={lanes} />
      ) : (
        <div className="pane-head">
          <h2>{t(cover ? 'plan.head' : 'handOver.title')}</h2>
          {row && !cover && <span className="number">{t('handOver.number', { id: row.id })}</span>}
        </div>
      )}
      {cover && <OverIt cover={cover} />}
      {!cover && lane && visit && <Served lane={lane} plan={plan} isLooking={isLooking} onLook={look} />}
      {!cover && !visit && <AtWork row={row} lane={lane} plan={plan} isChoosingPerson={isChoosingPerson} />}
      <UndoKey open={row} last={last} />
    </section>
  );
}

type AtWorkProps = {
  readonly row: QueueRow | null;
  readonly lane: LaneView | null;
  readonly plan: PlanView | null;
  readonly isChoosingPerson: boolean;
};

function AtWork({ row, lane, plan, isChoosingPerson }: AtWorkProps) {
  return (
    <>
      <LaneOrder />
      <div className="hand-over-body">
        {row ? <Slip row={row} isChoosingPerson={isChoosingPerson} /> : <Idle />}
        <Refusal place="item" />
      </div>
      {(row || plan) && (
        <div className="hand-over-foot">
          {plan && <PlanAside plan={plan} />}
          {row && lane?.visit && <VisitWaits user={lane.visit.user} />}
          {row && <LastDone open={row} />}
          {row && <ItemActions key={row.id} row={row} isChoosingPerson={isChoosingPerson} />}
        </div>
      )}
    </>
  );
}

type ServedProps = {
  readonly lane: LaneView;
  readonly plan: PlanView | null;
  readonly isLooking: boolean;
  readonly onLook: (isLooking: boolean) => void;
};

/** Somebody stands there, and no token was scanned for them yet. */
function Served({ lane, plan, isLooking, onLook }: ServedProps) {
  const { visit } = lane;
  if (!visit) return null;
  return (
    <>
      <div className="hand-over-body">
        <VisitSlip lane={lane} visit={visit} isLooking={isLooking} />
      </div>
      <div className="hand-over-foot">
        {plan && <PlanAside plan={plan} />}
        <LastDone open={null} />
        <VisitActions key={visit.user.id} visit={visit} isLooking={isLooking} onLook={onLook} />
      </div>
    </>
  );
}

/** A plan, or the question before it, in the place of the token: one thing to do at a time. */
function OverIt({ cover }: { readonly cover: Cover }) {
  if (cover.kind === 'planning') return <Planning planning={cover.planning} />;
  return (
    <>
      <div className="hand-over-body">
        <PlanPanel plan={cover.plan} />
      </div>
      <div className="hand-over-foot">
        <PlanButtons key={cover.plan.stage} plan={cover.plan} />
      </div>
    </>
  );
}

function isQuestion(cover: Cover | null): boolean {
  return cover?.kind === 'planning' || cover?.plan.stage === 'proposed';
}

function isPersonDue(row: QueueRow, otherPersonFor: number | null): boolean {
  return row.state.kind === 'needsUser' || (otherPersonFor === row.id && row.can.includes('chooseUser'));
}

/** Changes exactly when another field becomes due. */
function stepOf(row: QueueRow | null, isChoosingPerson: boolean, cover: Cover | null): string | null {
  if (cover) return cover.kind === 'plan' ? `plan ${cover.plan.stage}` : `planning ${cover.planning.kind}`;
  if (!row) return null;
  if (isChoosingPerson) return 'person';
  if (isIdDue(row)) return 'id';
  const isHeld = row.state.kind === 'needsCode' && !row.can.includes('enterCode');
  return `${row.state.kind} ${row.rejections}${isHeld ? ' held' : ''} ${row.idCheck?.atMs ?? ''}`;
}
