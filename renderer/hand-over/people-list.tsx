import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBox } from 'react-aria-components';
import type { UserMatch } from '../../electron/contract/user.ts';
import { Person } from './person.tsx';
import { foldName, sharedNames } from './search-answer.ts';

type PeopleListProps = {
  readonly users: readonly UserMatch[];
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onChoose: (userId: string) => void;
  /** Back to the search box: arrow up from the first, or any letter. */
  readonly onLeave: () => void;
};

/** The people found. None is marked until the operator goes to one; Enter or a click there chooses. */
export function PeopleList({ users, listRef, onChoose, onLeave }: PeopleListProps) {
  const { t } = useTranslation();
  const shared = sharedNames(users);

  const onKeyDown = (event: KeyboardEvent): void => {
    const isOnFirst = document.activeElement?.getAttribute('data-key') === users[0]?.id;
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'ArrowUp' && isOnFirst) event.preventDefault();
    else if (!isLetter && event.key !== 'Backspace') return;
    // The key goes on into the search box, where it is typed.
    event.stopPropagation();
    onLeave();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- passes keys on; the list box itself is inside
    <div className="people" onKeyDownCapture={onKeyDown}>
      <ListBox
        ref={listRef}
        id="people-found"
        className="people-list"
        aria-label={t('person.list')}
        selectionMode="none"
        items={users}
        onAction={(key) => onChoose(String(key))}
      >
        {(user) => <Person user={user} hasNamesake={shared.has(foldName(user.displayName))} />}
      </ListBox>
    </div>
  );
}
