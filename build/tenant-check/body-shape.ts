import { HARMLESS_VALUES } from './harmless-words.ts';
import { isHeaderName } from './header-notes.ts';
import { GUID, redactErrorCode } from './redact-words.ts';
import type { Redactor, ValueKind } from './redactor.ts';

export type Shape = string | number | readonly Shape[] | { readonly [key: string]: Shape };

/** Chosen: what these calls answer goes four deep and has a dozen keys; a file must stay one that can be read. */
const DEEPEST = 8;
const MOST_KEYS = 60;
const ITEMS_SHOWN = 3;

/**
 * What a body looks like: its keys, and for each value its type, a placeholder or, where it is a word of the documents,
 * the word. A list shows its length and its first items.
 */
export function describeShape(value: unknown, redactor: Redactor, key = '', depth = 0): Shape {
  if (value === null) return '<null>';
  if (depth > DEEPEST) return '<deeper>';
  if (Array.isArray(value)) {
    const shown = value.slice(0, ITEMS_SHOWN).map((item) => describeShape(item, redactor, key, depth + 1));
    return [`<list of ${value.length}>`, ...shown];
  }
  if (typeof value === 'string') return describeText(key, value, redactor);
  if (typeof value === 'number') return isHarmlessNumber(key, value) ? value : '<number>';
  if (typeof value !== 'object') return `<${typeof value}>`;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MOST_KEYS)
      .map(([name, inner]) => [describeKey(name, redactor), describeShape(inner, redactor, name, depth + 1)]),
  );
}

/** Remembers everything in a body that is somebody's, so that it is found in the words of other answers as well. */
export function learnBody(value: unknown, redactor: Redactor, key = ''): void {
  if (typeof value === 'string') {
    const judged = judgeText(key, value);
    // An address is found by its form.
    if (judged.kind !== null && judged.kind !== 'url') redactor.learn(judged.kind, value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      learnBody(inner, redactor, Array.isArray(value) ? key : name);
    }
  }
}

/** The kind that a placeholder gets; `null`: it is nobody's, and `shown` stands for it. */
type Judged = { readonly kind: ValueKind } | { readonly kind: null; readonly shown: string };

const KINDS_BY_KEY: ReadonlyMap<string, ValueKind> = new Map([
  ['serialNumber', 'serial'],
  ['secretKey', 'seed'],
  ['displayName', 'name'],
  ['givenName', 'name'],
  ['surname', 'name'],
  ['userPrincipalName', 'upn'],
  ['mail', 'mail'],
]);

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

function describeText(key: string, value: string, redactor: Redactor): Shape {
  if (key === 'message') return '<words>';
  if (key === 'code') return redactErrorCode(value, redactor);
  const judged = judgeText(key, value);
  if (judged.kind === null && !redactor.isKnown(value)) return judged.shown;
  return redactor.placeholder(judged.kind ?? 'text', value);
}

function judgeText(key: string, value: string): Judged {
  if (HARMLESS_VALUES.has(value) || /^#microsoft\.graph\.[A-Za-z]+$/.test(value)) return { kind: null, shown: value };
  if (/^application\/json\b/.test(value)) return { kind: null, shown: 'application/json' };
  if (value === '') return { kind: null, shown: '<empty text>' };
  if (key === 'message' || key === 'code') return { kind: null, shown: '<words>' };
  const dateTime = DATE_TIME.exec(value);
  if (dateTime) return { kind: null, shown: dateTime[1] ? '<date-time>' : '<date-time without zone>' };
  if (value.length === 36 && GUID.test(value)) return { kind: 'guid' };
  if (/^[a-z]+:\/\//i.test(value)) return { kind: 'url' };
  const byKey = KINDS_BY_KEY.get(key);
  if (byKey) return { kind: byKey };
  return { kind: /^\S+@\S+$/.test(value) ? 'mail' : 'text' };
}

/** Source: Graph, "JSON batching": the status of an item. A token's period is 30 or 60. */
function isHarmlessNumber(key: string, value: number): boolean {
  if (key === 'timeIntervalInSeconds') return value === 30 || value === 60;
  return key === 'status' && Number.isInteger(value) && value >= 100 && value <= 599;
}

/** A key is shown where it looks like a property, an annotation or a header; others may be made of somebody's data. */
function describeKey(key: string, redactor: Redactor): string {
  const isProperty =
    /^[a-z][A-Za-z]{0,59}$/.test(key) || /^[A-Za-z]{0,60}@(?:odata|microsoft\.graph)\.[A-Za-z.]{1,60}$/.test(key);
  const isOurs = isProperty || isHeaderName(key) || /^(?:client-)?request-id$/.test(key);
  return isOurs && !redactor.isKnown(key) ? key : redactor.placeholder('key', key);
}
