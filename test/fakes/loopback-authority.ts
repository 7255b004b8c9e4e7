import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { browse, formPage } from './loopback-authority-browser.ts';
import { createDeviceCodes, type DeviceAnswer, type DeviceTerms } from './loopback-authority-devices.ts';
import {
  ADELE,
  base64url,
  CLIENT_ID,
  findFault,
  fitsCode,
  isKnownRedirect,
  KNOWN_SCOPES,
  refusal,
  TENANT_ID,
  unsignedToken,
  type Code,
  type Grant,
  type Person,
  type Reply,
} from './loopback-authority-directory.ts';
import { misbehave, sendJson, type TokenTrouble } from './loopback-authority-trouble.ts';

export type LoopbackAuthority = {
  readonly origin: string;
  /** OpenID metadata with our addresses, as MSAL takes it in place of asking for it. */
  readonly metadata: string;
  /** The person at the browser. Resolves when the page that the app shows has been read. */
  readonly browse: (url: string) => Promise<string>;
  readonly authorizeRequests: () => readonly URLSearchParams[];
  readonly deviceRequests: () => readonly URLSearchParams[];
  readonly tokenRequests: () => readonly URLSearchParams[];
  /** The next request to the token endpoint, once it has arrived. */
  readonly nextTokenRequest: () => Promise<URLSearchParams>;
  readonly setPerson: (person: Partial<Person>) => void;
  readonly setTrouble: (trouble: TokenTrouble | null) => void;
  /** Where device codes are given out. */
  readonly setDeviceTrouble: (trouble: TokenTrouble | null) => void;
  readonly setDeviceTerms: (terms: Partial<DeviceTerms>) => void;
  readonly answerDevice: (userCode: string, answer: DeviceAnswer) => void;
  readonly setExpiresIn: (seconds: number) => void;
  /** In place of all that was asked for. */
  readonly setGrantedScopes: (scopes: readonly string[]) => void;
  /** The scopes that this tenant has, in place of those that it usually has. */
  readonly setKnownScopes: (scopes: readonly string[]) => void;
  /** The optional claim. */
  readonly setTellsAuthTime: (tells: boolean) => void;
  /** Renewals that ask for a claim with this word are refused until the person has signed in with it. */
  readonly setStepUp: (word: string) => void;
  /** No refresh token that was given out so far is good any more. */
  readonly revokeAll: () => void;
  /** Every token, code and verifier that has crossed the line so far. */
  readonly secrets: () => readonly string[];
  /** Nobody answers at its address any more. */
  readonly close: () => Promise<void>;
};

/**
 * An authority on loopback that behaves: it refuses what it does not know, codes work once and only with their PKCE
 * verifier, refresh tokens rotate. It is stricter than Entra in one thing: a refresh token is good for one renewal.
 * Source: RFC 6749 §4.1, §6; RFC 7636 §4.6; RFC 8628; OpenID Connect Core §3.1.2.1; Microsoft Entra for client_info.
 */
export async function serveAuthority(nowMs: () => number = Date.now): Promise<LoopbackAuthority> {
  const codes = new Map<string, Code>();
  const refreshTokens = new Map<string, Grant>();
  const provenAt = new Map<string, number>();
  const authorizeRequests: URLSearchParams[] = [];
  const deviceRequests: URLSearchParams[] = [];
  const tokenRequests: URLSearchParams[] = [];
  const secrets: string[] = [];
  const devices = createDeviceCodes(nowMs, secret);
  let waiting: ((request: URLSearchParams) => void)[] = [];
  let person = ADELE;
  let trouble: TokenTrouble | null = null;
  let deviceTrouble: TokenTrouble | null = null;
  let expiresIn = 3_600;
  let grantedScopes: string | null = null;
  let tellsAuthTime = false;
  let knownScopes = KNOWN_SCOPES;
  let stepUpWord: string | null = null;

  function secret(kind: string): string {
    const value = `${kind}-${randomUUID()}`;
    secrets.push(value);
    return value;
  }

  /** A browser that knows the person asks for nothing, unless it is told to. */
  function grantTo(who: Person, asked: URLSearchParams, isAnew: boolean): Grant {
    const nowSeconds = Math.floor(nowMs() / 1_000);
    const authTimeSeconds = isAnew ? nowSeconds : (provenAt.get(who.id) ?? nowSeconds);
    provenAt.set(who.id, authTimeSeconds);
    const [scope, clientId, claims] = ['scope', 'client_id', 'claims'].map((name) => asked.get(name) ?? '');
    return { person: who, scope: scope ?? '', clientId: clientId ?? '', claims: claims ?? '', authTimeSeconds };
  }

  /** What the browser shows, or posts. Without a redirect that is known, nothing is sent anywhere. */
  function authorize(asked: URLSearchParams): string {
    authorizeRequests.push(asked);
    const redirectUri = asked.get('redirect_uri');
    if (asked.get('client_id') !== CLIENT_ID) return '<h1>AADSTS700016: Application was not found.</h1>';
    if (!isKnownRedirect(redirectUri)) return '<h1>AADSTS50011: The redirect URI does not match.</h1>';
    const state = asked.get('state') ?? '';
    const fault = findFault(asked, knownScopes);
    if (fault) {
      const words = 'AADSTS650053: The application asked for a scope that does not exist on the resource.';
      return formPage(redirectUri, { state, error: 'access_denied', error_description: words });
    }
    if (!person.consents) {
      const words = 'AADSTS65004: User declined to consent to access the app.';
      const fields = { state, error: 'access_denied', error_subcode: 'cancel', error_description: words };
      return formPage(redirectUri, fields);
    }
    const isAnew = asked.get('prompt') === 'login' || asked.get('max_age') === '0';
    const code = secret('code');
    const challenge = asked.get('code_challenge') ?? '';
    codes.set(code, { ...grantTo(person, asked, isAnew), challenge, redirectUri });
    return formPage(redirectUri, { state, code });
  }

  function redeem(asked: URLSearchParams): Reply {
    const fault = findFault(asked, knownScopes);
    if (fault) return fault;
    switch (asked.get('grant_type') ?? '') {
      case 'refresh_token':
        return renew(asked);
      case 'device_code':
      case 'urn:ietf:params:oauth:grant-type:device_code':
        return devices.poll(asked, grant);
      case 'authorization_code': {
        const code = take(codes, asked.get('code'));
        secrets.push(asked.get('code_verifier') ?? '');
        return code && fitsCode(code, asked)
          ? grant(code)
          : refusal('invalid_grant', 'AADSTS501481: The code verifier does not match.');
      }
      default:
        return refusal('unsupported_grant_type', 'AADSTS70003: The grant type is not known.');
    }
  }

  function renew(asked: URLSearchParams): Reply {
    const known = take(refreshTokens, asked.get('refresh_token'));
    if (!known) return refusal('invalid_grant', 'AADSTS70000: The refresh token is not known.');
    const claims = asked.get('claims') ?? '';
    if (stepUpWord !== null && claims.includes(stepUpWord) && !known.claims.includes(stepUpWord)) {
      refreshTokens.set(asked.get('refresh_token') ?? '', known);
      const words = 'AADSTS50076: you must use multi-factor authentication.';
      return refusal('interaction_required', words, { suberror: 'basic_action', claims });
    }
    return grant(known);
  }

  function grant(given: Grant): Reply {
    const refreshToken = secret('refresh');
    refreshTokens.set(refreshToken, given);
    const { id, tenantId, name, userPrincipalName } = given.person;
    const idToken = unsignedToken({
      oid: id,
      sub: id,
      tid: tenantId,
      name,
      preferred_username: userPrincipalName,
      ...(tellsAuthTime ? { auth_time: given.authTimeSeconds } : {}),
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
        client_info: base64url({ uid: id, utid: tenantId }),
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

  async function answerDeviceRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URLSearchParams(await text(request));
    deviceRequests.push(asked);
    if (deviceTrouble?.kind === 'held') await deviceTrouble.until;
    if (deviceTrouble && deviceTrouble.kind !== 'held') misbehave(deviceTrouble, response);
    else
      sendJson(response, findFault(asked, knownScopes) ?? devices.begin(CLIENT_ID, () => grantTo(person, asked, true)));
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const isPost = request.method === 'POST';
    if (url.pathname === `${PATH}/authorize`) {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(authorize(url.searchParams));
    } else if (url.pathname === `${PATH}/token` && isPost) {
      void answerToken(request, response);
    } else if (url.pathname === `${PATH}/devicecode` && isPost) {
      void answerDeviceRequest(request, response);
    } else {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    metadata: JSON.stringify({
      issuer: `${origin}/${TENANT_ID}/v2.0`,
      authorization_endpoint: `${origin}${PATH}/authorize`,
      token_endpoint: `${origin}${PATH}/token`,
      end_session_endpoint: `${origin}${PATH}/logout`,
      jwks_uri: `${origin}/keys`,
    }),
    browse,
    authorizeRequests: () => authorizeRequests,
    deviceRequests: () => deviceRequests,
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
    setDeviceTrouble: (next) => {
      deviceTrouble = next;
    },
    setDeviceTerms: devices.setTerms,
    answerDevice: devices.answer,
    setExpiresIn: (seconds) => {
      expiresIn = seconds;
    },
    setGrantedScopes: (scopes) => {
      grantedScopes = scopes.join(' ');
    },
    setKnownScopes: (scopes) => {
      knownScopes = scopes;
    },
    setTellsAuthTime: (tells) => {
      tellsAuthTime = tells;
    },
    setStepUp: (word) => {
      stepUpWord = word;
    },
    revokeAll: () => {
      refreshTokens.clear();
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

/** Source: Microsoft Entra, the endpoints of one tenant. */
const PATH = `/${TENANT_ID}/oauth2/v2.0`;

function take<T>(from: Map<string, T>, key: string | null): T | undefined {
  const value = from.get(key ?? '');
  from.delete(key ?? '');
  return value;
}
