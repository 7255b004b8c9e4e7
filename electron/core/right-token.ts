import { totpStep } from './oath-code.ts';

/** A token whose seed is in memory. The seed itself stays with whoever made `shows`. */
export type SeededToken = {
  readonly serialNumber: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly periodSeconds: number;
  /** In how many ways its seed can be read: two, where the file leaves open how it writes seeds. */
  readonly readingCount: number;
  /** Whether this code, as a number, stands on its display in a step, in any of these ways. */
  readonly shows: (step: number, code: number) => boolean;
};

/** A code and when it stood on a display. */
export type Sighting = { readonly code: string; readonly atMs: number };

/** A token that showed the code, by its own clock: `offsetSteps` below 0 is a clock that runs slow. */
export type TokenMatch = { readonly token: SeededToken; readonly offsetSteps: number };

export type TokenProof =
  | { readonly kind: 'match'; readonly match: TokenMatch }
  /** Not this one. Where several fit, a second code tells which. */
  | { readonly kind: 'others'; readonly matches: readonly TokenMatch[] }
  /** No token of the file shows this code now. */
  | { readonly kind: 'none' }
  /** The file does not know this serial number, and none of its tokens shows the code. */
  | { readonly kind: 'notInFile' };

/**
 * How far a clock may be off. Chosen: the scanned token is looked at more widely than all the others, because a code that
 * is looked for among thousands fits somewhere by chance; twenty minutes are ten years of Token2's two minutes a year.
 */
const OWN_WINDOW_MS = 20 * 60_000;
const OTHERS_WINDOW_MS = 10 * 60_000;

/** Of six digits. */
const CODE_COUNT = 1_000_000;

/** Chosen: one wrong file in a hundred would pass, were its code made up. Of a bigger file a second code is asked for. */
const MOST_BY_CHANCE = 0.01;

/** Whether the code on the display belongs to the scanned serial number. */
export function proveToken(
  tokens: ReadonlyMap<string, SeededToken>,
  serialKey: string,
  sighting: Sighting,
): TokenProof {
  const own = tokens.get(serialKey);
  const offsetSteps = own ? findOffset(own, toSeen(sighting), OWN_WINDOW_MS) : null;
  if (own && offsetSteps !== null) return { kind: 'match', match: { token: own, offsetSteps } };
  const matches = findTokens(tokens.values(), [sighting]);
  if (matches.length > 0) return { kind: 'others', matches };
  return own ? { kind: 'none' } : { kind: 'notInFile' };
}

/** The tokens that showed each of these codes at its time with one and the same clock, the least drifted first. */
export function findTokens(tokens: Iterable<SeededToken>, sightings: readonly Sighting[]): readonly TokenMatch[] {
  const [first, ...others] = sightings.map(toSeen);
  if (!first) return [];
  const matches: TokenMatch[] = [];
  for (const token of tokens) {
    const offsetSteps = findOffset(token, first, OTHERS_WINDOW_MS, (offset) =>
      others.every((seen) => shows(token, seen, offset)),
    );
    if (offsetSteps !== null) matches.push({ token, offsetSteps });
  }
  return matches.toSorted((one, other) => Math.abs(one.offsetSteps) - Math.abs(other.offsetSteps));
}

/** Whether so many codes that fit one of these tokens can hardly do so by chance. */
export function isBeyondChance(tokens: Iterable<SeededToken>, codeCount: number): boolean {
  let ways = 0;
  for (const { periodSeconds, readingCount } of tokens) {
    ways += readingCount * (2 * stepsOf(OTHERS_WINDOW_MS, periodSeconds) + 1);
  }
  return ways / CODE_COUNT ** codeCount <= MOST_BY_CHANCE;
}

/** A code as a number: a thousand are compared for each that is typed. What is no code is none of theirs. */
type Seen = { readonly code: number; readonly atMs: number };

function toSeen({ code, atMs }: Sighting): Seen {
  return { code: /^[0-9]{6}$/.test(code) ? Number(code) : -1, atMs };
}

/** The nearest step to the present one in which the token shows the code, or `null`. */
function findOffset(
  token: SeededToken,
  seen: Seen,
  windowMs: number,
  isGood: (offset: number) => boolean = () => true,
): number | null {
  const isFound = (offset: number): boolean => shows(token, seen, offset) && isGood(offset);
  if (isFound(0)) return 0;
  const farthest = stepsOf(windowMs, token.periodSeconds);
  for (let distance = 1; distance <= farthest; distance++) {
    if (isFound(-distance)) return -distance;
    if (isFound(distance)) return distance;
  }
  return null;
}

function stepsOf(windowMs: number, periodSeconds: number): number {
  return Math.floor(windowMs / (periodSeconds * 1_000));
}

function shows(token: SeededToken, { code, atMs }: Seen, offsetSteps: number): boolean {
  return token.shows(totpStep(token.periodSeconds, atMs) + offsetSteps, code);
}

/**
 * Whether a token can go out as it is.
 * Source: Deepnet: with under ten minutes of drift a token can still be registered with a displayed code.
 */
export function isFitForUse({ token, offsetSteps }: TokenMatch): boolean {
  return Math.abs(driftMs({ token, offsetSteps })) < 10 * 60_000;
}

/** What the token's clock is ahead; below 0: it runs slow. As fine as one step. */
export function driftMs({ token, offsetSteps }: TokenMatch): number {
  return offsetSteps * token.periodSeconds * 1_000;
}
