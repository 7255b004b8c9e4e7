import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PRACTICE_OPERATORS } from '../../../electron/practice/practice-data.ts';
import { ADELE, CLIENT_ID, TENANT_ID } from '../../fakes/loopback-authority-directory.ts';
import { serveAuthority, type LoopbackAuthority } from '../../fakes/loopback-authority.ts';
import { systemClock } from '../../../electron/io/clock/system-clock.ts';
import { attemptsIn, questionIn, runCheck, serveTenant, type ServedTenant } from './check-desk.ts';
import { runHere, type Setting } from './in-process.ts';
import { answersOf } from './talk.ts';

const TIME = 60_000;
const MINUTES_MS = 60_000;

let authority: LoopbackAuthority;
let tenant: ServedTenant;
let authorityTimeMs: number;

beforeEach(async () => {
  authorityTimeMs = Date.now();
  authority = await serveAuthority(() => authorityTimeMs);
  // Whatever token the authority gives is that of the desk.
  tenant = await serveTenant({}, (fetch) => (request) => {
    const token = /^Bearer (.*)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    if (!authority.secrets().includes(token)) return fetch(request);
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${PRACTICE_OPERATORS.desk.accessToken}`);
    return fetch(new Request(request, { headers }));
  });
});

afterEach(async () => {
  await tenant.close();
  await authority.close();
});

const IDS = ['--tenant', TENANT_ID, '--client', CLIENT_ID];

const environment = () => ({
  TOKEN_STATION_GRAPH_URL: `${tenant.baseUrl}/beta`,
  TOKEN_STATION_AUTHORITY: authority.metadata,
  TOKEN_STATION_POLICY: '/no/policy',
});

/** Runs the check in this process; the person at the browser approves. */
function runSignedIn(setting: Partial<Setting> = {}) {
  return runHere({
    args: [...IDS, '--reads-only'],
    environment: environment(),
    fetch: (request) => fetch(request),
    clock: systemClock,
    openPage: async (url) => {
      await authority.browse(url);
    },
    answer: answersOf({}),
    ...setting,
  });
}

describe('signing in', () => {
  test('in the browser shows who it is and what was granted, and keeps both apart', { timeout: TIME }, async () => {
    const opened = new Set<string>();
    const ended = await runCheck({
      args: [...IDS, '--reads-only'],
      environment: environment(),
      answer: answersOf({}),
      onSaid: (said) => {
        const url = /^http:\/\/127\.0\.0\.1:\d+\S*\/authorize\?\S+$/m.exec(said)?.[0];
        if (url === undefined || opened.has(url) || !said.includes('press Ctrl+C')) return;
        opened.add(url);
        void authority.browse(url);
      },
    });
    expect(ended.exitCode).toBe(0);
    expect(ended.said).toContain(`Signed in: ${ADELE.name} · ${ADELE.userPrincipalName}`);
    expect(ended.said).toMatch(/^Granted: .*UserAuthMethod-HardwareOATH\.ReadWrite\.All/m);
    expect(ended.report?.signIn).toMatchObject({
      by: 'browser',
      scopesAskedFor: ['User.Read', 'User.ReadBasic.All', 'UserAuthMethod-HardwareOATH.ReadWrite.All'],
      scopesGranted: expect.arrayContaining(['UserAuthMethod-HardwareOATH.ReadWrite.All', 'openid']),
    });
    expect(attemptsIn(ended, 'own-method-list')).toEqual(['list: 200 read']);
    expect(attemptsIn(ended, 'inventory-list')).toEqual(['first page: 403 failed: not-permitted']);
    for (const secret of [...authority.secrets(), TENANT_ID, CLIENT_ID, ADELE.id, 'Adele', 'contoso']) {
      if (secret !== '') expect(ended.fileText?.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  });

  test('by a code on another device works as well', async () => {
    authority.setDeviceTerms({ intervalSeconds: 0.01 });
    const ended = await runSignedIn({
      args: [...IDS, '--reads-only', '--device-code'],
      onSaid: (said) => {
        const code = /^and enter the code (\S+)$/m.exec(said)?.[1];
        if (code !== undefined && authority.tokenRequests().length === 0) authority.answerDevice(code, 'approved');
      },
    });
    expect(ended.exitCode).toBe(0);
    expect(ended.report?.signIn.by).toBe('deviceCode');
    expect(ended.fileText).not.toContain('CODE-1');
  });

  test('asks for the ids where nothing tells them', async () => {
    const person = answersOf({});
    const ended = await runSignedIn({
      args: ['--reads-only'],
      answer: (question) => {
        if (question.includes('The tenant id')) return TENANT_ID;
        return question.includes('The client id') ? CLIENT_ID : person(question);
      },
    });
    expect(ended.exitCode).toBe(0);
  });

  test.each([
    ['--granular', 'UserAuthMethod-HardwareOATH.ReadWrite.All'],
    ['--classic', 'UserAuthenticationMethod.ReadWrite.All'],
  ])('with %s asks for %s', async (flag, scope) => {
    const ended = await runSignedIn({ args: [...IDS, '--reads-only', flag, '--profiles', '--inventory'] });
    expect(ended.report?.signIn.scopesAskedFor).toEqual(['User.Read', 'User.Read.All', scope, 'Policy.Read.All']);
  });
});

describe('a sign-in that is refused', () => {
  test('is told in a sentence, and goes into the file with its number', async () => {
    authority.setPerson({ consents: false });
    const ended = await runSignedIn();
    expect(ended.exitCode).toBe(1);
    expect(ended.said).toMatch(/^Nobody is signed in: .*AADSTS65004/m);
    expect(ended.report).toMatchObject({ endedBecause: 'nobody could sign in', questions: [] });
    expect(ended.report?.signIn.words).toMatch(/access_denied · AADSTS65004/);
    expect(tenant.requests()).toEqual([]);
  });

  test('because of a wrong client id is told as well', async () => {
    const wrong = '99999999-9999-4999-8999-999999999999';
    const ended = await runSignedIn({ args: ['--tenant', TENANT_ID, '--client', wrong, '--device-code'] });
    expect(ended.exitCode).toBe(1);
    expect(ended.said).toMatch(/^Nobody is signed in: .*AADSTS700016/m);
    expect(ended.report?.signIn.words).toMatch(/unauthorized_client · AADSTS700016/);
    expect(ended.fileText).not.toContain(wrong);
  });

  test('and a browser that never comes back is left by Ctrl+C', async () => {
    const interrupt = new AbortController();
    const ended = await runSignedIn({
      interrupted: interrupt.signal,
      openPage: () => {
        interrupt.abort();
        return Promise.resolve();
      },
    });
    expect(ended.exitCode).toBe(130);
    expect(ended.report?.endedBecause).toBe('nobody could sign in');
  });
});

describe('the rule of ten minutes', () => {
  test('is tried at once where the sign-in is old enough', async () => {
    tenant.tenant.setConditions({ freshSignIn: 'claimsWanted' });
    authority.setTellsAuthTime(true);
    authorityTimeMs -= 11 * MINUTES_MS;
    const ended = await runSignedIn({ args: IDS });
    expect(ended.exitCode).toBe(0);
    // The challenge stays unanswered: it is the answer.
    expect(questionIn(ended, 'own-write-late')).toMatchObject({
      outcome: 'answered',
      conclusion: 'the sign-in was 11 minutes old',
      attempts: [
        {
          status: 401,
          codes: ['InvalidAuthenticationToken'],
          headers: {
            'www-authenticate': {
              scheme: 'Bearer',
              error: 'insufficient_claims',
              claims: ['access_token.acrs.essential', 'access_token.acrs.value'],
            },
          },
        },
      ],
    });
    expect(authority.authorizeRequests()).toHaveLength(1);
  });
});

describe('a sign-in that ends in the middle of the writes', () => {
  test('is asked for once more, so that the token can be taken back', async () => {
    const token = 'GALT11420104';
    authority.setExpiresIn(60);
    const person = answersOf({
      testUser: 'anna.schmidt@harbourlark.example',
      testToken: token,
      allows: (question) => /\] (serial-wrong-code|activate-wrong-code)\n/.test(question),
    });
    const ended = await runSignedIn({
      args: IDS,
      answer: (question) => {
        if (question.includes('] activate-wrong-code')) authority.revokeAll();
        return person(question);
      },
    });
    expect(questionIn(ended, 'activate-wrong-code').outcome).toBe('noAnswer');
    expect(ended.said).toContain('The sign-in has ended. Sign in once more');
    expect(ended.report).toMatchObject({ endedBecause: 'the sign-in has ended', putBack: [{ result: 'takenBack' }] });
    expect(tenant.tenant.findAssignment(token)).toMatchObject({ status: 'available' });
    expect(ended.exitCode).toBe(1);
  });
});
