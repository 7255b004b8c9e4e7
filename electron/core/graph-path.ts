import { SELF, type UserId } from './graph-port.ts';

/** The resource that stands for a user: `/me` for whoever is signed in. */
export function userPath(userId: UserId): string {
  return userId === SELF ? '/me' : `/users/${encodeSegment(userId)}`;
}

export function encodeQuery(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeText(value)}`)
    .join('&');
}

/** One step of a path. A URL takes `.` and `..` for "here" and "up", also where the dots are escaped once. */
export function encodeSegment(text: string): string {
  return encodeText(text).replace(/^\.{1,2}$/, (dots) => '%252E'.repeat(dots.length));
}

/** A text inside of `$filter`. Source: OData 4.01, URL conventions: a quote inside a string literal is doubled. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Half of a surrogate pair, as of an emoji that is being typed, has no UTF-8. */
function encodeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
