import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

/** Who is signed in, and the way in or out where there is one. */
export function Operator() {
  const { t } = useTranslation();
  const { send } = useDesk();
  const session = useSnapshot((snapshot) => snapshot.session);
  return (
    <span className="operator" data-tone={session.kind === 'out' ? 'care' : undefined}>
      <Icon name="person" />
      {session.kind === 'out' && (
        <>
          <span className="operator-state">{t('bar.nobody')}</span>
          <Button onPress={() => void send('session', { kind: 'signIn' })}>{t('bar.signIn')}</Button>
        </>
      )}
      {session.kind === 'signingIn' && (
        <>
          <span className="operator-state">{t('bar.signingIn')}</span>
          <Button onPress={() => void send('session', { kind: 'cancelSignIn' })}>{t('bar.cancelSignIn')}</Button>
        </>
      )}
      {session.kind === 'signingOut' && t('bar.signingOut')}
      {(session.kind === 'fixed' || session.kind === 'in') && <Name name={session.name} />}
      {session.kind === 'in' && (
        <Button kind="quiet" onPress={() => void send('session', { kind: 'signOut' })}>
          {t('bar.signOut')}
        </Button>
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
