import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/contract/problem.ts';
import type { DeviceCodePrompt } from '../../electron/contract/snapshot.ts';
import { useDesk } from '../desk.ts';
import { TokenDrawing } from '../hand-over/token-drawing.tsx';
import { ProblemNote } from '../problem/problem-note.tsx';
import { DeviceCode } from '../sign-in/device-code.tsx';
import { Button } from '../ui/button.tsx';
import { useKeyAction } from '../use-keys.ts';
import { KioskSay } from './kiosk-say.tsx';

/** Nobody is here. What stood here before is gone, and the way in is one large button. */
export function SignInStage({ problem }: { readonly problem: Problem | null }) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const shown = shownProblem(problem);
  return (
    <>
      {shown ? <ProblemNote problem={shown} tone="care" /> : <TokenDrawing />}
      <KioskSay>{t('kiosk.say.signIn')}</KioskSay>
      <p className="kiosk-hint">{t('kiosk.hint.signIn')}</p>
      <p className="kiosk-actions">
        <Button kind="main" data-step-focus="" onPress={() => void send('session', { kind: 'signIn' })}>
          {t('kiosk.signIn')}
        </Button>
      </p>
      <p className="kiosk-small">{t('kiosk.hint.account')}</p>
    </>
  );
}

/** That the one before was signed out for being away is no news to the next; and who it was is not theirs to know. */
function shownProblem(problem: Problem | null): Problem | null {
  if (!problem || problem.code === 'idle-locked') return null;
  return problem.code === 'wrong-person' ? { code: problem.code } : problem;
}

export function SigningInStage({ prompt }: { readonly prompt: DeviceCodePrompt | null }) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const kind = prompt ? 'elsewhere' : 'browser';
  const cancel = (): void => void send('session', { kind: 'cancelSignIn' });
  useKeyAction('cancelSignIn', cancel);
  return (
    <div className="kiosk-stage" data-area="sign-in" data-step-focus="" tabIndex={-1}>
      <KioskSay>{t(`kiosk.say.${kind}`)}</KioskSay>
      <p className="kiosk-hint">{t(`kiosk.hint.${kind}`)}</p>
      {prompt ? (
        <DeviceCode key={prompt.userCode} prompt={prompt} onlyToRead />
      ) : (
        <div className="working-line" data-tone="now" />
      )}
      <p className="kiosk-actions">
        <Button onPress={cancel}>{t('kiosk.cancel')}</Button>
      </p>
    </div>
  );
}

/** Microsoft lets people change their own sign-in methods only for ten minutes after they have proved who they are. */
export function ProveAgainStage() {
  const { t } = useTranslation();
  const { send } = useDesk();
  const cancel = (): void => void send('session', { kind: 'cancelSignIn' });
  useKeyAction('cancelSignIn', cancel);
  return (
    <div className="kiosk-stage" data-area="sign-in" data-step-focus="" tabIndex={-1}>
      <KioskSay>{t('kiosk.say.proveAgain')}</KioskSay>
      <p className="kiosk-hint">{t('kiosk.hint.proveAgain')}</p>
      <div className="working-line" data-tone="now" />
      <p className="kiosk-actions">
        <Button onPress={cancel}>{t('kiosk.cancelAndEnd')}</Button>
      </p>
    </div>
  );
}
