// A plain Chromium cannot register schemes, and aborts a navigation to an unknown one before anything can intercept it.
// So app://bundle/x is loaded as https://bundle.app.standin.invalid/x: a secure context, answered before the network.
// Everything that the app's main process sees is translated back; only the page's own `location` differs from Electron.

const schemes = new Set<string>();
const SUFFIX = 'standin.invalid';
const NO_HOST = 'none';

/** A pattern of every translated address, for request interception. */
export const TRANSLATED_URLS = `https://*.${SUFFIX}/*`;

/** Declares a scheme of the app's own. */
export function registerScheme(scheme: string): void {
  schemes.add(scheme.toLowerCase());
}

/** True if the address has a scheme of the app's own. */
export function hasAppScheme(url: string): boolean {
  return schemes.has(url.slice(0, url.indexOf(':')).toLowerCase());
}

/** The address under which Chromium loads a page of the app. */
export function toChromium(url: string): string {
  const [, scheme = '', host, rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? [];
  if (!schemes.has(scheme.toLowerCase())) return url;
  return `https://${host || NO_HOST}.${scheme.toLowerCase()}.${SUFFIX}${rest.startsWith('/') ? '' : '/'}${rest}`;
}

/** The address as the app knows it. */
export function fromChromium(url: string): string {
  return url.replace(
    /^https:\/\/([^/]*)\.([a-z0-9+-]+)\.standin\.invalid(?=\/|$)/i,
    (_all, host: string, scheme: string) => `${scheme}://${host === NO_HOST ? '' : host}`,
  );
}

/** A content security policy, with the app's schemes and addresses as Chromium loads them. */
export function policyToChromium(policy: string): string {
  return policy.replace(/[^\s;,]+/g, (source) => {
    const isWholeScheme = source.endsWith(':') && hasAppScheme(source);
    return isWholeScheme ? `https://*.${source.slice(0, -1).toLowerCase()}.${SUFFIX}` : toChromium(source);
  });
}
