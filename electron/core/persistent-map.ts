/** Chosen: 3 × 5 bits give 32,768 buckets, so a queue of 10,000 has about one entry in a bucket. */
const BITS = 5;
const MASK = (1 << BITS) - 1;

type Key = string | number;
type Bucket<K, V> = readonly (readonly [K, V])[];
type Twig<K, V> = readonly (Bucket<K, V> | undefined)[];
type Branch<K, V> = readonly (Twig<K, V> | undefined)[];
type Root<K, V> = readonly (Branch<K, V> | undefined)[];

/**
 * A map whose `set` and `delete` give a new map and leave the old one as it was, at the cost of four short arrays.
 * The state is folded from 100,000 events at start: copying a whole `Map` for each of them would take minutes.
 */
export class PersistentMap<K extends Key, V> {
  readonly size: number;
  readonly #root: Root<K, V>;

  private constructor(root: Root<K, V>, size: number) {
    this.#root = root;
    this.size = size;
  }

  static empty<K extends Key, V>(): PersistentMap<K, V> {
    return new PersistentMap<K, V>([], 0);
  }

  get(key: K): V | undefined {
    return this.#bucket(key).find(([known]) => known === key)?.[1];
  }

  set(key: K, value: V): PersistentMap<K, V> {
    const bucket = this.#bucket(key);
    const others = bucket.filter(([known]) => known !== key);
    const isNew = others.length === bucket.length;
    return this.#withBucket(key, [...others, [key, value]], this.size + (isNew ? 1 : 0));
  }

  delete(key: K): PersistentMap<K, V> {
    const bucket = this.#bucket(key);
    const others = bucket.filter(([known]) => known !== key);
    return others.length === bucket.length ? this : this.#withBucket(key, others, this.size - 1);
  }

  /** The keys whose value is another one than in `before`. Two maps of one line share what they have in common, so this costs little. */
  changedKeys(before: PersistentMap<K, V>): readonly K[] {
    const keys: K[] = [];
    for (const [branch = [], oldBranch = []] of differing(this.#root, before.#root)) {
      for (const [twig = [], oldTwig = []] of differing(branch, oldBranch)) {
        for (const [bucket = [], oldBucket = []] of differing(twig, oldTwig)) {
          const both = new Set([...bucket, ...oldBucket].map(([key]) => key));
          for (const key of both) if (this.get(key) !== before.get(key)) keys.push(key);
        }
      }
    }
    return keys;
  }

  #bucket(key: K): Bucket<K, V> {
    const [branch, twig, leaf] = pathOf(key);
    return this.#root[branch]?.[twig]?.[leaf] ?? [];
  }

  #withBucket(key: K, bucket: Bucket<K, V>, size: number): PersistentMap<K, V> {
    const [atBranch, atTwig, atLeaf] = pathOf(key);
    const branch = this.#root[atBranch] ?? [];
    const twig = withSlot(branch[atTwig] ?? [], atLeaf, bucket);
    return new PersistentMap(withSlot(this.#root, atBranch, withSlot(branch, atTwig, twig)), size);
  }
}

function* differing<T>(
  slots: readonly (T | undefined)[],
  before: readonly (T | undefined)[],
): Generator<readonly [now: T | undefined, before: T | undefined]> {
  for (let slot = 0; slot < Math.max(slots.length, before.length); slot++) {
    if (slots[slot] !== before[slot]) yield [slots[slot], before[slot]];
  }
}

function withSlot<T>(slots: readonly (T | undefined)[], slot: number, value: T): readonly (T | undefined)[] {
  const copy = slots.slice();
  copy[slot] = value;
  return copy;
}

function pathOf(key: Key): readonly [branch: number, twig: number, leaf: number] {
  const hash = hashOf(key);
  return [(hash >>> (2 * BITS)) & MASK, (hash >>> BITS) & MASK, hash & MASK];
}

/** FNV-1a over UTF-16 units; numbers spread by themselves. Source: Fowler, Noll, Vo, 32-bit parameters. */
function hashOf(key: Key): number {
  if (typeof key === 'number') return key;
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
}
