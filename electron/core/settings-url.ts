/** `http` or `https`, a host, perhaps a port and a path: no user, no query, no blanks. */
const HTTP_URL = /^https?:\/\/(\[::1\]|[\w-]+(?:\.[\w-]+)*)(?::(\d{1,5}))?(?:\/[^\s?#\\]*)?$/i;
const FOUR_BYTES = /^(\d{1,3})(?:\.\d{1,3}){3}$/;
const HIGHEST_PORT = 65_535;

/** It can be called as it stands. Stricter than a browser: what has two readings is none. */
export function isHttpUrl(text: string): boolean {
  return hostOf(text) !== null;
}

/** It is on this computer, whatever any name server says. */
export function isLoopbackUrl(text: string): boolean {
  const host = hostOf(text);
  return (
    host === 'localhost' || host === '[::1]' || (host !== null && host.startsWith('127.') && FOUR_BYTES.test(host))
  );
}

function hostOf(text: string): string | null {
  const match = HTTP_URL.exec(text);
  const host = match?.[1]?.toLowerCase();
  if (host === undefined || Number(match?.[2] ?? 0) > HIGHEST_PORT || /(?:^|\.)xn--/.test(host)) return null;
  return endsInNumber(host) && !isAddress(host) ? null : host;
}

/** Source: WHATWG URL, "ends in a number checker": such a host is read as an IPv4 address, in many notations. */
function endsInNumber(host: string): boolean {
  return /(?:^|\.)(?:\d+|0x[\da-f]*)$/.test(host);
}

/** The one notation that everybody reads alike: four numbers, none with a leading zero. */
function isAddress(host: string): boolean {
  return FOUR_BYTES.test(host) && host.split('.').every((byte) => Number(byte) <= 255 && !/^0\d/.test(byte));
}
