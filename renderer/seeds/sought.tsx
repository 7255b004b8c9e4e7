import { useTranslation } from 'react-i18next';
import type { SoughtToken, SoughtTokens } from '../../electron/contract/seed-file.ts';
import { Icon } from '../ui/icon.tsx';
import { TailText } from '../ui/tail-text.tsx';
import { DriftLine } from './drift-line.tsx';

/** Chosen: more are not compared by eye, and the next code leaves one. */
const MOST_LISTED = 5;

type SoughtProps = { readonly sought: SoughtTokens };

/** What the codes so far have come to: none, the one, or several. */
export function Sought({ sought }: SoughtProps) {
  const { t } = useTranslation();
  const { codeCount, matches } = sought;
  const [first] = matches;
  if (!first) {
    return (
      <div className="note" data-tone="care">
        <Icon name="warning" />
        <div className="note-body">
          <p className="note-title">{t('seeds.seek.none', { count: codeCount })}</p>
          <p className="note-next">{t('seeds.seek.noneNext')}</p>
        </div>
      </div>
    );
  }
  if (matches.length === 1) {
    return (
      <div className="sought-one">
        <p className="sought-title">
          <Icon name="tick" /> {t('seeds.seek.one', { count: codeCount })}
        </p>
        <TailText text={first.serialNumber} size="say" />
        <TokenFacts token={first} />
      </div>
    );
  }
  return (
    <div className="sought-several">
      <p className="sought-title">{t('seeds.seek.several', { count: matches.length })}</p>
      {matches.length <= MOST_LISTED && (
        <ul>
          {matches.map((token) => (
            <li key={token.serialNumber}>
              <TailText text={token.serialNumber} size="row" />
              <TokenFacts token={token} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function TokenFacts({ token }: { readonly token: SoughtToken }) {
  return (
    <p className="second">
      {token.model && <span>{token.model}</span>}
      <DriftLine drift={token.drift} />
    </p>
  );
}
