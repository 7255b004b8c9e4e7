import type { User } from '../contract/user.ts';
import type { IdCheck } from '../contract/visit.ts';
import type { PreFlightFacts } from './pre-flight-facts.ts';

/** Somebody who is served at a place and has no token yet. `preFlight` as for an item. */
export type Visit = {
  readonly user: User;
  readonly idCheck: IdCheck | null;
  readonly preFlight: 'wanted' | PreFlightFacts | null;
};

/** The pictures that were read last. `url`: `null`: there is none. */
export type Photo = { readonly userId: string; readonly url: string | null };
