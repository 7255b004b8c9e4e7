import type { User } from '../../electron/contract/user.ts';

type PersonLineProps = { readonly user: User };

export function PersonLine({ user }: PersonLineProps) {
  const place = [user.department, user.jobTitle].filter(Boolean).join(' · ');
  return (
    <>
      <p className="person-name">{user.displayName}</p>
      <p className="second">
        <span className="unbroken">{user.userPrincipalName}</span>
        {place && <span>{place}</span>}
        {user.employeeId && <span className="mono">{user.employeeId}</span>}
      </p>
    </>
  );
}
