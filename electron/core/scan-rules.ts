/**
 * Bounds of a serial number. Verified samples are 8 to 13 characters long and hold 4 digits or more; a base32 seed has
 * at least 16 characters and usually 32.
 * Source: vendors' samples (Thales GALT11420104, Token2 8659623852751, OneSpan 306EUO4-00960, SafeNet 00040008CFA5).
 * Chosen: 6 to 20, so that an unknown vendor fits and a 32-character seed never does.
 */
export const SHORTEST_SERIAL = 6;
export const LONGEST_SERIAL = 20;
const FEWEST_DIGITS = 4;

/** Chosen: the longest label seen at a depot is an order line of about a hundred characters. */
export const LONGEST_LABEL = 256;

/**
 * Characters of a seed in base32; in hexadecimal it has 32.
 * Source: RFC 4648 section 6. RFC 4226 section 4 asks for 128 bits; vendors' samples of 80 bits are 16 characters.
 */
export const SHORTEST_SEED = 16;
const HEX_SEED = /[0-9A-F]{32,}/i;

/** Chosen: how depots name their own property. A site adds its own. */
const ASSET_TAG = /^(?:ASSET|TAG|INV|PROP|LAPTOP|PC|IT|AT)[-_# ]/i;

/** Letters, digits and inner dashes (a dash is part of some OneSpan serials); no quotes, slashes, blanks or wildcards. */
export function isSerialNumber(text: string): boolean {
  if (text.length < SHORTEST_SERIAL || text.length > LONGEST_SERIAL) return false;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isInner = at > 0 && at < text.length - 1;
    if (isDigit(code)) digits += 1;
    else if (!isLetter(code) && !(isInner && code === 0x2d)) return false;
  }
  return digits >= FEWEST_DIGITS;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
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
  return isRetailSymbology(aimId) || (isGs1Carrier(aimId) && /^(?:00\d{18}|0[12]\d{14})/.test(text));
}

/** A symbology that is for goods alone, whatever it holds. */
export function isRetailSymbology(aimId: string | null): boolean {
  return aimId !== null && 'EeI'.includes(aimId.charAt(1));
}

/** Source: ISO/IEC 15424: Code 128 1; Data Matrix 2, with ECI 5; QR 3, with ECI 4; Aztec 1, with ECI 4; DotCode 1; PDF417 3. */
const GS1_CARRIERS: ReadonlySet<string | null> = new Set([
  ']C1',
  ']d2',
  ']d5',
  ']Q3',
  ']Q4',
  ']z1',
  ']z4',
  ']J1',
  ']L3',
]);

/** FNC1 in front: the first digits say what follows, and are no part of it. */
export function isGs1Carrier(aimId: string | null): boolean {
  return GS1_CARRIERS.has(aimId);
}

/** A run that may be a seed, or a name for one: what holds either is never shown. */
export function mayHoldSecret(text: string): boolean {
  return /[A-Z2-7]{16,}/i.test(text) || HEX_SEED.test(text) || /(?:secret|seed|key)["']?\s*[:=]/i.test(text);
}

/** A seed that stands alone, without a link around it, printed with or without blanks. */
export function isBareSecret(text: string): boolean {
  if (text.length < SHORTEST_SEED) return false;
  const joined = text.replace(/[\s-]/g, '');
  return /^[A-Z2-7]{16,}=*$/i.test(joined) && /[A-Z]/i.test(joined);
}

/** As `isBareSecret`, and one in hexadecimal digits: for rules of a site, which may allow for long labels. */
export function isAnySeed(text: string): boolean {
  return isBareSecret(text) || HEX_SEED.test(text.replaceAll('-', ''));
}

/**
 * Whether a value of a label or link is a seed, by its name or by itself. Words with blanks between them are none.
 * Chosen: the names that vendors' lists and key links have.
 */
export function isNamedSecret({ name, value }: { readonly name: string; readonly value: string }): boolean {
  const letters = name.replace(/[^a-z]/gi, '');
  return /secret|seed|key$|password/i.test(letters) || (!/\s/.test(value.trim()) && isAnySeed(value));
}

/** Any URI scheme that carries a seed, and any list or link that names one. */
export function isSecretLink(text: string): boolean {
  if (text.includes(':') && /otpauth(?:-migration)?:/i.test(text)) return true;
  return text.includes('=') && /[?&;#][a-z0-9_.-]*(?:secret|seed|key)=/i.test(text);
}

export function isLink(text: string): boolean {
  if (text.includes('://') && /^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return true;
  return /^(?:www\.|mailto:|tel:)/i.test(text);
}
