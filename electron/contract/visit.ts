import type { ItemId } from './item.ts';
import type { PreFlightView } from './pre-flight.ts';
import type { User } from './user.ts';

/** An operator has seen who it is. `idKind`: a word of the setting `idKinds`. */
export type IdCheck = { readonly idKind: string; readonly atMs: number };

/** Somebody who stands at the desk before a token has been scanned for them. */
export type VisitView = {
  readonly user: User;
  readonly idCheck: IdCheck | null;
  /** No code is taken before it was seen who they are. */
  readonly needsIdCheck: boolean;
  /** What is known of the person; `null`: nothing can be read. */
  readonly preFlight: PreFlightView | null;
};

export type VisitCommand =
  /** Serves this person in the front place: the next token that is scanned there is for them. They stand in the last search. */
  | { readonly kind: 'beginVisit'; readonly userId: string }
  /** They have gone again; what was scanned for them stays. */
  | { readonly kind: 'endVisit' }
  /** The operator has seen who it is. `itemId`: for the token in hand; `null`: for the visit in the front place. */
  | { readonly kind: 'attestId'; readonly itemId: ItemId | null; readonly idKind: string };
