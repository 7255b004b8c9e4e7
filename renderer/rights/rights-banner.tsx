import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../desk.ts';
import { Evidence } from '../problem/problem-note.tsx';
import { Button } from '../ui/button.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import { Icon } from '../ui/icon.tsx';
import { askFor, doubtfulRight, mayNeedOlderScopes, missingRight } from './rights.ts';
import { ScopeOffer } from './scope-offer.tsx';

type RightsBannerProps = { readonly isShown: boolean };

/** Said before the first code is typed in vain. It stands above the work and takes nothing of it away. */
export function RightsBanner({ isShown }: RightsBannerProps) {
  const { t } = useTranslation();
  const missing = useSnapshot(missingRight);
  const doubtful = useSnapshot(doubtfulRight);
  // What is only doubted can be put aside, for this sign-in.
  const [isAside, setIsAside] = useState(false);
  if (isAside && !doubtful) setIsAside(false);
  const view = missing ?? (isAside ? null : doubtful);
  if (!view || !isShown) return null;
  const title = t(missing ? 'rights.banner.title' : 'rights.banner.doubt');
  return (
    <section className="rights-banner" data-tone={missing ? 'stop' : 'care'} aria-label={title}>
      <Icon name={missing ? 'refuse' : 'question'} />
      <div className="rights-banner-words">
        <p>
          <b>{title}.</b> {t(missing ? `rights.banner.ask.${askFor(view)}` : 'rights.banner.doubtNext')}{' '}
          {t('rights.banner.scanning')}
        </p>
        {view.missing.map((name) => (
          <CopyLine key={name} line={name} label={t('rights.missing')} />
        ))}
        {view.problem && <Evidence problem={view.problem} />}
        {mayNeedOlderScopes(view) && <ScopeOffer />}
      </div>
      {!missing && <Button onPress={() => setIsAside(true)}>{t('rights.banner.aside')}</Button>}
    </section>
  );
}
