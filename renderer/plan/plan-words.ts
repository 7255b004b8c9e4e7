import type { TFunction } from 'i18next';

/** Somebody as a sentence names them; the tenant may not have told who it is. */
export function nameOf(t: TFunction, person: { readonly displayName: string } | null | undefined): string {
  return person?.displayName || t('plan.somebody');
}

/** Keeps the places of a sentence's parts open, for `FilledText`. */
export const OPEN_PARTS = { serial: '{serial}', name: '{name}' } as const;
