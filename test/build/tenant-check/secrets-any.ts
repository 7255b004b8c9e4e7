import fc from 'fast-check';
import type { Attempt, RunLog } from '../../../build/tenant-check/run-log.ts';
import type { Known } from '../../../build/tenant-check/redactor.ts';
import { ASSIGNMENT_QUESTIONS } from '../../../build/tenant-check/assignment-questions.ts';

/** What must not be found in a file, whatever its letter case. */
export type Plants = {
  readonly guid: string;
  readonly tenantId: string;
  readonly serial: string;
  readonly code: string;
  readonly token: string;
  readonly seed: string;
  readonly givenName: string;
  readonly surname: string;
  readonly domain: string;
};

const letters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength, maxLength });

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyzäöüéłø';
const DIGITS = '0123456789';

/** Names that no message of a service has: two letters that no English word begins with, and more. */
const name = fc.tuple(fc.constantFrom('Xq', 'Zv', 'Øw', 'Kz'), letters(LOWER, 3, 8)).map((parts) => parts.join(''));
const part = letters(`${UPPER}${LOWER.slice(0, 26)}${DIGITS}`, 20, 40);

export const plants: fc.Arbitrary<Plants> = fc.record({
  guid: fc.uuid(),
  tenantId: fc.uuid(),
  serial: fc
    .tuple(letters(UPPER, 0, 4), letters(DIGITS, 7, 13), fc.constantFrom('', '-', ' '))
    .map(([start, digits, sign]) => `${start}${sign.trim() === '' && start === '' ? '' : sign}${digits}`),
  code: letters(DIGITS, 6, 6),
  token: fc.tuple(part, part, part).map((parts) => `eyJ${parts.join('.')}`),
  seed: letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 32, 52),
  givenName: name,
  surname: name,
  domain: letters(LOWER.slice(0, 26), 6, 10).map((label) => `zq${label}.example`),
});

/** All forms in which a plant may turn up. */
export function formsOf(plant: Plants): readonly string[] {
  const { guid, tenantId, serial, code, token, seed, givenName, surname, domain } = plant;
  const upn = `${givenName}.${surname}@${domain}`;
  const whole = [guid, tenantId, serial, code, token, seed, givenName, surname, domain, upn, `${givenName} ${surname}`];
  return [...whole, ...whole.map(encodeURIComponent), ...whole.map((one) => one.toUpperCase())];
}

/** A run in which these values stand wherever an answer, an address, a header or a person could have them. */
export function logWith(plant: Plants, pick: readonly number[]): RunLog {
  const { guid, tenantId, serial, code, token, seed, givenName, surname, domain } = plant;
  const upn = `${givenName}.${surname}@${domain}`;
  const fullName = `${givenName} ${surname}`;
  const values = [guid, tenantId, serial, code, token, seed, fullName, upn, givenName, surname, domain];
  const any = (at: number): string => values[(pick[at % pick.length] ?? 0) % values.length] ?? guid;
  const sentences = [
    `The token '${any(1)}' of ${fullName} (${upn}) is already assigned to ${any(2)}.`,
    `${fullName} has ${serial}; ${surname.toUpperCase()} typed "${code}" with ${token} in ${tenantId}.`,
    `See https://graph.microsoft.com/beta/users/${encodeURIComponent(upn)}/x?y=${any(3)} {"claims":"${any(4)}"}`,
    `${any(5)} | ${any(6)},${any(7)};${any(8)}:(${any(9)}) ‘${any(10)}’ \`${any(11)}\` ${guid.toUpperCase()}`,
  ];
  const person = {
    id: guid,
    displayName: fullName,
    givenName,
    surname,
    userPrincipalName: upn,
    mail: upn,
    department: any(12),
    employeeId: serial,
    [upn]: any(13),
    [guid]: { [serial]: any(14) },
    businessPhones: [serial, any(15)],
  };
  const bodies: readonly unknown[] = [
    person,
    { value: [person, person, person, person], '@odata.nextLink': `https://x.example/${guid}?a=${any(16)}` },
    {
      '@odata.context': `https://graph.microsoft.com/beta/$metadata#users('${guid}')/x`,
      status: any(17),
      state: any(18),
    },
    { secretKey: seed, serialNumber: serial, hashFunction: any(19), assignedTo: { id: guid, displayName: fullName } },
    { error: { code: 'badRequest', message: sentences[0], innerError: { 'request-id': guid, [upn]: upn } } },
    { error: { code: any(20), message: sentences[1], details: [{ code: any(21), message: sentences[2] }] } },
    { error: any(22), error_description: sentences[3] },
    { responses: [{ id: '0', status: 200, headers: { [upn]: any(23), 'Content-Type': any(24) }, body: person }] },
    [any(25), [any(26)], { deep: { deeper: { deepest: any(27) } } }],
    any(28),
  ];
  const headers = new Map([
    ['request-id', guid],
    ['retry-after', any(29)],
    ['content-type', any(30)],
    ['x-ms-resource-unit', any(31)],
    ['x-ms-throttle-information', any(32)],
    [
      'www-authenticate',
      `Bearer realm="${upn}", error="${any(33)}", claims="${Buffer.from(JSON.stringify({ access_token: { [upn]: any(34), acrs: { value: any(35) } } })).toString('base64')}"`,
    ],
    [upn, any(36)],
  ]);
  const attempts = bodies.map((body, index): Attempt => ({
    what: 'by POST',
    method: 'GET',
    path: `/users/${encodeURIComponent(any(index))}/authentication/hardwareOathMethods/${guid}?$filter=serialNumber eq '${serial}'&${any(37)}=${any(38)}&$select=${any(39)}&$top=${any(40)}`,
    version: 'beta',
    answer: {
      kind: 'answered',
      status: index % 2 === 0 ? 400 : 200,
      retryAfter: null,
      requestId: guid,
      body,
      notJson: index === 9 ? { isPage: true, words: `text/${any(41)} instead of JSON` } : null,
      challenge: null,
      problem: null,
    },
    headers,
    durationMs: 12,
    takenAs: 'refused: graph-refused',
  }));
  const silent: Attempt = {
    what: 'by POST',
    method: 'POST',
    path: '/me',
    version: 'v1.0',
    answer: { kind: 'silent', sent: true, problem: { code: 'graph-unreachable', detail: sentences.join(' ') } },
    headers: new Map(),
    durationMs: 3,
    takenAs: 'lost: answer-lost',
  };
  const [question] = ASSIGNMENT_QUESTIONS;
  if (!question) throw new Error('there are no questions');
  return {
    startedAtMs: Date.UTC(2026, 10, 24),
    endedBecause: 'every question was reached',
    stationVersion: '0.1.0',
    scopesAskedFor: ['User.Read'],
    signedIn: { by: 'browser', scopes: ['User.Read', upn, any(42), guid], roles: [guid, any(43)] },
    signInWords: `${sentences[0]} AADSTS50020 correlation id ${guid}`,
    asked: [
      { question, outcome: 'answered', why: null, attempts: [...attempts, silent], conclusion: null },
      { question, outcome: 'answered', why: null, attempts: attempts.toReversed(), conclusion: null },
    ],
    putBack: [{ userId: guid, result: 'takenBack', attempts }],
    known: knownOf(plant),
  };
}

/** What was typed or handed over, and so is known for sure. */
function knownOf({ tenantId, serial, code, token, givenName, surname, domain }: Plants): readonly Known[] {
  return [
    { kind: 'tenant', value: tenantId },
    { kind: 'serial', value: serial },
    { kind: 'code', value: code },
    { kind: 'token', value: token },
    { kind: 'upn', value: `${givenName}.${surname}@${domain}` },
  ];
}
