import { HARMLESS_SEGMENTS, HARMLESS_VALUES, HARMLESS_WORDS } from './harmless-words.ts';
import type { Redactor, ValueKind } from './redactor.ts';

/** Chosen: longer than any message that a person would read to its end. */
const LONGEST_READ = 20_000;
const LONGEST_KEPT = 600;

/** `isDone`: nothing in it is looked at again. */
type Piece = { readonly text: string; readonly isDone: boolean };

const QUOTED = /(?<![\p{L}\p{N}])'(.*?)'(?![\p{L}\p{N}])|"([^"]*)"|`([^`]*)`|“([^”]*)”|‘([^’]*)’/gsu;
const BRACES = /\{.*\}/gs;
const URL_LIKE = /\b[a-z][a-z+.-]*:\/\/\S+/gi;
export const GUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;
const MAIL_LIKE = /[^\s@<>"'`,;:()]+@[^\s@<>"'`,;:()]+/gu;
// A token in three parts, or one of another form; longer than any word.
const LONG = /[\w+/=.~-]{33,}/g;
const WORD = /[\p{L}\p{M}\p{N}_.#$@%+/\\’'-]+/gu;

/**
 * What a service says, with nothing of anybody in it: known values, what stands in quotes, whatever looks like an
 * identifier, and every word with a capital letter that is not on the list.
 */
export function redactWords(words: string, redactor: Redactor): string {
  const hide = (kind: ValueKind) => (text: string) => redactor.placeholder(kind, text);
  let pieces: readonly Piece[] = [{ text: words.slice(0, LONGEST_READ).normalize('NFC'), isDone: false }];
  pieces = replaceIn(pieces, BRACES, () => '<object>');
  pieces = replaceIn(pieces, QUOTED, (text) => redactQuoted(text, redactor));
  pieces = pieces.flatMap((piece) => (piece.isDone ? [piece] : replaceKnown(piece.text, redactor)));
  pieces = replaceIn(pieces, URL_LIKE, hide('url'));
  pieces = replaceIn(pieces, new RegExp(GUID, 'gi'), hide('guid'));
  pieces = replaceIn(pieces, MAIL_LIKE, hide('mail'));
  pieces = replaceIn(pieces, LONG, hide('token'));
  pieces = replaceIn(pieces, WORD, (text) => redactWord(text, redactor));
  return pieces
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .slice(0, LONGEST_KEPT);
}

/** An error code is a word of the service's own, without digits; what does not look like one is hidden. */
export function redactErrorCode(code: string, redactor: Redactor): string {
  const isCode = /^(?:[A-Za-z][A-Za-z_.-]{0,79}|AADSTS\d{4,8})?$/.test(code);
  return isCode && !redactor.isKnown(code) ? code : redactor.placeholder('text', code);
}

function replaceKnown(text: string, redactor: Redactor): readonly Piece[] {
  return redactor.splitAtKnown(text).map((piece, place) => ({ text: piece, isDone: place % 2 === 1 }));
}

function replaceIn(pieces: readonly Piece[], pattern: RegExp, replace: (text: string) => string): readonly Piece[] {
  return pieces.flatMap((piece) => {
    if (piece.isDone) return [piece];
    const found: Piece[] = [];
    let end = 0;
    for (const match of piece.text.matchAll(pattern)) {
      found.push({ text: piece.text.slice(end, match.index), isDone: false });
      found.push({ text: replace(match[0]), isDone: true });
      end = match.index + match[0].length;
    }
    return [...found, { text: piece.text.slice(end), isDone: false }];
  });
}

/** Names of the interface stay; anything else in quotes is somebody's. */
function redactQuoted(quoted: string, redactor: Redactor): string {
  const inner = quoted.slice(1, -1);
  const isHarmless = HARMLESS_SEGMENTS.has(inner) || HARMLESS_VALUES.has(inner) || isPlainName(inner);
  if (inner === '' || (isHarmless && !redactor.isKnown(inner))) return quoted;
  const kind = GUID.test(inner) && inner.length === 36 ? 'guid' : 'text';
  return `${quoted[0]}${redactor.placeholder(kind, inner)}${quoted.at(-1)}`;
}

/** Such as `verificationCode`: letters alone, and every part of it on the list. */
export function isPlainName(text: string): boolean {
  return /^[A-Za-z]+$/.test(text) && humpsOf(text).every((hump) => HARMLESS_WORDS.has(hump));
}

function redactWord(word: string, redactor: Redactor): string {
  const [, start = '', core = '', end = ''] = /^([.'’/\\-]*)(.*?)([.'’/\\-]*)$/su.exec(word) ?? [];
  return `${start}${core === '' || isHarmlessWord(core) ? core : redactor.placeholder('text', core)}${end}`;
}

function isHarmlessWord(word: string): boolean {
  if (/^\d{1,3}$/.test(word) || /^AADSTS\d{4,8}$/.test(word) || /^v\d\.\d$/.test(word)) return true;
  if (HARMLESS_VALUES.has(word)) return true;
  // Letters of other alphabets are in no message of a service, and in many names.
  if (!/^[A-Za-z]+(?:[._/'’-][A-Za-z]+)*$/.test(word)) return false;
  const isProse = /^[a-z]+(?:['’-][a-z]+)*$/.test(word);
  return isProse || word.split(/[._/'’-]/).every((part) => humpsOf(part).every((hump) => HARMLESS_WORDS.has(hump)));
}

/** `TokenIssuedBefore` has three. */
function humpsOf(word: string): readonly string[] {
  return (word.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((hump) => hump.toLowerCase());
}
