/**
 * Bounds of a serial number. Verified samples are 8 to 13 characters long and hold 4 digits or more; a base32 seed has
 * at least 16 characters and usually 32.
 * Source: vendors' samples (Thales GALT11420104, Token2 8659623852751, OneSpan 306EUO4-00960, SafeNet 00040008CFA5).
 * Chosen: 6 to 20, so that an unknown vendor fits and a 32-character seed never does.
 */
export const SHORTEST_SERIAL = 6;
export const LONGEST_SERIAL = 20;
const FEWEST_DIGITS = 4;

/** Chosen: how depots name their own property. A site adds its own. */
const ASSET_TAG = /^(?:ASSET|TAG|INV|PROP|LAPTOP|PC|IT|AT)[-_# ]/i;

/** Letters, digits and inner dashes (a dash is part of some OneSpan serials); no quotes, slashes, blanks or wildcards. */
const SERIAL = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

export function isSerialNumber(text: string): boolean {
  const digits = text.replace(/[^0-9]/g, '').length;
  const fits = text.length >= SHORTEST_SERIAL && text.length <= LONGEST_SERIAL;
  return fits && digits >= FEWEST_DIGITS && SERIAL.test(text);
}

export function isAssetTag(text: string): boolean {
  return ASSET_TAG.test(text);
}

/**
 * EAN, UPC and DataBar by symbology, never by counting digits: Feitian's 13-digit serials pass the EAN check digit.
 * A carrier that says it holds GS1 data names goods by 00 (a carton) or 01 (a product) in front.
 * Source: ISO/IEC 15424 (AIM symbology identifiers): E = EAN/UPC, e = GS1 DataBar, I = Interleaved 2 of 5 (ITF-14);
 * GS1 General Specifications, application identifiers.
 */
export function isRetailCode(aimId: string | null, text: string): boolean {
  if (aimId === null) return false;
  return /^\][EeI]/.test(aimId) || (isGs1Carrier(aimId) && /^(?:00\d{18}|0[12]\d{14})/.test(text));
}

/**
 * FNC1 in front: the first digits say what follows, and are no part of it.
 * Source: ISO/IEC 15424: Code 128 1; Data Matrix 2, with ECI 5; QR 3, with ECI 4; Aztec 1, with ECI 4; DotCode 1; PDF417 3.
 */
export function isGs1Carrier(aimId: string | null): boolean {
  return aimId !== null && /^\](?:C1|d[25]|Q[34]|z[14]|J1|L3)$/.test(aimId);
}

/** A run that may be a seed: what holds one is never shown. */
export function mayHoldSecret(text: string): boolean {
  return /[A-Z2-7]{16,}/i.test(text);
}

/**
 * A seed that stands alone, without a link around it: 16 base32 characters or more.
 * Source: RFC 4648 section 6 (base32); RFC 4226 section 4 asks for 128 bits, printed with or without blanks.
 */
export function isBareSecret(text: string): boolean {
  const joined = text.replace(/[\s-]/g, '');
  return /^[A-Z2-7]{16,}=*$/i.test(joined) && /[A-Z]/i.test(joined);
}

/** Any URI scheme that carries a seed. */
export function isSecretLink(text: string): boolean {
  return /otpauth(?:-migration)?:/i.test(text) || /[?&;](?:secret|seed|key)=/i.test(text);
}

export function isLink(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^(?:www\.|mailto:|tel:)/i.test(text);
}
