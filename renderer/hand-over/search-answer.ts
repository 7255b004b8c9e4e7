import type { Problem } from '../../electron/contract/problem.ts';
import type { SearchView } from '../../electron/contract/snapshot.ts';
import type { UserMatch } from '../../electron/contract/user.ts';

/** What is known about the words that stand in the search box now. */
export type SearchAnswer =
  | { readonly kind: 'none'; readonly isSearching: boolean; readonly users: readonly UserMatch[] }
  | { readonly kind: 'found'; readonly users: readonly UserMatch[]; readonly hasMore: boolean }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly users: readonly UserMatch[] };

/** An answer to other words is no answer: its list must not be chosen from. */
export function answerTo(search: SearchView, typed: string): SearchAnswer {
  const query = typed.trim();
  if (query === '' || search.query.trim() !== query) {
    return { kind: 'none', isSearching: query !== '', users: [] };
  }
  if (search.problem) return { kind: 'failed', problem: search.problem, users: [] };
  if (search.status === 'found') return { kind: 'found', users: search.users, hasMore: search.more };
  return { kind: 'none', isSearching: true, users: [] };
}

/** The one person whose sign-in name, mail or employee id is exactly what was typed; `null` where none or several are. */
export function exactMatch(users: readonly UserMatch[]): UserMatch | null {
  const exact = users.filter((user) => user.exact);
  return exact.length === 1 ? (exact[0] ?? null) : null;
}

/** The names, folded, that more than one person in the list has. */
export function sharedNames(users: readonly UserMatch[]): ReadonlySet<string> {
  const names = users.map(({ displayName }) => foldName(displayName));
  return new Set(names.filter((name, place) => names.indexOf(name) !== place));
}

/** `Anna Conti` and `anna  conti` are namesakes to the eye. */
export function foldName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase();
}
