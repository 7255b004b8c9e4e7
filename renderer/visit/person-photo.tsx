import { useTranslation } from 'react-i18next';
import type { User } from '../../electron/contract/user.ts';
import { useSnapshot } from '../desk.ts';
import { initialsOf } from './initials.ts';

type PersonPhotoProps = { readonly user: User; readonly size: 'small' | 'large' };

/** What somebody looks like, to be compared with who stands there; large, their initials where there is no picture. */
export function PersonPhoto({ user, size }: PersonPhotoProps) {
  const { t } = useTranslation();
  const url = useSnapshot((snapshot) => snapshot.photos[user.id]);
  if (url)
    return (
      <img className="person-photo" data-size={size} src={url} alt={t('visit.photoOf', { name: user.displayName })} />
    );
  if (size === 'small') return null;
  return (
    <span className="person-photo" data-size={size} aria-hidden="true">
      {initialsOf(user.displayName)}
    </span>
  );
}
