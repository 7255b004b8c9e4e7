import type { Problem } from '../contract/problem.ts';
import type { DirectoryRole } from './pre-flight-facts.ts';

/** What was found out about the one who is signed in. */
export type Rights = {
  /** The delegated permissions of the token, as it says. */
  readonly scopes: readonly string[];
  /** `null`: nothing tells. */
  readonly roles: readonly DirectoryRole[] | null;
  /** Why their own tokens could not be read; `null`: they could. */
  readonly methodsProblem: Problem | null;
  /** Why the inventory could not be read; `null`: it could, or was not asked for. */
  readonly inventoryProblem: Problem | null;
};
