import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SoughtTokens } from '../../electron/contract/seed-file.ts';
import { useDesk } from '../desk.ts';
import { Refusal } from '../problem/refusal.tsx';
import { Button } from '../ui/button.tsx';
import { CodeBoxes } from '../ui/code-boxes.tsx';
import { useKeyAction } from '../use-keys.ts';
import { CODE_DIGITS, useCodeAdvice } from '../use-code-advice.ts';
import { Sought } from './sought.tsx';

type SeekTokenProps = { readonly sought: SoughtTokens | null };

/** Finds the serial number of a token without a label. The digits live in this part only, as those of a hand-over do. */
export function SeekToken({ sought }: SeekTokenProps) {
  const { t } = useTranslation();
  const { send } = useDesk();
  const [digits, setDigits] = useState('');
  const [isSent, setIsSent] = useState(false);
  const { advice, setAdvice, refuse } = useCodeAdvice();
  const [isProving, setIsProving] = useState(false);
  const area = useRef<HTMLElement>(null);
  const matchCount = sought?.matches.length ?? 0;
  /** The next code is of the same token; else it begins anew, so that a pile can be gone through by its codes alone. */
  const isSame = matchCount > 1 || (matchCount === 1 && isProving);

  const clear = (): void => {
    setDigits('');
    setAdvice(null);
  };
  useKeyAction('clearCode', digits === '' ? null : clear);

  const goBackToField = (): void => area.current?.querySelector<HTMLElement>('[data-code-field]')?.focus();

  const submit = async (code: string): Promise<void> => {
    clear();
    setIsSent(true);
    const isBegun = sought === null || isSame || (await send('seek', { kind: 'stopSeeking' }));
    if (isBegun) await send('seek', { kind: 'seekToken', code });
    setIsSent(false);
    setIsProving(false);
  };

  const take = (typed: string): void => {
    setAdvice(null);
    if (typed.length === CODE_DIGITS) void submit(typed);
    else setDigits(typed);
  };

  return (
    <section ref={area} className="seek" aria-label={t('seeds.seek.title')}>
      <h3>{t('seeds.seek.title')}</h3>
      <p className="say">{t(`seeds.seek.say.${askFor(sought, isSame)}`)}</p>
      <CodeBoxes
        value={digits}
        length={CODE_DIGITS}
        label={t('code.label')}
        describedBy="seek-advice"
        isSent={isSent}
        onChange={take}
        onRefused={refuse}
        onEnter={() => setAdvice(digits === '' ? null : t('seeds.seek.incomplete'))}
      />
      <p id="seek-advice" className="code-advice" data-tone={advice ? 'care' : undefined}>
        {advice ?? t('seeds.seek.hint')}
      </p>
      <Refusal place="seek" />
      {sought && (
        <>
          <Sought sought={sought} />
          <div className="seek-actions">
            {matchCount === 1 && !isProving && (
              <Button
                onPress={() => {
                  setIsProving(true);
                  goBackToField();
                }}
              >
                {t('seeds.seek.prove')}
              </Button>
            )}
            <Button
              onPress={() => {
                clear();
                setIsProving(false);
                goBackToField();
                void send('seek', { kind: 'stopSeeking' });
              }}
            >
              {t('seeds.seek.again')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function askFor(sought: SoughtTokens | null, isSame: boolean): 'first' | 'same' | 'next' | 'now' {
  if (!sought) return 'first';
  if (isSame) return 'same';
  return sought.matches.length === 0 ? 'now' : 'next';
}
