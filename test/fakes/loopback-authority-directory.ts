import { createHash, randomUUID } from 'node:crypto';

export const TENANT_ID = '6f0b3c1e-5d0a-4c8e-9b53-0a1d9c7e2f44';
export const CLIENT_ID = '2a7c1f0e-8f6d-4d0b-a1c3-5b7e9d2f6a10';
/** The scopes that the registration of the app knows; each with or without Graph before it. */
export const KNOWN_SCOPES: readonly string[] = [
  'User.Read',
  'User.ReadBasic.All',
  'UserAuthMethod-HardwareOATH.ReadWrite',
  'UserAuthMethod-HardwareOATH.ReadWrite.All',
];

export type Person = {
  readonly id: string;
  /** Of which tenant the token says that they are. */
  readonly tenantId: string;
  /** An optional claim. */
  readonly name: string | undefined;
  readonly userPrincipalName: string;
  readonly consents: boolean;
};

export const ADELE: Person = {
  id: '0b1f6a52-3c49-4d7a-8e21-6f9f0c5d1a37',
  tenantId: TENANT_ID,
  name: 'Adele Vance',
  userPrincipalName: 'AdeleV@contoso.example',
  consents: true,
};

export const DIEGO: Partial<Person> = {
  id: '5d3f0c9b-7a14-4b0e-9c55-1e2f3a4b5c6d',
  name: 'Diego Siciliani',
  userPrincipalName: 'DiegoS@contoso.example',
};

/** What somebody has been given: the tokens of one sign-in follow from it. */
export type Grant = {
  readonly person: Person;
  readonly scope: string;
  readonly clientId: string;
  readonly authTimeSeconds: number;
  /** The claims that the person fulfilled when they signed in. */
  readonly claims: string;
};
export type Code = Grant & { readonly challenge: string; readonly redirectUri: string };
export type Reply = { readonly status: number; readonly body: object };

/** Source: RFC 6749 §5.2; Microsoft Entra for the fields beside. */
export function refusal(error: string, words: string, more: object = {}, status = 400): Reply {
  const body = { error, error_description: words, correlation_id: randomUUID(), ...more };
  return { status, body };
}

/** Why a request is not for this app, or `null`. */
export function findFault(asked: URLSearchParams, knownScopes: readonly string[]): Reply | null {
  if (asked.get('client_id') !== CLIENT_ID) {
    return refusal('unauthorized_client', 'AADSTS700016: Application was not found in the directory.');
  }
  const known = new Set(['openid', 'profile', 'offline_access', ...knownScopes]);
  const scopes = (asked.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const unknown = scopes.find((scope) => !known.has(scope.replace('https://graph.microsoft.com/', '')));
  if (unknown !== undefined) return refusal('invalid_scope', `AADSTS70011: The scope ${unknown} is not valid.`);
  return null;
}

/** Any port is good, any path is not. Source: Microsoft Entra, redirect URI restrictions, localhost exceptions. */
export function isKnownRedirect(redirectUri: string | null): redirectUri is string {
  return /^http:\/\/localhost(?::\d+)?$/.test(redirectUri ?? '');
}

/** Source: RFC 7636 §4.6. */
export function fitsCode(code: Code, asked: URLSearchParams): boolean {
  const challenge = createHash('sha256')
    .update(asked.get('code_verifier') ?? '')
    .digest('base64url');
  return (
    code.challenge === challenge &&
    code.redirectUri === asked.get('redirect_uri') &&
    code.clientId === asked.get('client_id')
  );
}

/** MSAL does not check the signature: the token came to it straight from the authority. */
export function unsignedToken(claims: object): string {
  return `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.unsigned`;
}

export function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
