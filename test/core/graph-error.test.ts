import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import { ERROR_ROWS } from '../../electron/core/graph-error-rows.ts';
import { problemOf, wantsFreshSignIn, type ErrorContext } from '../../electron/core/graph-error.ts';
import { SELF } from '../../electron/core/graph-port.ts';

const NOTHING = { codes: [], message: '', innerMessages: [], requestId: null };
const PLAIN: ErrorContext = { isSelf: false, challenge: null, bodyWords: null };

function codeFor(status: number, message: string, code = 'badRequest', context = PLAIN): ProblemCode {
  return problemOf(status, { ...NOTHING, codes: code === '' ? [] : [code], message }, context).code;
}

describe('what an error means', () => {
  test.each<readonly [status: number, message: string, means: ProblemCode]>([
    [401, 'Lifetime validation failed, the token is expired.', 'signed-out'],
    [401, '', 'signed-out'],
    [403, 'Guest users are not supported.', 'user-is-guest'],
    [403, 'External accounts cannot hold hardware tokens.', 'user-is-guest'],
    [403, 'Request Authorization failed', 'not-permitted'],
    [403, 'Insufficient privileges to complete the operation.', 'not-permitted'],
    [403, '', 'not-permitted'],
    [404, 'No token with this serial number was found.', 'serial-unknown'],
    [404, 'The device does not exist.', 'serial-unknown'],
    [404, 'hardwareOath not found', 'serial-unknown'],
    [404, 'The authentication method was not found.', 'method-unknown'],
    [
      404,
      "Resource '7' does not exist or one of its queried reference-property objects are not present.",
      'user-unknown',
    ],
    [404, "Resource not found for the segment 'hardwareOathMethods'.", 'graph-refused'],
    [407, '', 'proxy-sign-in-wanted'],
    [407, 'Conditional Access', 'proxy-sign-in-wanted'],
    [424, 'The request did not execute because a request it depends on failed.', 'graph-refused'],
    [409, 'Conflict', 'token-taken'],
    [409, '', 'token-taken'],
    [429, 'Too many requests', 'throttled'],
    [400, 'The verification code is invalid.', 'code-rejected'],
    [400, 'Wrong OTP.', 'code-rejected'],
    [400, 'Invalid passcode', 'code-rejected'],
    [400, 'The token is already assigned.', 'token-taken'],
    [400, 'The token has already been activated.', 'token-taken'],
    [400, 'The device is in use by another user.', 'token-taken'],
    [400, 'Guest users are not supported.', 'user-is-guest'],
    [400, 'External users are not supported.', 'user-is-guest'],
    [400, 'The user has reached the limit of 5 methods.', 'user-has-five-methods'],
    [400, 'Maximum number of methods', 'user-has-five-methods'],
    [400, 'A user can have at most five methods', 'user-has-five-methods'],
    [400, 'Too many methods', 'user-has-five-methods'],
    [400, 'This would exceed five.', 'user-has-five-methods'],
    [400, 'Unknown serial.', 'serial-unknown'],
    [400, 'The token was not found', 'serial-unknown'],
    [400, 'The token does not exist', 'serial-unknown'],
    [400, 'The token is not assigned to this user.', 'token-not-activated'],
    [400, 'The serial number is not currently assigned.', 'token-not-activated'],
    [400, 'The token has not been activated.', 'token-not-activated'],
    [400, "Resource not found for the segment 'device'.", 'graph-refused'],
    [403, 'Multi-factor authentication is required.', 'signed-out'],
    [403, 'MFA is required for this request.', 'signed-out'],
    [403, 'Additional claims are required.', 'signed-out'],
    [401, 'Access has been blocked by Conditional Access policies.', 'blocked-by-policy'],
    [403, 'AADSTS53003: Access has been blocked.', 'blocked-by-policy'],
    [403, 'AADSTS530034: Blocked by security policy.', 'blocked-by-policy'],
    [403, 'AADSTS50105: The user is not assigned to a role.', 'blocked-by-policy'],
    [403, 'AADSTS53004: Register for multi-factor first.', 'signed-out'],
    [403, 'AADSTS501051: Something else.', 'not-permitted'],
    [403, 'Additional claims required {"access_token":{"capolids":{}}}', 'blocked-by-policy'],
    [400, 'Conditional access', 'graph-refused'],
    [400, 'Something else.', 'graph-refused'],
    [400, '', 'graph-refused'],
    [405, 'The token', 'graph-refused'],
    [412, '', 'graph-refused'],
    [418, 'already assigned', 'graph-refused'],
    [302, '', 'graph-refused'],
    [500, 'The verification code', 'graph-failing'],
    [502, '', 'graph-failing'],
    [503, '', 'graph-failing'],
    [504, '', 'graph-failing'],
  ])('%i %j is %s', (status, message, means) => {
    expect(codeFor(status, message)).toBe(means);
    expect(codeFor(status, message.toUpperCase(), '')).toBe(means);
  });

  test.each<readonly [why: string, status: number, message: string, means: ProblemCode]>([
    ['a rejected code before a used token', 400, 'Verification code in use', 'code-rejected'],
    ['a used token before an unknown serial number', 400, 'Serial number already assigned', 'token-taken'],
    [
      'a full user before an unknown serial number',
      400,
      'Limit reached for this serial number',
      'user-has-five-methods',
    ],
    ['optional is no OTP', 400, 'An optional field', 'graph-refused'],
  ])('%s', (_, status, message, means) => {
    expect(codeFor(status, message)).toBe(means);
  });
});

describe('the words of Graph', () => {
  test('are shown as they are, with status, code and request-id', () => {
    const error = { ...NOTHING, codes: ['badRequest'], message: 'The verification code is invalid.', requestId: 'r1' };
    expect(problemOf(400, error)).toEqual({
      code: 'code-rejected',
      detail: '400 · badRequest · The verification code is invalid.',
      requestId: 'r1',
    });
  });

  test('name the inner codes after the outer one, known or not', () => {
    const error = { ...NOTHING, codes: ['badRequest', 'brandNewCode'], message: 'No.' };
    expect(problemOf(400, error)).toEqual({ code: 'graph-refused', detail: '400 · badRequest / brandNewCode · No.' });
  });

  test('leave out what is empty', () => {
    expect(problemOf(502, NOTHING)).toEqual({ code: 'graph-failing', detail: '502' });
    expect(problemOf(403, { ...NOTHING, message: 'No.' })).toEqual({ code: 'not-permitted', detail: '403 · No.' });
  });

  test('say what came where no JSON did', () => {
    const context = { ...PLAIN, bodyWords: 'text/html instead of JSON' };
    expect(problemOf(403, NOTHING, context).detail).toBe('403 · text/html instead of JSON');
  });

  test('are cut after 300 characters', () => {
    const { detail } = problemOf(400, { ...NOTHING, codes: ['x'], message: 'y '.repeat(500) });
    expect(detail).toBe(`400 · x · ${'y '.repeat(145)}`);
  });

  test.each([
    [
      'Additional claims required {"access_token":{"capolids":{"values":["c1"]}}}',
      'Additional claims required [claims]',
    ],
    ['Claims: {"access_token":', 'Claims: [claims]'],
    ['claims=eyJhY2Nlc3NfdG9rZW4iOnsiYWNycyI6eyJlc3NlbnRpYWwiOnRydWV9fX0=', 'claims=[claims]'],
    ['The code {0} is bad.', 'The code {0} is bad.'],
    ['claims for 0f0f0f0f-0000-4000-8000-000000000000', 'claims for 0f0f0f0f-0000-4000-8000-000000000000'],
  ])('never repeat the claims that a service asks for: %s', (message, shown) => {
    expect(problemOf(401, { ...NOTHING, message }).detail).toBe(`401 · ${shown}`);
  });
});

describe('a code or an inner message', () => {
  test.each<readonly [status: number, codes: readonly string[], innerMessages: readonly string[], means: ProblemCode]>([
    [400, ['badRequest', 'invalidVerificationCode'], [], 'code-rejected'],
    [400, ['badRequest'], ['The verification code is wrong.'], 'code-rejected'],
    [403, ['Forbidden', 'Unauthorized_MissingMFA'], [], 'signed-out'],
    [404, ['resourceNotFound', 'authenticationMethodNotFound'], [], 'method-unknown'],
    [404, ['Request_ResourceNotFound'], [], 'user-unknown'],
    [400, ['badRequest', 'tokenNotFound'], [], 'graph-refused'],
  ])('counts as much as the message: %i %j %j', (status, codes, innerMessages, means) => {
    expect(problemOf(status, { ...NOTHING, codes, innerMessages }).code).toBe(means);
  });

  test('must be there for a 404 to speak of a person', () => {
    expect(problemOf(404, NOTHING).code).toBe('graph-refused');
  });
});

describe('the operator\u2019s own tokens', () => {
  const self = { ...PLAIN, isSelf: true };

  test.each<readonly [status: number, message: string, code: string, means: ProblemCode]>([
    [403, 'Request Authorization failed', 'accessDenied', 'fresh-sign-in-wanted'],
    [403, '', 'AccessDenied', 'fresh-sign-in-wanted'],
    [403, 'MFA is required for this request.', 'Unauthorized_MissingMFA', 'fresh-sign-in-wanted'],
    [401, 'Multi-factor authentication is required.', '', 'fresh-sign-in-wanted'],
    [403, 'Blocked by Conditional Access: no MFA.', 'accessDenied', 'blocked-by-policy'],
    [404, 'The authentication method was not found.', 'accessDenied', 'method-unknown'],
    [403, 'Insufficient privileges to complete the operation.', 'Authorization_RequestDenied', 'not-permitted'],
    [403, '', 'accessDeniedForever', 'not-permitted'],
    [401, '', '', 'signed-out'],
    [400, 'The verification code is not valid.', 'badRequest', 'code-rejected'],
  ])('%i "%s" %s asks to sign in again where that may help', (status, message, code, means) => {
    expect(codeFor(status, message, code, self)).toBe(means);
  });

  test('a denial about somebody else is a denial', () => {
    expect(codeFor(403, 'Request Authorization failed', 'accessDenied')).toBe('not-permitted');
  });

  test.each<readonly [status: number, isSelf: boolean, challenge: string, means: ProblemCode]>([
    [401, true, '{"access_token":{"acrs":{"value":"c1"}}}', 'fresh-sign-in-wanted'],
    [403, true, '{"access_token":{"acrs":{"value":"c1"}}}', 'fresh-sign-in-wanted'],
    [401, false, '{"access_token":{"acrs":{"value":"c1"}}}', 'signed-out'],
    [403, false, '{"access_token":{"acrs":{"value":"c1"}}}', 'signed-out'],
    [401, true, '{"access_token":{"capolids":{"values":["p1"]}}}', 'blocked-by-policy'],
    [403, false, '{"access_token":{"capolids":{"values":["p1"]}}}', 'blocked-by-policy'],
  ])('a challenge that stands: %i, about oneself %s, %s is %s', (status, isSelf, challenge, means) => {
    expect(codeFor(status, '', 'x', { ...PLAIN, isSelf, challenge })).toBe(means);
  });

  test.each<readonly [ProblemCode, string, boolean]>([
    ['fresh-sign-in-wanted', SELF, true],
    ['fresh-sign-in-wanted', 'u1', false],
    ['signed-out', SELF, false],
    ['not-permitted', SELF, false],
    ['answer-lost', SELF, false],
  ])('a fresh sign-in after %s for %s: %s', (code, userId, wants) => {
    expect(wantsFreshSignIn({ code }, userId)).toBe(wants);
  });
});

test('what no row is about is tried in vain: every row can be the one that fits', () => {
  const plain = ERROR_ROWS.filter(({ words, self, challenged }) => !words && !self && !challenged);
  expect(new Set(plain.map(({ status }) => status)).size).toBe(plain.length);
});
