import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useDesk, useSnapshot } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { RightsList } from '../rights/rights-list.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useKeyAction } from '../use-keys.ts';

/** Who is signed in, what they may do, and the way out. The way in leads through its own panel at the foot. */
export function Operator() {
  const { t } = useTranslation();
  const { send } = useDesk();
  const session = useSnapshot((snapshot) => snapshot.session);
  const signOut = (): void => void send('session', { kind: 'signOut' });
  useKeyAction('signOut', session.kind === 'in' ? signOut : null);
  return (
    <span className="operator" data-session={session.kind} data-tone={session.kind === 'out' ? 'care' : undefined}>
      {(session.kind === 'fixed' || session.kind === 'in') && (
        <Who
          name={session.name}
          signInName={session.kind === 'in' ? session.userPrincipalName : null}
          onSignOut={session.kind === 'in' ? signOut : null}
        />
      )}
      {session.kind === 'in' && (
        <Button kind="quiet" onPress={signOut}>
          {t('bar.signOut')}
        </Button>
      )}
      {session.kind !== 'fixed' && session.kind !== 'in' && (
        <>
          <Icon name="person" />
          {session.kind === 'out' && t('bar.nobody')}
          {session.kind === 'signingIn' && t('bar.signingIn')}
          {session.kind === 'signingOut' && t('bar.signingOut')}
        </>
      )}
    </span>
  );
}

type WhoProps = {
  readonly name: string;
  /** Two people may have one name: it stands under the name where there is room, and opens in full. */
  readonly signInName: string | null;
  /** `null`: nobody can sign out, as in practice. */
  readonly onSignOut: (() => void) | null;
};

function Who({ name, signInName, onSignOut }: WhoProps) {
  const { t } = useTranslation();
  const words = signInName ? t('bar.signedInAsWho', { name, signInName }) : t('bar.signedInAs', { name });
  return (
    <DialogTrigger>
      <AriaButton className="signed-in" aria-label={words}>
        <Icon name="person" />
        <span className="signed-in-who">
          <span className="operator-name">{name}</span>
          {signInName && <span className="sign-in-name">{signInName}</span>}
        </span>
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Dialog className="who" aria-label={words}>
          <p className="who-name">{name}</p>
          {signInName && <p className="who-sign-in-name">{signInName}</p>}
          <RightsList />
          {onSignOut && (
            <Button caps={bindingOf('signOut').caps} onPress={onSignOut}>
              {t('bar.signOut')}
            </Button>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
