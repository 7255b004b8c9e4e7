import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/contract/problem.ts';
import { useDesk, useSnapshot } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { Evidence } from '../problem/problem-note.tsx';
import { problemWords, type ProblemText } from '../problem/problem-text.ts';
import { ScopeOffer } from '../rights/scope-offer.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useKeyAction } from '../use-keys.ts';
import { DeviceCode } from './device-code.tsx';

/** The way in, from the first button to the code: always in this place, beside the queue and never over it. */
export function SignInStrip() {
  const { t } = useTranslation();
  const { send } = useDesk();
  const session = useSnapshot((snapshot) => snapshot.session);
  const signIn = (): void => void send('session', { kind: 'signIn' });
  const cancel = (): void => void send('session', { kind: 'cancelSignIn' });
  useKeyAction('signIn', session.kind === 'out' ? signIn : null);
  useKeyAction('cancelSignIn', session.kind === 'signingIn' ? cancel : null);
  if (session.kind !== 'out' && session.kind !== 'signingIn') return null;
  return (
    <section
      className="sign-in"
      data-area="sign-in"
      data-tone={session.kind === 'out' ? 'care' : 'now'}
      aria-label={t('signIn.label')}
    >
      {session.kind === 'out' && <Out problem={session.problem} />}
      {session.kind === 'signingIn' && session.prompt === null && <InBrowser />}
      {session.kind === 'signingIn' && session.prompt && (
        <DeviceCode key={session.prompt.userCode} prompt={session.prompt} />
      )}
      {session.kind === 'out' ? (
        <Button kind="main" caps={bindingOf('signIn').caps} onPress={signIn}>
          {t('signIn.button')}
        </Button>
      ) : (
        <Button onPress={cancel}>{t('signIn.cancel')}</Button>
      )}
    </section>
  );
}

function Out({ problem }: { readonly problem: Problem | null }) {
  const { title, next } = useWords(problem);
  return (
    <>
      <Icon name={problem?.code === 'idle-locked' ? 'lock' : 'person'} />
      <div className="sign-in-words">
        <p>
          <b>{title}</b> {next}
        </p>
        {problem && <Evidence problem={problem} />}
        {problem?.code === 'scopes-not-granted' && <ScopeOffer />}
      </div>
    </>
  );
}

/** Why nobody is signed in, where that is more than that nobody is. */
function useWords(problem: Problem | null): ProblemText {
  const { t } = useTranslation();
  const minutes = useSnapshot((snapshot) => snapshot.settings.values.idleLockMinutes.value);
  if (!problem || problem.code === 'signed-out') return { title: t('signIn.outTitle'), next: t('signIn.outNext') };
  if (problem.code === 'idle-locked') {
    const title = minutes === 0 ? t('signIn.lockedUnknown') : t('signIn.lockedTitle', { count: minutes });
    return { title, next: t('signIn.lockedNext') };
  }
  const { title, next } = problemWords(problem.code, false);
  return { title: `${title}.`, next };
}

function InBrowser() {
  const { t } = useTranslation();
  return (
    <>
      <Icon name="person" />
      <p className="sign-in-words">
        <b>{t('signIn.browserTitle')}</b> {t('signIn.browserNext')}
      </p>
    </>
  );
}
