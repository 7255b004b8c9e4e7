import {
  prepareHmac,
  truncatedHmac,
  wipeHmac,
  type HmacKey,
  type OathHash,
  type Scratch,
} from '../../core/oath-hash.ts';
import type { SeededToken } from '../../core/right-token.ts';
import { Secret } from '../../core/secret.ts';
import { encodeBase32 } from './encode-seed.ts';
import type { SeedEntry } from './seed-entry.ts';

/** What a display showed, by the step of its token's clock. */
export type ShownCode = { readonly step: number; readonly code: number };

/** One token with its seed, which is in the closure of these functions and nowhere else. */
export type HeldToken = {
  readonly token: SeededToken;
  readonly hash: OathHash;
  /** The way of reading the seed in which it shows all of these codes; `null`: in none. */
  readonly readingOf: (shown: readonly ShownCode[]) => number | null;
  /** From now on the seed is read in this way only. */
  readonly keepReading: (reading: number) => void;
  /** The seed as Graph takes it; `null` while it can be read in two ways. */
  readonly secretKey: () => Secret | null;
  /** Overwrites the seed and all that was made of it. */
  readonly wipe: () => void;
};

const CODE_COUNT = 1_000_000;

/** Takes over the seeds of the entry: they are overwritten when they are not needed any more. */
export function holdToken(entry: SeedEntry, scratch: Scratch): HeldToken {
  const { serialNumber, manufacturer, model, periodSeconds, hash } = entry;
  let { seeds } = entry;
  /** Made with the first code: a box of ten thousand is opened without them. */
  let keys: readonly HmacKey[] | null = null;

  function keysOf(): readonly HmacKey[] {
    keys ??= seeds.map((seed) => prepareHmac(hash, seed, scratch));
    return keys;
  }

  function isShown(key: HmacKey, { step, code }: ShownCode): boolean {
    return truncatedHmac(key, step, scratch) % CODE_COUNT === code;
  }

  function wipe(): void {
    for (const seed of seeds) seed.fill(0);
    for (const key of keys ?? []) wipeHmac(key);
    seeds = [];
    keys = [];
  }

  return {
    token: {
      serialNumber,
      manufacturer,
      model,
      periodSeconds,
      get readingCount() {
        return seeds.length;
      },
      shows: (step, code) => keysOf().some((key) => isShown(key, { step, code })),
    },
    hash,
    readingOf: (shown) => {
      const reading = keysOf().findIndex((key) => shown.every((one) => isShown(key, one)));
      return reading === -1 ? null : reading;
    },
    keepReading: (reading) => {
      const kept = seeds[reading];
      if (!kept) return;
      const seed = kept.slice();
      wipe();
      seeds = [seed];
      keys = null;
    },
    secretKey: () => {
      const [seed, another] = seeds;
      return seed && !another ? new Secret(encodeBase32(seed)) : null;
    },
    wipe,
  };
}
