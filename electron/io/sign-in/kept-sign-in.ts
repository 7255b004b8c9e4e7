/** What of a sign-in outlives the app: MSAL's cache, and what it does not hold itself. */
export type KeptSignIn = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly homeAccountId: string;
  readonly signedInAtMs: number;
  /** As they were granted. */
  readonly scopes: readonly string[];
  readonly cache: string;
};

/** Another number than a file's: it is of another version, and the person signs in again. */
const VERSION = 1;

export function serializeKeptSignIn(kept: KeptSignIn): string {
  return JSON.stringify({ version: VERSION, ...kept });
}

/** `null`: not what we have written. */
export function parseKeptSignIn(text: string): KeptSignIn | null {
  const { version, tenantId, clientId, homeAccountId, signedInAtMs, scopes, cache } = parseFields(text);
  if (version !== VERSION || typeof signedInAtMs !== 'number') return null;
  if (typeof tenantId !== 'string' || typeof clientId !== 'string') return null;
  if (typeof homeAccountId !== 'string' || typeof cache !== 'string') return null;
  if (!Array.isArray(scopes) || !scopes.every((scope) => typeof scope === 'string')) return null;
  return { tenantId, clientId, homeAccountId, signedInAtMs, scopes, cache };
}

function parseFields(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed)) : {};
  } catch {
    return {};
  }
}
