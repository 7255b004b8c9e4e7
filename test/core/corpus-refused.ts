import { buildVector } from './corpus-build.ts';
import type { CorpusFile } from './corpus-vector.ts';

type Row = readonly [id: string, what: string, text: string, code: string];

/** A code that holds more than a serial number is mostly a QR code. */
function file(about: string, source: string, rows: readonly Row[]): CorpusFile {
  const vectors = rows.map(([id, what, text, expect]) =>
    buildVector({ id, what, scanner: 'layout A', scans: [{ text, aimId: ']Q1' }], expect: [expect] }),
  );
  return { about, source, vectors };
}

/** As a scanner sends characters that are not ASCII, where it is set to UTF-8: byte by byte. */
function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

const SECRET = 'JBSWY3DPEHPK3PXP';
const LINK = `otpauth://totp/Example:ann?secret=${SECRET}&issuer=Example`;

export const SECRETS = file(
  'Codes that hold a seed: nothing of them may be taken, shown or kept.',
  "otpauth: the key URI format of Google Authenticator; otpauth-migration: its export. Seeds: RFC 4648 base32; JBSWY3DPEHPK3PXP is that format's own example. No seed here belongs to a token.",
  [
    ['secret-link', 'otpauth', LINK, 'scan-holds-secret'],
    ['secret-link-caps', 'otpauth in capitals', LINK.toUpperCase(), 'scan-holds-secret'],
    ['secret-link-cr', 'otpauth with a suffix', `${LINK}\r\n`, 'scan-holds-secret'],
    ['secret-link-blank', 'otpauth behind a blank', ` ${LINK}`, 'scan-holds-secret'],
    ['secret-link-words', 'otpauth behind words', `Scan me: ${LINK}`, 'scan-holds-secret'],
    ['secret-link-stars', 'otpauth in stars', `*${LINK}*`, 'scan-holds-secret'],
    ['secret-hotp', 'hotp', `otpauth://hotp/a?secret=${SECRET}&counter=0`, 'scan-holds-secret'],
    ['secret-no-slashes', 'otpauth without slashes', `otpauth:totp/a?secret=${SECRET}`, 'scan-holds-secret'],
    ['secret-migration', 'an export', 'otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8', 'scan-holds-secret'],
    ['secret-steam', 'a scheme of a game shop', `steam://${SECRET}`, 'scan-link'],
    ['secret-nested', 'otpauth in another link', `https://example.com/?next=${LINK}`, 'scan-holds-secret'],
    ['secret-escaped', 'otpauth, escaped', `otpauth%3A%2F%2Ftotp%2Fa%3Fsecret%3D${SECRET}`, 'scan-not-a-serial'],
    ['secret-query', 'a link with a secret', `https://example.com/?secret=${SECRET}`, 'scan-holds-secret'],
    ['secret-seed-query', 'a link with a seed', `https://example.com/?a=1&SEED=${SECRET}`, 'scan-holds-secret'],
    ['secret-list', 'a list with a key', `sn=20033752;key=${SECRET}`, 'scan-holds-secret'],
    ['secret-nul', 'otpauth with a NUL in it', `otpauth://totp/\u0000a?secret=${SECRET}`, 'scan-holds-secret'],
    ['secret-16', 'a seed of 16 characters', SECRET, 'scan-holds-secret'],
    ['secret-26', 'a seed of 26 characters', 'GEZDGNBVGY3TQOJQGEZDGNBVGY', 'scan-holds-secret'],
    ['secret-32', 'a seed of 32 characters', SECRET + SECRET, 'scan-holds-secret'],
    ['secret-52', 'a seed of 52 characters', 'GEZDGNBVGY3TQOJQ'.repeat(4).slice(0, 52), 'scan-holds-secret'],
    ['secret-128', 'a seed of 128 characters in three reports', SECRET.repeat(8), 'scan-holds-secret'],
    ['secret-small', 'a seed in small letters', 'gezdgnbvgy3tqojq', 'scan-holds-secret'],
    ['secret-blanks', 'a seed in groups', 'JBSW Y3DP EHPK 3PXP', 'scan-holds-secret'],
    ['secret-dashes', 'a seed with dashes', 'JBSW-Y3DP-EHPK-3PXP', 'scan-holds-secret'],
    ['secret-padding', 'a seed with padding', `${SECRET}AA======`, 'scan-holds-secret'],
    ['secret-in-stars', 'a seed in stars', `*${SECRET}*`, 'scan-holds-secret'],
    ['secret-mark', 'a seed behind S/N:', `S/N:${SECRET}`, 'scan-holds-secret'],
    ['secret-hex', 'a seed in hexadecimal', '3132333435363738393031323334353637383930', 'scan-not-a-serial'],
    ['secret-csv', 'a line of a seed file', `ann@example.com,20033752,${SECRET},30`, 'scan-not-a-serial'],
    ['secret-json', 'a seed in JSON', `{"sn":"20033752","s":"${SECRET}"}`, 'scan-holds-secret'],
    ['secret-json-key', 'JSON with a key', '{"sn":"20033752","secretKey":"JBSW"}', 'scan-holds-secret'],
    ['secret-json-seed', 'JSON with a seed inside', '{"t":{"SEED":"JBSW"},"sn":"20033752"}', 'scan-holds-secret'],
    ['secret-json-any', 'JSON with a seed of any name', `{"sn":"20033752","x":"${SECRET}"}`, 'scan-holds-secret'],
    ['secret-link-serial', 'a link with both', 'https://example.com/?sn=20033752&seed=JBSW', 'scan-holds-secret'],
    ['secret-link-any', 'a link with a seed', `https://example.com/?sn=20033752&x=${SECRET}`, 'scan-holds-secret'],
    ['secret-in-mark', 'otpauth behind TS:', 'TS:otpauth://totp/a', 'scan-holds-secret'],
    ['secret-no-separator', 'a seed behind S/N', `S/N${SECRET}`, 'scan-holds-secret'],
  ],
);

export const FOREIGN_LABELS = file(
  'Labels of other things: property, links, papers.',
  'Asset tags: how depots name their property in Snipe-IT examples; vCard and WLAN codes: their public formats. Wrong asset by scan: Snipe-IT issue 6819.',
  [
    ['asset-dash', 'an asset tag', 'ASSET-0012345', 'scan-asset-tag'],
    ['asset-small', 'an asset tag in small letters', 'asset 0012345', 'scan-asset-tag'],
    ['asset-inv', 'an inventory number', 'INV_0012345', 'scan-asset-tag'],
    ['asset-pc', 'a computer', 'PC-0012345', 'scan-asset-tag'],
    ['asset-laptop', 'a laptop', 'LAPTOP#0012345', 'scan-asset-tag'],
    ['asset-it', 'property of the IT, with a suffix', 'IT-0012345\r\n', 'scan-asset-tag'],
    ['asset-stars', 'an asset tag in stars', '*IT-0012345*', 'scan-asset-tag'],
    ['link-https', 'a link', 'https://example.com/20033752', 'scan-link'],
    ['link-caps', 'a link in capitals', 'HTTP://EXAMPLE.COM/20033752', 'scan-link'],
    ['link-gs1', 'a GS1 digital link', 'https://id.gs1.org/01/04006381333931/21/20033752', 'scan-link'],
    ['link-www', 'a link without its scheme', 'www.example.com', 'scan-link'],
    ['link-mail', 'a mail address to write to', 'mailto:ann@example.com', 'scan-link'],
    ['link-tel', 'a number to call', 'tel:20033752', 'scan-link'],
    ['link-file', 'a file', 'file:///20033752', 'scan-link'],
    ['paper-wlan', 'a WLAN', 'WIFI:T:WPA;S:depot;P:20033752;;', 'scan-not-a-serial'],
    ['paper-card', 'a card of a person', 'BEGIN:VCARD\nTEL:20033752\nEND:VCARD', 'scan-control-characters'],
    ['paper-model', 'a model', 'OTPCN', 'scan-not-a-serial'],
    ['paper-word', 'a word', 'HELLOWORLD', 'scan-not-a-serial'],
    ['paper-script', 'a script', 'javascript:alert(1234)', 'scan-not-a-serial'],
    ['paper-two', 'two serial numbers', 'GALT11420104 GALT11420105', 'scan-not-a-serial'],
    ['paper-two-lines', 'two serial numbers in two lines', '20033752\r\n60234567', 'scan-control-characters'],
  ],
);

export const CHARACTERS = file(
  'Characters that a serial number cannot hold, and bytes that are no ASCII.',
  'Empty and wildcard serial numbers bound the wrong token: privacyIDEA issues 1292 and 694. Bytes: ISO 8859-1 and UTF-8 as scanners send them. Made up.',
  [
    ['empty', 'nothing', '', 'scan-empty'],
    ['empty-blanks', 'blanks', '   ', 'scan-empty'],
    ['empty-cr', 'a suffix only', '\r', 'scan-empty'],
    ['empty-crlf', 'a carriage return and a line feed only', '\r\n', 'scan-empty'],
    ['empty-stars', 'two stars', '**', 'scan-not-a-serial'],
    ['empty-mark', 'S/N: with nothing behind it', 'S/N:', 'scan-not-a-serial'],
    ['size-256', '256 digits in five reports', '1'.repeat(256), 'scan-not-a-serial'],
    ['size-257', '257 digits', '1'.repeat(257), 'scan-too-long'],
    ['size-1024', '1,024 digits', '1'.repeat(1_024), 'scan-too-long'],
    ['control-nul', 'a NUL inside', 'GALT\u000011420104', 'scan-control-characters'],
    ['control-nul-end', 'a NUL at the end', '20033752\u0000', 'scan-control-characters'],
    ['control-bell', 'a bell', '20033752\u0007', 'scan-control-characters'],
    ['control-escape', 'an escape sequence', '\u001b[2J20033752', 'scan-control-characters'],
    ['control-delete', 'a DEL', '2003\u007f3752', 'scan-control-characters'],
    ['control-backspace', 'backspaces', '20033759\b2', 'scan-control-characters'],
    ['control-gs', 'a group separator inside', '20033752\u001d1234', 'scan-control-characters'],
    ['control-tab', 'a tab inside', '2003\t3752', 'scan-control-characters'],
    ['quote-single', 'an apostrophe', "20033752' or '1' eq '1", 'scan-not-a-serial'],
    ['quote-double', 'a double quote', '2003"3752', 'scan-not-a-serial'],
    ['quote-back', 'a backslash', '2003\\3752', 'scan-not-a-serial'],
    ['path-slash', 'a slash', 'GALT/11420104', 'scan-not-a-serial'],
    ['path-up', 'a way up', '../../20033752', 'scan-not-a-serial'],
    ['path-query', 'a query', 'GALT11420104?$top=9', 'scan-not-a-serial'],
    ['wild-star', 'a star', '*', 'scan-not-a-serial'],
    ['wild-inside', 'a star inside', '2003*3752', 'scan-not-a-serial'],
    ['wild-front', 'a star in front', '*20033752', 'scan-not-a-serial'],
    ['wild-percent', 'a percent sign', '2003%3752', 'scan-not-a-serial'],
    ['wild-question', 'a question mark', '2003?752', 'scan-not-a-serial'],
    ['wild-underscore', 'an underscore', '2003_3752', 'scan-not-a-serial'],
    ['sign-dot', 'a dot', '2003.3752', 'scan-not-a-serial'],
    ['sign-formula', 'a formula', '=11420104+1', 'scan-not-a-serial'],
    ['sign-markup', 'markup', '<b>11420104</b>', 'scan-not-a-serial'],
    [
      'latin-half',
      'a half of ISO 8859-1, as a wrong keyboard layout makes of a dash',
      '306EUO4\u00bd00960',
      'scan-not-a-serial',
    ],
    ['latin-umlaut', 'a letter of ISO 8859-1', 'G\u00c4LT11420104', 'scan-not-a-serial'],
    ['latin-soft-hyphen', 'a soft hyphen', '306EUO4\u00ad00960', 'scan-not-a-serial'],
    ['latin-c1', 'a control character above ASCII', '2003\u00853752', 'scan-not-a-serial'],
    ['latin-ff', 'bytes of 255', '\u00ff\u00ff\u00ff\u00ff20033752', 'scan-not-a-serial'],
    [
      'utf8-wide',
      'full-width digits in UTF-8',
      utf8('\uff12\uff10\uff10\uff13\uff13\uff17\uff15\uff12'),
      'scan-not-a-serial',
    ],
    ['utf8-arabic', 'Arabic digits in UTF-8', utf8('\u0662\u0660\u0660\u0663\u0663\u0667'), 'scan-not-a-serial'],
    ['utf8-cyrillic', 'a Cyrillic letter that looks Latin', utf8('G\u0410LT11420104'), 'scan-not-a-serial'],
    ['utf8-dash', 'a long dash', utf8('306EUO4\u201300960'), 'scan-not-a-serial'],
    ['utf8-rtl', 'a mark that turns the text round', utf8('\u202e20033752'), 'scan-not-a-serial'],
    ['utf8-rtl-end', 'a mark from right to left at the end', utf8('20033752\u200f'), 'scan-not-a-serial'],
    ['utf8-zero-width', 'a blank of no width', utf8('2003\u200b3752'), 'scan-not-a-serial'],
    ['utf8-bom', 'a byte order mark in front', utf8('\ufeff20033752'), 'scan-not-a-serial'],
    ['utf8-emoji', 'a picture', utf8('\u{1f511}20033752'), 'scan-not-a-serial'],
    [
      'utf16',
      'a label in UTF-16',
      '2\u00000\u00000\u00003\u00003\u00007\u00005\u00002\u0000',
      'scan-control-characters',
    ],
  ],
);
