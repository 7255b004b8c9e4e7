import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Session } from '../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useKeyAction } from '../use-keys.ts';

/** Who is signed in, and the way out. The way in leads through its own panel at the foot. */
export function Operator() {
  const { t } = useTranslation();
  const { send } = useDesk();
  const session = useSnapshot((snapshot) => snapshot.session);
  const signOut = (): void => void send('session', { kind: 'signOut' });
  useKeyAction('signOut', session.kind === 'in' ? signOut : null);
  return (
    <span className="operator" data-tone={session.kind === 'out' ? 'care' : undefined}>
      {session.kind !== 'in' && <Icon name="person" />}
      {session.kind === 'out' && t('bar.nobody')}
      {session.kind === 'signingIn' && t('bar.signingIn')}
      {session.kind === 'signingOut' && t('bar.signingOut')}
      {session.kind === 'fixed' && <Name name={session.name} />}
      {session.kind === 'in' && (
        <>
          <SignedIn session={session} onSignOut={signOut} />
          <Button kind="quiet" onPress={signOut}>
            {t('bar.signOut')}
          </Button>
        </>
      )}
    </span>
  );
}

function Name({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="only-heard">{t('bar.signedInAs', { name })}</span>
      <span aria-hidden="true" className="operator-name" title={name}>
        {name}
      </span>
    </>
  );
}

type SignedInProps = { readonly session: Extract<Session, { kind: 'in' }>; readonly onSignOut: () => void };

/** Two people may have one name: the sign-in name stands under it where there is room, and opens in full. */
function SignedIn({ session: { name, userPrincipalName }, onSignOut }: SignedInProps) {
  const { t } = useTranslation();
  const words = t('bar.signedInAsWho', { name, signInName: userPrincipalName });
  return (
    <DialogTrigger>
      <AriaButton className="signed-in" aria-label={words}>
        <Icon name="person" />
        <span className="signed-in-who">
          <span className="operator-name">{name}</span>
          <span className="sign-in-name">{userPrincipalName}</span>
        </span>
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Dialog className="who" aria-label={words}>
          <p className="who-name">{name}</p>
          <p className="who-sign-in-name">{userPrincipalName}</p>
          <Button caps={bindingOf('signOut').caps} onPress={onSignOut}>
            {t('bar.signOut')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
