import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useView } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { setRefusal } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { PasswordForm } from './password-form.tsx';

type OpenFileProps = { readonly kind: 'main' | 'plain' };

/** The system's own dialog asks for the file; its password is asked for here, where it has one. */
export function OpenFile({ kind }: OpenFileProps) {
  const { t } = useTranslation();
  const { store, send } = useDesk();
  const refused = useView((view) => view.refusals.seeds?.code);
  const [isBusy, setIsBusy] = useState(false);
  const wantsPassword = refused === 'seed-password-wanted' || refused === 'seed-password-wrong';

  const open = async (password: string, again: boolean): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    await send('seeds', { kind: 'openSeedFile', password, again });
    setIsBusy(false);
    // Whoever closed the dialog knows that.
    if (store.getState().view.refusals.seeds?.code === 'cancelled') setRefusal(store, 'seeds', null);
  };

  return (
    <div className="open-file">
      <Refusal place="seeds" />
      {wantsPassword && <PasswordForm isBusy={isBusy} onSend={(password) => void open(password, true)} />}
      <Button kind={wantsPassword ? 'plain' : kind} onPress={() => void open('', false)}>
        {t(wantsPassword || kind === 'plain' ? 'seeds.openAnother' : 'seeds.open')}
      </Button>
    </div>
  );
}
