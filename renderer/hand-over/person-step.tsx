import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { PersonSearch } from './person-search.tsx';

type PersonStepProps = { readonly row: QueueRow };

export function PersonStep({ row }: PersonStepProps) {
  const { t } = useTranslation();
  const { change, send } = useDesk();
  const choose = (userId: string): void => {
    // The same person again changes nothing, so no picture would end the search.
    if (userId === row.user?.id) change({ otherPersonFor: null });
    else void send('person', { kind: 'chooseUser', itemId: row.id, userId });
  };
  return (
    <>
      {row.user && (
        <Button onPress={() => change({ otherPersonFor: null })}>
          {t('person.keep', { name: row.user.displayName })}
        </Button>
      )}
      {/* Another token starts with an empty search: no name is carried over. */}
      <PersonSearch key={row.id} itemId={row.id} place="person" label={t('person.label')} onChoose={choose} />
    </>
  );
}
