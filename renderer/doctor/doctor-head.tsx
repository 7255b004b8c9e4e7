import { useTranslation } from 'react-i18next';
import type { Problem } from '../../electron/contract/problem.ts';
import { useDesk } from '../desk.ts';
import { bindingOf } from '../keys.ts';
import { ProblemNote } from '../problem/problem-note.tsx';
import { Refusal } from '../problem/refusal.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useKeyAction, useOfferedActions } from '../use-keys.ts';

type DoctorHeadProps = { readonly problem: Problem | null };

/** Says first what is different here: no scan counts. */
export function DoctorHead({ problem }: DoctorHeadProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const close = (): void => void send('doctor', { kind: 'closeDoctor' });
  // Esc first answers a question that is open.
  useKeyAction('closeDoctor', useOfferedActions().has('keep') ? null : close);
  useKeyAction('doctor', close);
  return (
    <>
      <div className="doctor-head">
        <Icon name="reader" />
        <div className="doctor-title">
          <h2>{t('doctor.title')}</h2>
          <p className="doctor-about">{t('doctor.about')}</p>
        </div>
        <Button icon="retry" onPress={() => void send('doctor', { kind: 'lookAgain' })}>
          {t('doctor.lookAgain')}
        </Button>
        <Button kind="main" caps={bindingOf('closeDoctor').caps} onPress={close}>
          {t('doctor.close')}
        </Button>
      </div>
      <Refusal place="doctor" />
      {problem && <ProblemNote problem={problem} tone="care" />}
    </>
  );
}
