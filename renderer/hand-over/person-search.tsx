import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Input, Label, SearchField } from 'react-aria-components';
import type { ItemId } from '../../electron/contract/item.ts';
import { useDesk, useSnapshot, useView } from '../desk.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { Refusal } from '../problem/refusal.tsx';
import { Icon } from '../ui/icon.tsx';
import { PeopleList } from './people-list.tsx';
import { answerTo, exactMatch } from './search-answer.ts';
import { SearchStatus } from './search-status.tsx';

/** Chosen: a fast typist leaves about 120 ms between keys; half of that again and each word is asked for once. */
const PAUSE_MS = 150;

type PersonSearchProps = {
  /** The token that somebody is looked for; `null`: somebody stands there before one was scanned. */
  readonly itemId: ItemId | null;
  readonly place: 'person' | 'visit';
  readonly label: string;
  readonly onChoose: (userId: string) => void;
};

/** Finds the person. Nobody is chosen by being first: only by a single exact match, or by going to the line. */
export function PersonSearch({ itemId, place, label, onChoose }: PersonSearchProps) {
  const { t } = useTranslation();
  const { send, say } = useDesk();
  const search = useSnapshot((snapshot) => snapshot.search);
  const badge = useView((view) => (view.badge?.itemId === itemId ? view.badge : null));
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
        void send(place, { kind: 'searchUsers', query: wanted });
      },
      // What another token's search left behind is taken away at once.
      wanted === '' ? 0 : PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [query, send, place]);

  const advise = (words: string): void => {
    setAdvice(words);
    say(words);
  };

  const onEnter = (): void => {
    if (query.trim() === '') return advise(t('person.typeFirst'));
    if (answer.kind === 'none') return advise(t('person.stillSearching'));
    const exact = exactMatch(answer.users);
    if (exact) onChoose(exact.id);
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
        <Label className="field-label">{label}</Label>
        <div className="search-box">
          <Icon name="search" />
          <Input
            ref={field}
            data-step-focus=""
            data-idle-field={itemId === null ? '' : undefined}
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
      <Refusal place={place} />
      {answer.kind === 'failed' && <ProblemNote problem={answer.problem} tone="care" />}
      <SearchStatus answer={answer} isEmpty={query.trim() === ''} advice={advice} />
      {answer.kind === 'found' && answer.users.length > 0 && (
        <PeopleList
          key={search.query}
          users={answer.users}
          listRef={list}
          onChoose={onChoose}
          onLeave={() => field.current?.focus()}
        />
      )}
    </div>
  );
}
