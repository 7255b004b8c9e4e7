import { useTranslation } from 'react-i18next';
import type { FindingKind } from '../../electron/contract/pre-flight.ts';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Problem, ProblemCode } from '../../electron/contract/problem.ts';
import { useDesk } from '../desk.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { SupportCopy } from '../problem/support-copy.tsx';
import { useProblemWords } from '../problem/use-problem-words.ts';
import { Button } from '../ui/button.tsx';
import { AnotherToken } from './another-token.tsx';
import { KioskSay } from './kiosk-say.tsx';
import { KioskToken } from './kiosk-token.tsx';

/** What passes by itself. Everything else is asked about first, so its button is not the large one. */
const HELPS_TO_REPEAT: ReadonlySet<ProblemCode> = new Set([
  'graph-failing',
  'graph-unreachable',
  'throttled',
  'not-confirmed',
]);

type StoppedStageProps = { readonly row: QueueRow; readonly problem: Problem | null };

/** What is wrong and where help is, before anything else. */
export function StoppedStage({ row, problem }: StoppedStageProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const isOld = problem?.code === 'fresh-sign-in-wanted';
  return (
    <>
      <KioskToken row={row} />
      <Words problem={problem ?? problemFound(row)} />
      <p className="kiosk-actions">
        {isOld && (
          <Button kind="main" onPress={() => void send('session', { kind: 'signInAgain' })}>
            {t('kiosk.signInAgain')}
          </Button>
        )}
        {!isOld && row.can.includes('retry') && (
          <Button
            kind={problem && HELPS_TO_REPEAT.has(problem.code) ? 'main' : 'plain'}
            onPress={() => void send('item', { kind: 'retryItem', itemId: row.id })}
          >
            {t('kiosk.retry')}
          </Button>
        )}
        <AnotherToken row={row} />
        <Button onPress={() => void send('session', { kind: 'signOut' })}>{t('kiosk.leave')}</Button>
      </p>
    </>
  );
}

function Words({ problem }: { readonly problem: Problem | null }) {
  const { t } = useTranslation();
  if (problem) return <ProblemWords problem={problem} />;
  return (
    <>
      <KioskSay tone="stop">{t('kiosk.held')}</KioskSay>
      <p className="kiosk-hint">{t('kiosk.heldNext')}</p>
    </>
  );
}

function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { title } = useProblemWords(problem.code);
  const hasWords = problem.detail !== undefined || problem.requestId !== undefined;
  return (
    <>
      <KioskSay tone="stop">{title}</KioskSay>
      <ProblemNote problem={problem} withoutTitle />
      {/* Whoever helps here was not there when it happened. */}
      {!hasWords && <SupportCopy problem={problem} />}
    </>
  );
}

const FOUND: Readonly<Partial<Record<FindingKind, ProblemCode>>> = {
  guest: 'user-is-guest',
  fiveMethods: 'user-has-five-methods',
  assignedToAnother: 'token-taken',
  notInInventory: 'serial-unknown',
};

/** What was found before a code could be sent says the same as Graph would. */
function problemFound({ preFlight }: QueueRow): Problem | null {
  const kind = preFlight?.findings.find(({ weight }) => weight === 'stops')?.kind;
  const code = kind && FOUND[kind];
  return code ? { code } : null;
}
