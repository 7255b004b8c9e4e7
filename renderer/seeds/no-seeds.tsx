import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';

const NEVER = ['disk', 'journal', 'window', 'gone'] as const;

type NoSeedsProps = { readonly children: ReactNode };

/** What a file of seeds is good for, and what never happens with it, before anybody opens one. */
export function NoSeeds({ children }: NoSeedsProps) {
  const { t } = useTranslation();
  return (
    <div className="no-seeds">
      <p className="seeds-what">{t('seeds.what')}</p>
      <ul className="seeds-never">
        {NEVER.map((what) => (
          <li key={what}>
            <Icon name="tick" />
            {t(`seeds.never.${what}`)}
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
