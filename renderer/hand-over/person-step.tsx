import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { PersonSearch } from './person-search.tsx';

type PersonStepProps = { readonly row: QueueRow };

export function PersonStep({ row }: PersonStepProps) {
  const { t } = useTranslation();
  const { change } = useDesk();
  return (
    <>
      {row.user && (
        <Button onPress={() => change({ otherPersonFor: null })}>
          {t('person.keep', { name: row.user.displayName })}
        </Button>
      )}
      {/* Another token starts with an empty search: no name is carried over. */}
      <PersonSearch key={row.id} row={row} />
    </>
  );
}
