/** The window's own origin: a scheme of ours, so that no page is ever loaded from a file or from the net. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://station';

export function isAppUrl(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);
}
