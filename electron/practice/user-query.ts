import { isTextProperty, type TextProperty } from './surface.ts';
import type { TenantUser } from './tenant-data.ts';

export type UserClause = { readonly property: TextProperty; readonly text: string };

/** A user fits where any of `search` and all of `filter` fit. An empty `search` fits everybody. */
export type UserQuery = { readonly search: readonly UserClause[]; readonly filter: readonly UserClause[] };

/** Reads `$search` and `$filter`. The referee has seen that both follow their grammar. */
export function readUserQuery(query: Readonly<Record<string, string>>): UserQuery {
  const clauses = (query['$search'] ?? '').matchAll(/"(\w+):((?:[^"\\]|\\.)+)"/g);
  const filter = /^(\w+) eq '(.*)'$/.exec(query['$filter'] ?? '');
  return {
    search: [...clauses].flatMap(([, property, text = '']) => toClause(property, text.replaceAll(/\\(.)/g, '$1'))),
    filter: toClause(filter?.[1], filter?.[2]?.replaceAll("''", "'")),
  };
}

/** Tells whether a user fits. The letter case never matters; accents do (assumed: the pages say nothing of them). */
export function matchesUser(user: TenantUser, { search, filter }: UserQuery): boolean {
  const isFound = search.length === 0 || search.some((clause) => isLike(user, clause));
  return isFound && filter.every(({ property, text }) => fold(user[property]) === fold(text));
}

/** Source: Microsoft Graph, "Use the $search query parameter": words for displayName, the beginning for all others. */
function isLike(user: TenantUser, { property, text }: UserClause): boolean {
  if (property !== 'displayName') return fold(user[property]).startsWith(fold(text));
  const words = splitWords(user.displayName, true);
  const wanted = splitWords(text, false);
  return wanted.length > 0 && wanted.every((part) => words.some((word) => word.startsWith(part)));
}

/**
 * Splits at spaces, symbols, digits and where a capital follows a small letter; `joined` adds each run between spaces.
 * Source: the same page: `hello.world` gives `hello`, `world` and `helloworld`, `helloWORLD` gives `hello` and `world`.
 */
function splitWords(text: string, joined: boolean): readonly string[] {
  return text.split(/\s+/).flatMap((chunk) => {
    const words = chunk.match(/\p{Lu}*[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+|\p{N}+/gu) ?? [];
    const whole = joined ? [chunk.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')] : [];
    return [...words, ...whole].map(fold).filter((word) => word !== '');
  });
}

function fold(text: string | null): string {
  return (text ?? '').normalize('NFC').toLowerCase();
}

function toClause(property = '', text = ''): readonly UserClause[] {
  return isTextProperty(property) ? [{ property, text }] : [];
}
