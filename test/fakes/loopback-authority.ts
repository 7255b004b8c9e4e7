import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the token endpoint does instead of answering as it should. */
export type TokenTrouble =
  | { readonly kind: 'error'; readonly status: number; readonly body: object; readonly retryAfter?: string }
  | { readonly kind: 'html'; readonly status: number }
  /** The line is cut in the middle of the answer. */
  | { readonly kind: 'cut' }
  /** The answer comes as it should, but not before this; never, for a promise that stays pending. */
  | { readonly kind: 'held'; readonly until: Promise<void> };

export type LoopbackAuthority = {
  /** OpenID metadata with our addresses, as MSAL takes it in place of asking for it. */
  readonly metadata: string;
  /** The person at the browser. Resolves when the page that the app shows has been read. */
  readonly browse: (url: string) => Promise<string>;
  readonly authorizeRequests: () => readonly URLSearchParams[];
  readonly tokenRequests: () => readonly URLSearchParams[];
  /** The next request to the token endpoint, once it has arrived. */
  readonly nextTokenRequest: () => Promise<URLSearchParams>;
  readonly setPerson: (person: Partial<Person>) => void;
  readonly setTrouble: (trouble: TokenTrouble | null) => void;
  readonly setExpiresIn: (seconds: number) => void;
  /** In place of all that was asked for. */
  readonly setGrantedScopes: (scopes: readonly string[]) => void;
  /** Every token, code and verifier that has crossed the line so far. */
  readonly secrets: () => readonly string[];
  /** Nobody answers at its address any more. */
  readonly close: () => Promise<void>;
};

export type Person = {
  readonly id: string;
  /** An optional claim. */
  readonly name: string | undefined;
  readonly userPrincipalName: string;
  readonly consents: boolean;
};

type Grant = { readonly person: Person; readonly scope: string };
type Code = Grant & { readonly challenge: string; readonly redirectUri: string; readonly clientId: string };
type Reply = { readonly status: number; readonly body: object };

const TENANT_ID = '6f0b3c1e-5d0a-4c8e-9b53-0a1d9c7e2f44';
const ADELE: Person = {
  id: '0b1f6a52-3c49-4d7a-8e21-6f9f0c5d1a37',
  name: 'Adele Vance',
  userPrincipalName: 'AdeleV@contoso.example',
  consents: true,
};

/**
 * A small authority on loopback that behaves: codes work once and only with their PKCE verifier, refresh tokens rotate.
 * Source: RFC 6749 §4.1, §6; RFC 7636 §4.6; OAuth 2.0 Form Post Response Mode; Microsoft Entra for client_info.
 */
export async function serveAuthority(): Promise<LoopbackAuthority> {
  const codes = new Map<string, Code>();
  const refreshTokens = new Map<string, Grant>();
  const authorizeRequests: URLSearchParams[] = [];
  const tokenRequests: URLSearchParams[] = [];
  const secrets: string[] = [];
  let waiting: ((request: URLSearchParams) => void)[] = [];
  let person = ADELE;
  let trouble: TokenTrouble | null = null;
  let expiresIn = 3_600;
  let grantedScopes: string | null = null;

  function secret(kind: string): string {
    const value = `${kind}-${randomUUID()}`;
    secrets.push(value);
    return value;
  }

  function authorize(asked: URLSearchParams): Record<string, string> {
    authorizeRequests.push(asked);
    const state = asked.get('state') ?? '';
    if (!person.consents) {
      const words = 'AADSTS65004: User declined to consent to access the app.';
      return { state, error: 'access_denied', error_subcode: 'cancel', error_description: words };
    }
    const code = secret('code');
    codes.set(code, {
      person,
      scope: asked.get('scope') ?? '',
      challenge: asked.get('code_challenge') ?? '',
      redirectUri: asked.get('redirect_uri') ?? '',
      clientId: asked.get('client_id') ?? '',
    });
    return { state, code };
  }

  function redeem(asked: URLSearchParams): Reply {
    const grantType = asked.get('grant_type');
    if (grantType === 'refresh_token') {
      const known = take(refreshTokens, asked.get('refresh_token'));
      return known ? grant(known) : invalidGrant('AADSTS70000: The refresh token is not known.');
    }
    if (grantType !== 'authorization_code') return { status: 400, body: { error: 'unsupported_grant_type' } };
    const code = take(codes, asked.get('code'));
    const verifier = asked.get('code_verifier') ?? '';
    secrets.push(verifier);
    const fits =
      code?.challenge === createHash('sha256').update(verifier).digest('base64url') &&
      code.redirectUri === asked.get('redirect_uri') &&
      code.clientId === asked.get('client_id');
    return fits ? grant(code) : invalidGrant('AADSTS501481: The code verifier does not match.');
  }

  function grant(given: Grant): Reply {
    const refreshToken = secret('refresh');
    refreshTokens.set(refreshToken, given);
    const { id, name, userPrincipalName } = given.person;
    const idToken = unsignedToken({
      oid: id,
      sub: id,
      tid: TENANT_ID,
      name,
      preferred_username: userPrincipalName,
      jti: secret('claim'),
    });
    secrets.push(idToken);
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        scope: grantedScopes ?? given.scope,
        expires_in: expiresIn,
        ext_expires_in: expiresIn,
        access_token: secret('access'),
        refresh_token: refreshToken,
        id_token: idToken,
        client_info: base64url({ uid: id, utid: TENANT_ID }),
      },
    };
  }

  async function answerToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URLSearchParams(await text(request));
    tokenRequests.push(asked);
    const told = waiting;
    waiting = [];
    for (const tell of told) tell(asked);
    if (trouble?.kind === 'held') await trouble.until;
    if (trouble && trouble.kind !== 'held') misbehave(trouble, response);
    else sendJson(response, redeem(asked));
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    if (url.pathname === '/authorize') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(form(url, authorize(url.searchParams)));
    } else if (url.pathname === '/token' && request.method === 'POST') {
      void answerToken(request, response);
    } else {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    metadata: JSON.stringify({
      issuer: `${origin}/${TENANT_ID}/v2.0`,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      end_session_endpoint: `${origin}/logout`,
      jwks_uri: `${origin}/keys`,
    }),
    browse,
    authorizeRequests: () => authorizeRequests,
    tokenRequests: () => tokenRequests,
    nextTokenRequest: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    setPerson: (changes) => {
      person = { ...person, ...changes };
    },
    setTrouble: (next) => {
      trouble = next;
    },
    setExpiresIn: (seconds) => {
      expiresIn = seconds;
    },
    setGrantedScopes: (scopes) => {
      grantedScopes = scopes.join(' ');
    },
    secrets: () => secrets,
    close: async () => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Does what a browser does with a page that posts its form by itself. */
async function browse(url: string): Promise<string> {
  const page = await (await fetch(url)).text();
  const action = /action="([^"]*)"/.exec(page)?.[1] ?? '';
  const fields = [...page.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(fields) });
  return answer.text();
}

function form(asked: URL, fields: Record<string, string>): string {
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  const action = asked.searchParams.get('redirect_uri') ?? '';
  return `<!doctype html><form method="post" action="${action}">${inputs.join('')}</form>`;
}

function misbehave(trouble: Exclude<TokenTrouble, { kind: 'held' }>, response: ServerResponse): void {
  switch (trouble.kind) {
    case 'error':
      if (trouble.retryAfter !== undefined) response.setHeader('Retry-After', trouble.retryAfter);
      sendJson(response, trouble);
      break;
    case 'html':
      response
        .writeHead(trouble.status, { 'Content-Type': 'text/html' })
        .end('<html><body>Log in to the proxy</body></html>');
      break;
    case 'cut':
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      response.write('{"access_token":"', () => response.destroy());
      break;
  }
}

function sendJson(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function invalidGrant(words: string): Reply {
  return { status: 400, body: { error: 'invalid_grant', error_description: words } };
}

function take<T>(from: Map<string, T>, key: string | null): T | undefined {
  const value = from.get(key ?? '');
  from.delete(key ?? '');
  return value;
}

/** MSAL does not check the signature: the token came to it straight from the authority. */
function unsignedToken(claims: object): string {
  return `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.unsigned`;
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
