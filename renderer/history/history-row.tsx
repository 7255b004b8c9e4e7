import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../electron/contract/history.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { useProblemWords } from '../problem/use-problem-words.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { formatMoment } from './entry-time.ts';
import { formatNumber, historyWords } from './history-words.ts';

type HistoryRowProps = { readonly entry: HistoryEntry };

/** One entry: when, what in words, why, and who worked here. */
export function HistoryRow({ entry }: HistoryRowProps) {
  const { t } = useTranslation();
  const { seq, atMs, operator, problem, requestId, userPrincipalName } = entry;
  return (
    <li className="history-row" data-tone={problem || entry.kind === 'unreadable' ? 'care' : undefined}>
      <p className="history-when">
        <time>{formatMoment(atMs)}</time>
        <span className="second">{t('history.seq', { seq: formatNumber(seq) })}</span>
      </p>
      <div className="history-what">
        <p className="history-words">{historyWords(t, entry)}</p>
        {userPrincipalName && <p className="second">{userPrincipalName}</p>}
        {problem && <Reason problem={problem} />}
        {requestId && <RequestId seq={seq} requestId={requestId} />}
      </div>
      <p className="history-who second">
        {operator ? t('history.by', { operator: operator.name }) : t('history.byNobody')}
      </p>
    </li>
  );
}

function Reason({ problem }: { readonly problem: Problem }) {
  const { title } = useProblemWords(problem.code);
  return (
    <p className="history-reason">
      {title}
      {problem.detail && <q>{problem.detail}</q>}
    </p>
  );
}

type RequestIdProps = { readonly seq: number; readonly requestId: string };

function RequestId({ seq, requestId }: RequestIdProps) {
  const { t } = useTranslation();
  const source = useRef<HTMLElement>(null);
  return (
    <p className="history-request second">
      {t('history.requestId')} <code ref={source}>{requestId}</code>
      <CopyButton source={source} label={t('history.copyRequestId', { seq: formatNumber(seq) })} />
    </p>
  );
}
