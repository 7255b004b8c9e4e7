import { z } from 'zod';
import type { Result } from '../contract/result.ts';
import { ok, refuse } from './result.ts';
import { Secret } from './secret.ts';
import { isHttpUrl, isLoopbackUrl } from './settings-url.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment of an unpackaged build points it at. `null`: nothing is said. */
export type Pointed = {
  readonly graphUrl: string | null;
  readonly accessToken: Secret | null;
  /** OpenID metadata as MSAL takes it. */
  readonly authorityMetadata: string | null;
};

const NAMES = [
  'TOKEN_STATION_GRAPH_URL',
  'TOKEN_STATION_ACCESS_TOKEN',
  'TOKEN_STATION_AUTHORITY',
  'TOKEN_STATION_POLICY',
] as const;

/** The station's own variables that are set. */
export function namesSet(environment: Environment): readonly string[] {
  return NAMES.filter((name) => Boolean(environment[name]));
}

/**
 * What an unpackaged build is pointed at; a packaged one must not ask.
 * `settings-malformed` names the variable: an address that is none, an authority that is not on this computer, or two
 * ways to sign in at once.
 */
export function readEnvironment(environment: Environment): Result<Pointed> {
  const graphUrl = environment.TOKEN_STATION_GRAPH_URL || null;
  const token = environment.TOKEN_STATION_ACCESS_TOKEN;
  const accessToken = token ? new Secret(token) : null;
  const authority = environment.TOKEN_STATION_AUTHORITY || null;
  if (graphUrl !== null && !isHttpUrl(graphUrl)) return refuseName('TOKEN_STATION_GRAPH_URL');
  if (authority === null) return ok({ graphUrl, accessToken, authorityMetadata: null });
  if (graphUrl === null) return refuseName('TOKEN_STATION_AUTHORITY: TOKEN_STATION_GRAPH_URL must be set with it');
  if (accessToken !== null) return refuseName('TOKEN_STATION_AUTHORITY: TOKEN_STATION_ACCESS_TOKEN is set, too');
  const authorityMetadata = isLoopbackUrl(authority) ? endpointsUnder(authority) : readMetadata(authority);
  if (authorityMetadata === null) return refuseName('TOKEN_STATION_AUTHORITY: no endpoints on this computer');
  return ok({ graphUrl, accessToken, authorityMetadata });
}

function refuseName(detail: string): ReturnType<typeof refuse> {
  return refuse('settings-malformed', { detail });
}

const onLoopback = z.string().max(2_048).refine(isLoopbackUrl);

/** Source: OpenID Connect Discovery 1.0 §3. What MSAL does not ask for is dropped. */
const metadataSchema = z.object({
  issuer: onLoopback,
  authorization_endpoint: onLoopback,
  token_endpoint: onLoopback,
  end_session_endpoint: z.exactOptional(onLoopback),
  jwks_uri: onLoopback,
});

function readMetadata(text: string): string | null {
  try {
    const parsed = metadataSchema.safeParse(JSON.parse(text));
    return parsed.success ? JSON.stringify(parsed.data) : null;
  } catch {
    return null;
  }
}

/** The last parts of Entra's own addresses: an authority like it is given as `…/{tenant}/oauth2/v2.0`. */
function endpointsUnder(address: string): string {
  const base = address.replace(/\/+$/, '');
  return JSON.stringify({
    issuer: base,
    authorization_endpoint: `${base}/authorize`,
    token_endpoint: `${base}/token`,
    end_session_endpoint: `${base}/logout`,
    jwks_uri: `${base}/keys`,
  });
}
