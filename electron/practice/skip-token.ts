/** The link to the page that begins at `start`, for whoever follows it as it is. */
export function linkToNext(url: URL, start: number): string {
  const next = new URL(url);
  next.searchParams.set('$skiptoken', writeSkipToken(start));
  return next.href;
}

export function readSkipToken(token: string | undefined): number {
  return token === undefined ? 0 : Number(Buffer.from(token, 'hex').toString());
}

/** Chosen: hexadecimal, so that nobody takes the token for a number to count with. */
function writeSkipToken(start: number): string {
  return Buffer.from(String(start)).toString('hex');
}
