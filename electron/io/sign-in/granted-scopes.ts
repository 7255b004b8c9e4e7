/** Source: Microsoft identity platform, scopes: those of Graph may be named with or without it. */
const GRAPH = 'https://graph.microsoft.com/';

/** The name of a scope without the service that it belongs to. */
export function nameOfScope(scope: string): string {
  return scope.startsWith(GRAPH) ? scope.slice(GRAPH.length) : scope;
}

/**
 * The granted ones of the scopes, spelled as they were granted. With one that was not granted, or is spelled otherwise,
 * no cached token would ever fit.
 * Observed: @azure/msal-node 7.2.3 then asks the authority again for every call.
 */
export function scopesToAskFor(wanted: readonly string[], granted: readonly string[]): readonly string[] {
  const known = new Set(wanted.map(keyOf));
  const both = granted.filter((scope) => known.has(keyOf(scope)));
  return both.length > 0 ? both : wanted;
}

/** Source: OpenID Connect Core §5.4 and §11; MSAL adds its own of these to every request. */
const OF_SIGN_IN: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/** Those that are about the service, and not about who signs in. */
export function scopesOfGraph(granted: readonly string[]): readonly string[] {
  return granted.filter((scope) => !OF_SIGN_IN.has(scope));
}

function keyOf(scope: string): string {
  return nameOfScope(scope).toLowerCase();
}
