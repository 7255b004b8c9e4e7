import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { Finding } from '../../electron/contract/pre-flight.ts';
import { useDesk } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { useAskForPlan } from '../plan/use-ask-for-plan.ts';
import { Button } from '../ui/button.tsx';

type WayOutProps = { readonly finding: Finding; readonly row: QueueRow; readonly isMain?: boolean };

/** What helps against a finding, where the station can do it. */
export function WayOut({ finding: { kind }, row, isMain = false }: WayOutProps) {
  const { t } = useTranslation();
  const { change } = useDesk();
  const { ask, reassign } = useAskForPlan();
  const look = isMain ? 'main' : 'plain';
  if (kind === 'fiveMethods' && row.can.includes('replace'))
    return (
      <Button kind={look} caps={bindingOf('replaceToken').caps} onPress={() => ask('replace', row)}>
        {t('preFlight.replace')}
      </Button>
    );
  if (kind === 'assignedToAnother' && row.can.includes('reassign'))
    return (
      <Button kind={look} onPress={() => reassign(row)}>
        {t('preFlight.takeBackFirst')}
      </Button>
    );
  if (kind === 'guest' && row.can.includes('chooseUser'))
    return (
      <Button kind={look} caps={bindingOf('otherPerson').caps} onPress={() => change({ otherPersonFor: row.id })}>
        {t('preFlight.anotherPerson')}
      </Button>
    );
  return null;
}
