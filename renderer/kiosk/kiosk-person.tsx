import { useTranslation } from 'react-i18next';
import type { User } from '../../electron/contract/user.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../ui/button.tsx';

type KioskPersonProps = { readonly person: User; readonly canLeave: boolean };

/** Whose token it will be: the last chance to see that somebody else's sign-in is still there. */
export function KioskPerson({ person: { displayName, userPrincipalName }, canLeave }: KioskPersonProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  return (
    <div className="kiosk-person">
      <div>
        <p className="kiosk-hello">{t('kiosk.hello', { name: displayName })}</p>
        <p className="kiosk-upn">{userPrincipalName}</p>
      </div>
      {canLeave && <Button onPress={() => void send('session', { kind: 'signOut' })}>{t('kiosk.notYou')}</Button>}
    </div>
  );
}
