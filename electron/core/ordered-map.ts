import { PersistentMap } from './persistent-map.ts';

type Key = string | number;
type Link<K, V> = { readonly value: V; readonly older: K | null; readonly newer: K | null };

/** A persistent map that keeps the order in which its entries came. Putting in and taking out cost the same at any length. */
export type OrderedMap<K extends Key, V> = {
  readonly links: PersistentMap<K, Link<K, V>>;
  readonly newest: K | null;
};

export function emptyOrder<K extends Key, V>(): OrderedMap<K, V> {
  return { links: PersistentMap.empty(), newest: null };
}

export function sizeOf<K extends Key, V>({ links }: OrderedMap<K, V>): number {
  return links.size;
}

/** Puts an entry in as the newest one; one with the same key leaves its place. */
export function putNewest<K extends Key, V>(map: OrderedMap<K, V>, key: K, value: V): OrderedMap<K, V> {
  const { links, newest } = without(map, key);
  const added = links.set(key, { value, older: newest, newer: null });
  return { links: join(added, newest, 'newer', key), newest: key };
}

export function without<K extends Key, V>(map: OrderedMap<K, V>, key: K): OrderedMap<K, V> {
  const link = map.links.get(key);
  if (!link) return map;
  const { older, newer } = link;
  const left = join(join(map.links.delete(key), older, 'newer', newer), newer, 'older', older);
  return { links: left, newest: map.newest === key ? older : map.newest };
}

export function* newestOf<K extends Key, V>({ links, newest }: OrderedMap<K, V>): Generator<readonly [K, V]> {
  for (let key = newest; key !== null;) {
    const link = links.get(key);
    if (!link) return;
    yield [key, link.value];
    key = link.older;
  }
}

function join<K extends Key, V>(
  links: PersistentMap<K, Link<K, V>>,
  key: K | null,
  side: 'older' | 'newer',
  to: K | null,
): PersistentMap<K, Link<K, V>> {
  const link = key === null ? undefined : links.get(key);
  return key === null || !link ? links : links.set(key, { ...link, [side]: to });
}
