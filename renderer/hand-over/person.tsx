import { useTranslation } from 'react-i18next';
import { ListBoxItem } from 'react-aria-components';
import type { UserMatch } from '../../electron/contract/user.ts';
import { Chip } from '../ui/chip.tsx';

type PersonProps = { readonly user: UserMatch; readonly hasNamesake: boolean };

/** One person in the list. Of namesakes, what tells them apart is set in full ink. */
export function Person({ user, hasNamesake }: PersonProps) {
  const { t } = useTranslation();
  const { displayName, userPrincipalName, department, jobTitle, employeeId } = user;
  const place = [department, jobTitle].filter(Boolean).join(' · ') || t('person.noDepartment');
  const id = employeeId ?? t('person.noEmployeeId');
  return (
    <ListBoxItem
      id={user.id}
      className="person"
      data-namesake={hasNamesake || undefined}
      textValue={[displayName, userPrincipalName, place, id].join(', ')}
      aria-label={[
        displayName,
        hasNamesake ? t('person.sameName') : '',
        user.exact ? t('person.exact') : '',
        userPrincipalName,
        place,
        id,
      ]
        .filter(Boolean)
        .join(', ')}
    >
      <span className="person-who">
        {displayName}
        {user.exact && <Chip tone="now">{t('person.exact')}</Chip>}
        {hasNamesake && <Chip tone="care">{t('person.sameName')}</Chip>}
      </span>
      <span className="person-id mono">{id}</span>
      <span className="person-upn">{userPrincipalName}</span>
      <span className="person-place">{place}</span>
    </ListBoxItem>
  );
}
