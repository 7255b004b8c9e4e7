import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../desk.ts';
import { Button } from '../ui/button.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import { permissionsAskedFor } from './permissions.ts';

/** The way out for a tenant that does not have the narrow permission yet, or who can open it. */
export function ScopeOffer() {
  const { t } = useTranslation();
  const { send } = useDesk();
  const values = useSnapshot((snapshot) => snapshot.settings.values);
  const needsRestart = useSnapshot((snapshot) => snapshot.settings.needsRestart.includes('scopeSet'));
  const isOut = useSnapshot((snapshot) => snapshot.session.kind === 'out');
  const [isAsked, setIsAsked] = useState(false);
  const isClassic = values.scopeSet.value === 'classic';
  const isReady = isAsked && isClassic && !needsRestart && isOut;

  // Not at once: the sign-in must not set out before the change is there.
  useEffect(() => {
    if (isReady) void send('session', { kind: 'signIn' });
  }, [isReady, send]);

  const ask = async (): Promise<void> => {
    setIsAsked(true);
    const change = { scopeSet: 'classic' } as const;
    const isTaken = await send('session', { kind: 'changeSettings', change, replacesBroken: false });
    if (!isTaken) setIsAsked(false);
  };

  if (isClassic && needsRestart) return <p className="scope-offer">{t('rights.older.restart')}</p>;
  if (isReady) return null;
  if (isClassic && isAsked) return <p className="scope-offer">{t('rights.older.again')}</p>;
  if (isClassic) {
    return (
      <div className="scope-offer">
        <p>{t('rights.older.already')}</p>
        <CopyLine
          line={t('rights.older.words', { permissions: permissionsAskedFor(values).join(', ') })}
          label={t('rights.older.wordsLabel')}
        />
      </div>
    );
  }
  return (
    <div className="scope-offer">
      <p>{t('rights.older.why')}</p>
      {values.scopeSet.canChange ? (
        <Button isDisabled={isAsked} onPress={() => void ask()}>
          {t('rights.older.ask')}
        </Button>
      ) : (
        <p>{t('rights.older.locked')}</p>
      )}
    </div>
  );
}
