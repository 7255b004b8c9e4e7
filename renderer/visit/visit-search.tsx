import { useDesk } from '../desk.ts';
import { PersonSearch } from '../hand-over/person-search.tsx';

type VisitSearchProps = { readonly label: string };

/** Finds whoever stands at the desk, before a token is scanned for them. */
export function VisitSearch({ label }: VisitSearchProps) {
  const { send } = useDesk();
  return (
    <PersonSearch
      itemId={null}
      place="visit"
      label={label}
      onChoose={(userId) => void send('visit', { kind: 'beginVisit', userId })}
    />
  );
}
