import type { Session } from '../contract/snapshot.ts';
import type { Operator } from '../contract/user.ts';
import { assertNever } from './unreachable.ts';

/** Who works here. Whoever is signing out, `noted`, is here until they are out. */
export function operatorOf(session: Session, noted: Operator | null): Operator | null {
  switch (session.kind) {
    case 'fixed':
      return { name: session.name, userPrincipalName: '' };
    case 'in':
      return { name: session.name, userPrincipalName: session.userPrincipalName };
    case 'signingOut':
      return noted;
    case 'out':
    case 'signingIn':
      return null;
    default:
      return assertNever(session);
  }
}
