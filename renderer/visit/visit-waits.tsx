import { useTranslation } from 'react-i18next';
import type { User } from '../../electron/contract/user.ts';
import { Icon } from '../ui/icon.tsx';

type VisitWaitsProps = { readonly user: User };

/** One line while another token was opened by hand: somebody still stands there. */
export function VisitWaits({ user }: VisitWaitsProps) {
  const { t } = useTranslation();
  return (
    <p className="visit-waits">
      <Icon name="person" /> {t('visit.waits', { name: user.displayName })}
    </p>
  );
}
