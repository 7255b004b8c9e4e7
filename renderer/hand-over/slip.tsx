import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { DueStep } from './due-step.tsx';
import { PersonLine } from './person-line.tsx';
import { PersonStep } from './person-step.tsx';
import { Sentence } from './sentence.tsx';
import { Step } from './step.tsx';
import { TokenLine } from './token-line.tsx';

type SlipProps = { readonly row: QueueRow; readonly isChoosingPerson: boolean };

/** Token, Person, Code: one slip that fills up from the top. */
export function Slip({ row, isChoosingPerson }: SlipProps) {
  const { t } = useTranslation();
  const isDone = row.state.kind === 'activated';
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
          standing="done"
          head={row.user && <PersonLine user={row.user} />}
        />
      )}
      {isChoosingPerson ? (
        <Step number={3} label={t('handOver.code')} standing="later" />
      ) : (
        <Step number={3} label={t('handOver.code')} standing={isDone ? 'done' : 'due'} head={<Sentence row={row} />}>
          <DueStep row={row} />
        </Step>
      )}
    </ol>
  );
}
