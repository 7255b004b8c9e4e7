import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../electron/contract/visit.ts';
import { useDesk } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { Refusal } from '../problem/refusal.tsx';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';
import { IdNow } from './id-now.tsx';

type VisitActionsProps = {
  readonly visit: VisitView;
  readonly isLooking: boolean;
  /** Looks for somebody else, or keeps who is here. */
  readonly onLook: (isLooking: boolean) => void;
};

/** What may be asked for while somebody stands there without a token. */
export function VisitActions({ visit, isLooking, onLook }: VisitActionsProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const [isAsking, setIsAsking] = useState(false);
  const { user, idCheck, needsIdCheck } = visit;
  const end = (): void => void send('visit', { kind: 'endVisit' });
  const look = isLooking ? null : () => onLook(true);
  useKeyAction('endVisit', end);
  useKeyAction('otherPerson', look);

  if (isAsking) return <IdNow itemId={null} name={user.displayName} onLeave={() => setIsAsking(false)} />;
  return (
    <div className="item-actions">
      {isLooking && <Button onPress={() => onLook(false)}>{t('person.keep', { name: user.displayName })}</Button>}
      {look && (
        <Button caps={bindingOf('otherPerson').caps} onPress={look}>
          {t('visit.other')}
        </Button>
      )}
      <Button caps={bindingOf('endVisit').caps} onPress={end}>
        {t('visit.gone')}
      </Button>
      {!isLooking && !needsIdCheck && (
        <Button onPress={() => setIsAsking(true)}>{t(idCheck ? 'visit.changeId' : 'visit.askId')}</Button>
      )}
      {/* Where the ID is due or somebody is looked for, it stands there. */}
      {!isLooking && !needsIdCheck && <Refusal place="visit" />}
    </div>
  );
}
