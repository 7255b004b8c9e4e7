import type { Problem } from './problem.ts';

/** What the one who is signed in may do, as far as their token, their roles and a harmless read tell. */
export type Capability =
  | 'issueToOthers'
  | 'issueToAdmins'
  | 'issueToSelf'
  | 'findPeople'
  | 'readProfiles'
  | 'readInventory'
  | 'writeInventory';

export type CapabilityView = {
  readonly capability: Capability;
  /** `unknown`: nothing tells; it is offered, and Graph decides. */
  readonly is: 'yes' | 'no' | 'unknown';
  /** What decided it. */
  readonly basis: 'scope' | 'role' | 'read' | null;
  /** What is missing, as Microsoft calls it: a permission or a role. Empty where nothing is. */
  readonly missing: readonly string[];
  /** What the harmless read was refused with. */
  readonly problem: Problem | null;
};
