import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { IdDue } from '../visit/id-due.tsx';
import { DueStep } from './due-step.tsx';
import { isIdDue } from './finding-words.ts';
import { PersonLine } from './person-line.tsx';
import { PersonStep } from './person-step.tsx';
import { Sentence } from './sentence.tsx';
import { Step } from './step.tsx';
import { TokenLine } from './token-line.tsx';

type SlipProps = { readonly row: QueueRow; readonly isChoosingPerson: boolean };

/** Token, Person, Code: one slip that fills up from the top. */
export function Slip({ row, isChoosingPerson }: SlipProps) {
  const { t } = useTranslation();
  const isDone = row.state.kind === 'activated' || row.state.kind === 'assigned';
  const last = t(row.goal === 'assign' ? 'handOver.assign' : 'handOver.code');
  const isSeeing = !isChoosingPerson && isIdDue(row);
  return (
    <ol className="slip">
      <Step number={1} label={t('handOver.token')} standing="done" head={<TokenLine row={row} />} />
      {isChoosingPerson ? (
        <Step
          number={2}
          label={t('handOver.person')}
          standing="due"
          head={<p className="say">{t(row.user ? 'handOver.say.otherUser' : 'handOver.say.needsUser')}</p>}
        >
          <PersonStep row={row} />
        </Step>
      ) : (
        <Step
          number={2}
          label={t('handOver.person')}
          standing={isSeeing ? 'due' : 'done'}
          head={row.user && <PersonLine user={row.user} idCheck={row.idCheck} />}
        >
          {isSeeing && <IdDue row={row} />}
        </Step>
      )}
      {isChoosingPerson || isSeeing ? (
        <Step number={3} label={last} standing="later" />
      ) : (
        <Step number={3} label={last} standing={isDone ? 'done' : 'due'} head={<Sentence row={row} />}>
          <DueStep row={row} />
        </Step>
      )}
    </ol>
  );
}
