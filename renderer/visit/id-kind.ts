import type { TFunction } from 'i18next';

const KNOWN = ['badge', 'identityCard', 'passport', 'drivingLicence'] as const;

/** What a kind of ID is called here; one that a site has named itself is shown as it wrote it. */
export function idKindName(t: TFunction, idKind: string): string {
  const known = KNOWN.find((kind) => kind === idKind);
  return known ? t(`visit.kind.${known}`) : idKind;
}
