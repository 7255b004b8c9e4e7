import { HARMLESS_WORDS } from './harmless-words.ts';

export type ValueKind =
  | 'tenant'
  | 'client'
  | 'guid'
  | 'serial'
  | 'upn'
  | 'mail'
  | 'domain'
  | 'name'
  | 'code'
  | 'token'
  | 'seed'
  | 'url'
  | 'key'
  | 'text';

export type Known = { readonly kind: ValueKind; readonly value: string };

/** Puts placeholders in the place of values; the same value gets the same one, whatever its letter case. */
export type Redactor = {
  /** From now on it is found inside of words, too. */
  readonly learn: (kind: ValueKind, value: string) => void;
  readonly placeholder: (kind: ValueKind, value: string) => string;
  /** It was typed, or is what somebody is called by. */
  readonly isKnown: (value: string) => boolean;
  /** Cuts a text at the known values in it: what stands at an odd place is a placeholder. */
  readonly splitAtKnown: (text: string) => readonly string[];
};

type Entry = { readonly name: string; readonly spelling: string };

/** Chosen: shorter values are too often part of a word; up to here they count only as a word and in their letter case. */
const SHORT = 3;

/** Values of these kinds are found in the middle of other characters, too. */
const FOUND_ANYWHERE: readonly ValueKind[] = ['guid', 'serial', 'code', 'token', 'seed', 'tenant', 'client'];

export function createRedactor(known: readonly Known[]): Redactor {
  const entries = new Map<string, Entry>();
  const learned = new Map<string, { readonly value: string; readonly isAnywhere: boolean }>();
  const counts = new Map<ValueKind, number>();
  let pattern: RegExp | null = null;

  function entryOf(kind: ValueKind, value: string): Entry {
    const key = keyOf(value);
    const found = entries.get(key);
    if (found) return found;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const entry = { name: `${kind}-${count}`, spelling: value };
    entries.set(key, entry);
    return entry;
  }

  function placeholder(kind: ValueKind, value: string): string {
    const { name, spelling } = entryOf(kind, value);
    return spelling === value ? `<${name}>` : `<${name} in another letter case>`;
  }

  function learn(kind: ValueKind, value: string): void {
    const key = keyOf(value);
    if (value.trim().length < 2 || learned.has(key)) return;
    entryOf(kind, value);
    learned.set(key, { value, isAnywhere: FOUND_ANYWHERE.includes(kind) && value.length > SHORT });
    pattern = null;
    for (const [partKind, part] of partsOf(kind, value)) {
      // Somebody may be called by a word that every other message has.
      if (!HARMLESS_WORDS.has(part.toLowerCase())) learn(partKind, part);
    }
    const escaped = encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
    if (escaped !== value && !learned.has(keyOf(escaped))) {
      entries.set(keyOf(escaped), { ...entryOf(kind, value), spelling: escaped });
      learned.set(keyOf(escaped), { value: escaped, isAnywhere: false });
    }
  }

  function splitAtKnown(text: string): readonly string[] {
    pattern ??= patternOf([...learned.values()]);
    const normal = text.normalize('NFC');
    const pieces: string[] = [];
    let end = 0;
    for (const match of normal.matchAll(pattern)) {
      const [found] = match;
      const value = learned.get(keyOf(found))?.value;
      if (value === undefined || (value.length <= SHORT && value !== found)) continue;
      pieces.push(normal.slice(end, match.index), placeholder('text', found));
      end = match.index + found.length;
    }
    return [...pieces, normal.slice(end)];
  }

  for (const { kind, value } of known) learn(kind, value);
  return { learn, placeholder, isKnown: (value) => learned.has(keyOf(value)), splitAtKnown };
}

function keyOf(value: string): string {
  return value.normalize('NFC').toLowerCase();
}

/** A name is known by each of its words, an address by what stands on each side of its sign. */
function partsOf(kind: ValueKind, value: string): readonly (readonly [ValueKind, string])[] {
  if (kind === 'name') {
    const words = value.split(/[\s"'’(),.]+/);
    return words.length > 1 ? words.map((word) => ['name', word]) : [];
  }
  if (kind !== 'upn' && kind !== 'mail') return [];
  const [local = '', domain = ''] = value.split('@');
  return [
    ['name', local],
    ...local.split(/[._#-]+/).map((word) => ['name', word] as const),
    ['domain', domain],
    ['domain', domain.split('.')[0] ?? ''],
  ];
}

/** In each half the longest first, so that no part of it is taken for it. */
function patternOf(values: readonly { readonly value: string; readonly isAnywhere: boolean }[]): RegExp {
  const [anywhere, asWords] = [true, false].map((kind) =>
    values
      .filter(({ isAnywhere }) => isAnywhere === kind)
      .toSorted((one, other) => other.value.length - one.value.length)
      .map(({ value }) => value.normalize('NFC').replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
      .join('|'),
  );
  const sources = [anywhere, asWords && `(?<![\\p{L}\\p{N}])(?:${asWords})(?![\\p{L}\\p{N}])`].filter(Boolean);
  // Without any, a pattern that fits nowhere.
  return new RegExp(sources.join('|') || '(?!)', 'giu');
}
