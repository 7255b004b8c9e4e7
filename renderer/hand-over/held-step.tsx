import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../electron/contract/item.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { Button } from '../ui/button.tsx';
import { FindingNote } from './finding-note.tsx';
import { codeStanding } from './finding-words.ts';
import { PreFlight } from './pre-flight.tsx';
import { WayOut } from './way-out.tsx';

type HeldStepProps = { readonly row: QueueRow };

/** Stands where the code boxes were: what was found is the thing to do. Nothing here has the focus by itself. */
export function HeldStep({ row }: HeldStepProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const standing = codeStanding(
    row,
    useSnapshot((snapshot) => snapshot.plan),
  );
  const held = standing.kind === 'held' ? standing.finding : null;
  return (
    <>
      {held ? (
        <FindingNote finding={held} row={row} withoutTitle />
      ) : (
        <p className="hint">{t(standing.kind === 'planned' ? 'handOver.hint.planned' : 'handOver.hint.closed')}</p>
      )}
      <div className="ways-out">
        {held && <WayOut finding={held} row={row} isMain />}
        {row.can.includes('checkAgain') && (
          <Button
            caps={bindingOf('checkAgain').caps}
            onPress={() => void send('item', { kind: 'checkAgain', itemId: row.id })}
          >
            {t('preFlight.lookAgain')}
          </Button>
        )}
      </div>
      {standing.kind !== 'planned' && <PreFlight row={row} held={held} />}
    </>
  );
}
