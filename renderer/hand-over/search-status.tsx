import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { exactMatch, type SearchAnswer } from './search-answer.ts';

type SearchStatusProps = {
  readonly answer: SearchAnswer;
  readonly isEmpty: boolean;
  /** What Enter could not do. It replaces the count until something is typed, and is said by whoever gives it. */
  readonly advice: string | null;
};

/** One line under the search box, always there, so that the list under it stays in its place. */
export function SearchStatus({ answer, isEmpty, advice }: SearchStatusProps) {
  const { t } = useTranslation();
  return (
    <div className="search-status" data-tone={advice ? 'care' : undefined}>
      {advice}
      <span role="status">{advice ? '' : wordsFor(t, answer, isEmpty)}</span>
    </div>
  );
}

function wordsFor(t: TFunction, answer: SearchAnswer, isEmpty: boolean): string {
  if (isEmpty) return t('person.idle');
  if (answer.kind === 'failed') return '';
  if (answer.kind === 'none') return t('person.searching');
  if (answer.users.length === 0) return t('person.none');
  if (answer.hasMore) return t('person.more');
  if (exactMatch(answer.users)) return t('person.exactOne');
  return t('person.found', { count: answer.users.length });
}
