import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../desk.ts';
import { useStepFocus } from '../hand-over/use-step-focus.ts';
import { Refusal } from '../problem/refusal.tsx';
import { useKeyAction } from '../use-keys.ts';
import { CodeStage } from './code-stage.tsx';
import { DoneStage } from './done-stage.tsx';
import { kioskStage, personOf, stageKey, type KioskStage } from './kiosk-stage.ts';
import { KioskPerson } from './kiosk-person.tsx';
import { KioskSteps } from './kiosk-steps.tsx';
import { ProveAgainStage, SignInStage, SigningInStage } from './sign-in-stages.tsx';
import { ScanStage } from './scan-stage.tsx';
import { ScanTrouble } from './scan-trouble.tsx';
import { StoppedStage } from './stopped-stage.tsx';
import { WaitStage, WorkingStage } from './working-stage.tsx';

/** One thing at a time, for somebody who does this once. It stands where queue and hand-over stand at a desk. */
export function Kiosk() {
  const { t } = useTranslation();
  const { send } = useDesk();
  const snapshot = useSnapshot((shown) => shown);
  const stage = kioskStage(snapshot);
  const area = useRef<HTMLElement>(null);
  const { session } = snapshot;
  useStepFocus(area, stage ? stageKey(stage) : '', null);
  useKeyAction('signIn', session.kind === 'out' ? () => void send('session', { kind: 'signIn' }) : null);
  useKeyAction('signOut', session.kind === 'in' ? () => void send('session', { kind: 'signOut' }) : null);
  if (!stage) return null;
  const person = personOf(stage);
  return (
    <section ref={area} className="kiosk" data-area="kiosk" tabIndex={-1} aria-label={t('kiosk.label')}>
      <KioskSteps stage={stage} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div className="kiosk-scroll">
        <div className="kiosk-sheet" data-stage={stage.kind}>
          {person && <KioskPerson person={person} canLeave={canLeave(stage)} />}
          <div className="kiosk-stage">
            <Stage stage={stage} />
            <Refusal place="item" />
          </div>
          <ScanTrouble who={person?.id ?? ''} openId={snapshot.open?.id ?? null} />
        </div>
      </div>
    </section>
  );
}

/** While a code is under way, and after it, there are other ways out. */
function canLeave({ kind }: KioskStage): boolean {
  return kind === 'scan' || kind === 'code' || kind === 'stopped';
}

function Stage({ stage }: { readonly stage: KioskStage }) {
  switch (stage.kind) {
    case 'signIn':
      return <SignInStage problem={stage.problem} />;
    case 'signingIn':
      return <SigningInStage prompt={stage.prompt} />;
    case 'signingOut':
    case 'lookingUp':
      return <WaitStage kind={stage.kind} />;
    case 'proveAgain':
      return <ProveAgainStage />;
    case 'scan':
      return <ScanStage />;
    case 'code':
      return <CodeStage row={stage.row} />;
    case 'working':
      return <WorkingStage row={stage.row} state={stage.state} />;
    case 'stopped':
      return <StoppedStage row={stage.row} problem={stage.problem} />;
    case 'done':
      return <DoneStage row={stage.row} endsAtMs={stage.endsAtMs} />;
  }
}
