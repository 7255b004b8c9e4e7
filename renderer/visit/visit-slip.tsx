import { useTranslation } from 'react-i18next';
import type { LaneView } from '../../electron/contract/reader.ts';
import type { VisitView } from '../../electron/contract/visit.ts';
import { useSnapshot } from '../desk.ts';
import { FindingNote } from '../hand-over/finding-note.tsx';
import { findingWords } from '../hand-over/finding-words.ts';
import { PersonLine } from '../hand-over/person-line.tsx';
import { Step } from '../hand-over/step.tsx';
import { IdChoice } from './id-choice.tsx';
import { IdSeen } from './id-seen.tsx';
import { VisitKnown, heldFinding } from './visit-known.tsx';
import { VisitSearch } from './visit-search.tsx';

type VisitSlipProps = { readonly lane: LaneView; readonly visit: VisitView; readonly isLooking: boolean };

/** Person, ID, Token: the slip of somebody who stands at the desk and has no token yet. */
export function VisitSlip({ lane, visit, isLooking }: VisitSlipProps) {
  const { t } = useTranslation();
  const { user, idCheck, needsIdCheck } = visit;
  const hasId = needsIdCheck || idCheck !== null;
  if (isLooking)
    return (
      <ol className="slip">
        <Step
          number={1}
          label={t('handOver.person')}
          standing="due"
          head={<p className="say">{t('visit.sayOther')}</p>}
        >
          <VisitSearch label={t('person.label')} />
        </Step>
        <Step number={2} label={t('handOver.token')} standing="later" />
      </ol>
    );
  return (
    <ol className="slip">
      <Step
        number={1}
        label={t('handOver.person')}
        standing="done"
        head={<PersonLine user={user} size="large" idCheck={null} />}
      />
      {hasId && (
        <Step
          number={2}
          label={t('visit.id')}
          standing={needsIdCheck ? 'due' : 'done'}
          head={needsIdCheck ? <p className="say">{t('visit.sayId')}</p> : <IdSeen idCheck={idCheck} />}
        >
          {needsIdCheck && (
            <>
              <p className="hint">{t('visit.idHint')}</p>
              <IdChoice itemId={null} name={user.displayName} />
              <VisitKnown visit={visit} held={null} />
            </>
          )}
        </Step>
      )}
      {needsIdCheck ? (
        <Step number={3} label={t('handOver.token')} standing="later" />
      ) : (
        <ScanStep number={hasId ? 3 : 2} lane={lane} visit={visit} />
      )}
    </ol>
  );
}

type ScanStepProps = { readonly number: number; readonly lane: LaneView; readonly visit: VisitView };

function ScanStep({ number, lane, visit }: ScanStepProps) {
  const { t } = useTranslation();
  const hasReader = useSnapshot((snapshot) => snapshot.readers.some(({ problem }) => problem === null));
  const isOneOfMany = useSnapshot((snapshot) => snapshot.lanes.length > 1) && lane.name !== '';
  const held = heldFinding(visit);
  const hint = isOneOfMany ? t('visit.hintScanAt', { reader: lane.name }) : t('visit.hintScan');
  return (
    <Step
      number={number}
      label={t('handOver.token')}
      standing="due"
      head={
        held ? (
          <p className="say" data-tone="stop">
            {findingWords(t, held, null).title}
          </p>
        ) : (
          <p className="say">{t('visit.sayScan', { name: visit.user.displayName })}</p>
        )
      }
    >
      {held ? (
        <FindingNote finding={held} row={null} withoutTitle />
      ) : (
        <p className="hint">{hasReader ? hint : t('visit.hintNoReader')}</p>
      )}
      <VisitKnown visit={visit} held={held} />
    </Step>
  );
}
