import type { ProblemCode } from '../contract/problem.ts';
import { isCommandMark, parseCommandMark } from './scan-command-mark.ts';
import { readLabelJson } from './scan-label-json.ts';
import { readLabelLink } from './scan-label-link.ts';
import { withoutSerialMark, withoutStars } from './scan-marks.ts';
import { isOrderMark, parseOrderMark } from './scan-order-mark.ts';
import type { Answer, Decision, ScanRule } from './scan-rule.ts';
import {
  isAssetTag,
  isBareSecret,
  isGs1Carrier,
  isRetailCode,
  isSecretLink,
  isSerialNumber,
  LONGEST_LABEL,
} from './scan-rules.ts';
import { askSiteRules } from './scan-site-rules.ts';
import {
  ALWAYS,
  BLANK,
  BRACE,
  COLON,
  CONTROL,
  DASH,
  DOT,
  EQUALS,
  GS1,
  HASH,
  LONG,
  ON_GOODS,
  SITE,
  SLASH,
  STAR,
  UNDERSCORE,
} from './scan-traits.ts';
import { dropVendorDashes } from './scan-vendor-dashes.ts';

/** Each refusal, and what of the label may be seen with it, within the bounds of `showable`. */
const TOO_LONG = refuse('scan-too-long', 'nothing');
const EMPTY = refuse('scan-empty', 'nothing');
const SECRET = refuse('scan-holds-secret', 'nothing');
const CONTROLS = refuse('scan-control-characters', 'nothing');
const RETAIL = refuse('scan-retail-code', 'label');
const UNKNOWN_MARK = refuse('scan-command-not-possible', 'label');
const UNKNOWN_LINE = refuse('order-line-unknown', 'label');
const ASSET = refuse('scan-asset-tag', 'left');
const NO_SERIAL = refuse('scan-not-a-serial', 'label');

/**
 * The grammar: each rule in its turn, until one decides. The dangerous meanings come first. Nothing is guessed: what is
 * not clearly a serial number is refused with the reason, and no leading zero is ever dropped.
 */
export const SCAN_RULES: readonly ScanRule[] = [
  { name: 'too-long', part: 'danger', when: ALWAYS, ask: (text) => (text.length > LONGEST_LABEL ? TOO_LONG : null) },
  // A scanner's suffix (CR, LF, TAB) and stray blanks are not part of the label.
  { name: 'trim', part: 'danger', when: ALWAYS, ask: (text) => text.trim() },
  { name: 'empty', part: 'danger', when: ALWAYS, ask: (text) => (text === '' ? EMPTY : null) },
  { name: 'secret-link', part: 'danger', when: COLON | EQUALS, ask: (text) => (isSecretLink(text) ? SECRET : null) },
  { name: 'bare-secret', part: 'danger', when: LONG, ask: (text) => (isBareSecret(text) ? SECRET : null) },
  { name: 'control-characters', part: 'danger', when: CONTROL, ask: refuseControls },
  { name: 'command-mark', part: 'judge', when: COLON, ask: readMark },
  { name: 'order-mark', part: 'judge', when: COLON, ask: readOrderMark },
  { name: 'site-rules', part: 'judge', when: SITE, ask: askSiteRules },
  { name: 'label-json', part: 'take off', when: BRACE, ask: readLabelJson },
  { name: 'label-link', part: 'take off', when: COLON | DOT, ask: readLabelLink },
  {
    name: 'retail',
    part: 'judge',
    when: ON_GOODS | GS1,
    ask: (text, aimId) => (isRetailCode(aimId, text) ? RETAIL : null),
  },
  {
    name: 'gs1-other',
    part: 'judge',
    when: GS1,
    ask: (text, aimId) => (isGs1Carrier(aimId) && !/^21./.test(text) ? NO_SERIAL : null),
  },
  // Source: GS1 General Specifications: application identifier 21 is a serial number of up to 20 characters.
  {
    name: 'gs1-serial',
    part: 'take off',
    when: GS1,
    ask: (text, aimId) => (isGs1Carrier(aimId) ? text.replace(/^21/, '') : null),
  },
  { name: 'code39-stars', part: 'take off', when: STAR, ask: withoutStars },
  { name: 'serial-mark', part: 'take off', when: COLON | HASH | SLASH | BLANK, ask: withoutSerialMark },
  { name: 'vendor-dashes', part: 'take off', when: DASH, ask: (text) => dropVendorDashes(text) },
  // Once more, for what stood behind a mark.
  { name: 'bare-secret', part: 'judge', when: LONG, ask: (text) => (isBareSecret(text) ? SECRET : null) },
  { name: 'site-rules', part: 'judge', when: SITE, ask: askSiteRules },
  {
    name: 'asset-tag',
    part: 'judge',
    when: DASH | UNDERSCORE | BLANK | HASH,
    ask: (text) => (isAssetTag(text) ? ASSET : null),
  },
  {
    name: 'serial-number',
    part: 'judge',
    when: ALWAYS,
    ask: (text) => (isSerialNumber(text) ? { kind: 'serialNumber', used: text } : NO_SERIAL),
  },
];

function refuseControls(text: string): Answer {
  // oxlint-disable-next-line no-control-regex -- finding control characters is the point
  return /[\u0000-\u001f\u007f]/.test(text) ? CONTROLS : null;
}

function readMark(text: string): Answer {
  if (!isCommandMark(text)) return null;
  const mark = parseCommandMark(text);
  return mark ? { kind: 'commandMark', mark } : UNKNOWN_MARK;
}

function readOrderMark(text: string): Answer {
  if (!isOrderMark(text)) return null;
  return parseOrderMark(text) ? { kind: 'workOrderLine', used: text } : UNKNOWN_LINE;
}

function refuse(code: ProblemCode, shows: 'label' | 'left' | 'nothing'): Decision {
  return { kind: 'refused', code, shows };
}
