import { useTranslation } from 'react-i18next';
import type { Difference, DifferenceKind } from '../../electron/contract/shift.ts';
import { Evidence } from '../problem/problem-note.tsx';
import { useProblemWords } from '../problem/use-problem-words.ts';
import { Sign } from '../ui/sign.tsx';
import { TailText } from '../ui/tail-text.tsx';

const SIGNS = {
  missing: { icon: 'stop', tone: 'stop' },
  notActive: { icon: 'warning', tone: 'stop' },
  unread: { icon: 'question', tone: 'care' },
} as const satisfies Readonly<Record<DifferenceKind, object>>;

type DifferencesProps = { readonly differences: readonly Difference[] };

/** What the tenant says otherwise, each with the next step. */
export function Differences({ differences }: DifferencesProps) {
  const { t } = useTranslation();
  if (differences.length === 0) return null;
  return (
    <section className="differences" aria-label={t('shift.difference.label')}>
      <h3>{t('shift.difference.label')}</h3>
      <ul className="exceptions-list">
        {differences.map((difference) => (
          <DifferenceRow key={difference.itemId} difference={difference} />
        ))}
      </ul>
    </section>
  );
}

function DifferenceRow({ difference }: { readonly difference: Difference }) {
  const { t } = useTranslation();
  const { kind, serialNumber, userName, problem } = difference;
  return (
    <li className="exception">
      <Sign {...SIGNS[kind]} isFilled={kind === 'missing'} />
      <div className="exception-what">
        <TailText text={serialNumber} size="row" />
      </div>
      <div className="exception-person">
        <span className="exception-name">{userName}</span>
      </div>
      <div className="exception-why">
        <p className="exception-reason" data-tone={SIGNS[kind].tone}>
          {t(`shift.difference.${kind}.title`)}
        </p>
        {problem && <Why problem={problem} />}
        <p className="second">{t(`shift.difference.${kind}.next`)}</p>
      </div>
    </li>
  );
}

function Why({ problem }: { readonly problem: NonNullable<Difference['problem']> }) {
  const { title } = useProblemWords(problem.code);
  return (
    <>
      <p className="second">{title}.</p>
      <Evidence problem={problem} />
    </>
  );
}
