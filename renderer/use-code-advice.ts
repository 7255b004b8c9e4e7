import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from './desk.ts';

/** How many digits a code has. Source: Microsoft Entra, "OATH tokens": six. */
export const CODE_DIGITS = 6;

type CodeAdvice = {
  readonly advice: string | null;
  readonly setAdvice: (words: string | null) => void;
  /** A key or a paste that is no code: it is shown, said and heard. */
  readonly refuse: (what: 'key' | 'paste') => void;
};

/** What stands under the boxes of a code while something that was typed does not do. */
export function useCodeAdvice(): CodeAdvice {
  const { t } = useTranslation();
  const { say, play } = useDesk();
  const [advice, setAdvice] = useState<string | null>(null);
  const refuse = (what: 'key' | 'paste'): void => {
    const words = t(what === 'key' ? 'code.keyIgnored' : 'code.pasteRefused');
    setAdvice(words);
    play('keyIgnored');
    say(words);
  };
  return { advice, setAdvice, refuse };
}
