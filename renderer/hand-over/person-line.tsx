import type { User } from '../../electron/contract/user.ts';
import type { IdCheck } from '../../electron/contract/visit.ts';
import { IdSeen } from '../visit/id-seen.tsx';
import { PersonPhoto } from '../visit/person-photo.tsx';

type PersonLineProps = {
  readonly user: User;
  readonly idCheck: IdCheck | null;
  readonly size?: 'small' | 'large';
};

/** Who it is for, as far as an eye can compare it with who stands there. */
export function PersonLine({ user, idCheck, size = 'small' }: PersonLineProps) {
  const place = [user.department, user.jobTitle].filter(Boolean).join(' · ');
  return (
    <div className="person-line">
      <PersonPhoto user={user} size={size} />
      <div className="person-words">
        <p className="person-name">{user.displayName}</p>
        <p className="second">
          <span className="unbroken">{user.userPrincipalName}</span>
          {place && <span>{place}</span>}
          {user.employeeId && <span className="mono">{user.employeeId}</span>}
          <IdSeen idCheck={idCheck} />
        </p>
      </div>
    </div>
  );
}
