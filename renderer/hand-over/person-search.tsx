import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Input, Label, SearchField } from 'react-aria-components';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useDesk, useSnapshot, useView } from '../desk.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { Refusal } from '../problem/refusal.tsx';
import { Icon } from '../ui/icon.tsx';
import { PeopleList } from './people-list.tsx';
import { answerTo, exactMatch } from './search-answer.ts';
import { SearchStatus } from './search-status.tsx';

/** Chosen: a fast typist leaves about 120 ms between keys; half of that again and each word is asked for once. */
const PAUSE_MS = 150;

type PersonSearchProps = { readonly row: QueueRow };

/** Finds the person. Nobody is chosen by being first: only by a single exact match, or by going to the line. */
export function PersonSearch({ row }: PersonSearchProps) {
  const { t } = useTranslation();
  const { change, send, say } = useDesk();
  const search = useSnapshot((snapshot) => snapshot.search);
  const badge = useView((view) => (view.badge?.itemId === row.id ? view.badge : null));
  const [query, setQuery] = useState(badge?.query === search.query ? search.query : '');
  const [seenBadge, setSeenBadge] = useState(badge?.seq ?? 0);
  const [advice, setAdvice] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(search.query);
  const answer = answerTo(search, query);

  // A badge has asked for its people already: its number stands in the box, and nobody is chosen by it.
  if (badge && badge.seq !== seenBadge) {
    setSeenBadge(badge.seq);
    setQuery(badge.query);
    setAdvice(null);
  }
  useEffect(() => {
    if (badge) asked.current = badge.query;
  }, [badge]);

  useEffect(() => {
    const wanted = query.trim();
    if (wanted === asked.current) return;
    const timer = setTimeout(
      () => {
        asked.current = wanted;
        void send('person', { kind: 'searchUsers', query: wanted });
      },
      // What another token's search left behind is taken away at once.
      wanted === '' ? 0 : PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [query, send]);

  const choose = (userId: string): void => {
    // The same person again changes nothing, so no picture would end the search.
    if (userId === row.user?.id) change({ otherPersonFor: null });
    else void send('person', { kind: 'chooseUser', itemId: row.id, userId });
  };

  const advise = (words: string): void => {
    setAdvice(words);
    say(words);
  };

  const onEnter = (): void => {
    if (query.trim() === '') return advise(t('person.typeFirst'));
    if (answer.kind === 'none') return advise(t('person.stillSearching'));
    const exact = exactMatch(answer.users);
    if (exact) choose(exact.id);
    else advise(t(answer.users.length === 0 ? 'person.none' : 'person.pickOne'));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
    }
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
  };

  return (
    <div className="person-search">
      <SearchField
        className="search-field"
        value={query}
        onChange={(typed) => {
          setQuery(typed);
          setAdvice(null);
        }}
      >
        <Label className="field-label">{t('person.label')}</Label>
        <div className="search-box">
          <Icon name="search" />
          <Input
            ref={field}
            data-step-focus=""
            placeholder={t('person.placeholder')}
            autoComplete="off"
            spellCheck="false"
            aria-controls="people-found"
            onKeyDown={onKeyDown}
          />
          <AriaButton className="search-clear" aria-label={t('person.clear')}>
            <Icon name="close" />
          </AriaButton>
        </div>
      </SearchField>
      <Refusal place="person" />
      {answer.kind === 'failed' && <ProblemNote problem={answer.problem} tone="care" />}
      <SearchStatus answer={answer} isEmpty={query.trim() === ''} advice={advice} />
      {answer.kind === 'found' && answer.users.length > 0 && (
        <PeopleList
          key={search.query}
          users={answer.users}
          listRef={list}
          onChoose={choose}
          onLeave={() => field.current?.focus()}
        />
      )}
    </div>
  );
}
