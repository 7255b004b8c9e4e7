import type { Problem } from './problem.ts';

/** What was found out about a person and a token before a code is sent. None of it is needed to issue a token. */
export type PreFlightView = {
  readonly isReading: boolean;
  /** What should be known, the gravest first. */
  readonly findings: readonly Finding[];
  /** What could not be looked at, and why. */
  readonly unread: readonly { readonly what: PreFlightPart; readonly problem: Problem }[];
  /** The tokens that the person has already, for a replacement. */
  readonly tokens: readonly OwnedToken[];
};

export type PreFlightPart = 'account' | 'roles' | 'methods' | 'inventory';

export type OwnedToken = {
  readonly methodId: string;
  readonly serialNumber: string | null;
  readonly isActive: boolean;
};

/** `stops`: no code is asked for as it stands. `warns`: it may fail, or be no use. `tells`: good to know. */
export type FindingWeight = 'stops' | 'warns' | 'tells';

export type Finding = { readonly kind: FindingKind; readonly weight: FindingWeight; readonly name: string | null };

export type FindingKind =
  /** Hardware tokens cannot be assigned to guests. */
  | 'guest'
  | 'accountDisabled'
  /** Five hardware tokens and authenticator apps are the most that a person can have. */
  | 'fiveMethods'
  /** The person holds an admin role: the operator needs to be Privileged Authentication Administrator. `name`: the role. */
  | 'adminTarget'
  /** The serial number is there twice: an old upload and one of Graph's inventory. */
  | 'legacyTwin'
  /** `name`: who has it, where that is told. */
  | 'assignedToAnother'
  /** It is this person's, and a code is all that it needs. */
  | 'assignedToThem'
  | 'notInInventory'
  /** Its code changes once a minute. */
  | 'sixtySeconds';
