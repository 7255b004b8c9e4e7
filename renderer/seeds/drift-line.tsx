import { useTranslation } from 'react-i18next';
import type { TokenDrift } from '../../electron/contract/seed-file.ts';
import { driftWords } from './drift-words.ts';

type DriftLineProps = { readonly drift: TokenDrift };

/** Quiet, as long as the token can go out as it is. */
export function DriftLine({ drift }: DriftLineProps) {
  const { t } = useTranslation();
  return (
    <span className="drift" data-tone={drift.isFit ? undefined : 'care'}>
      {driftWords(t, drift)}
    </span>
  );
}
