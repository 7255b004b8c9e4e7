import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../electron/contract/problem.ts';
import { parseGraphError, problemOf } from '../../electron/core/graph-error.ts';

function codeFor(status: number, message: string, code = 'badRequest'): ProblemCode {
  return problemOf(status, { code, message, requestId: null }).code;
}

describe('reading an error body', () => {
  test('takes code, message and request-id', () => {
    const innerError = { date: '2025-02-13T10:17:05', 'request-id': 'r1', 'client-request-id': 'c1' };
    expect(
      parseGraphError({ error: { code: 'accessDenied', message: 'Request Authorization failed', innerError } }, null),
    ).toEqual({
      code: 'accessDenied',
      message: 'Request Authorization failed',
      requestId: 'r1',
    });
  });

  test('takes the request-id of older services, which write innererror', () => {
    const body = { error: { code: 'x', message: 'y', innererror: { 'request-id': 'r2' } } };
    expect(parseGraphError(body, null).requestId).toBe('r2');
  });

  test('takes the request-id of the header first', () => {
    const body = { error: { code: 'x', message: 'y', innerError: { 'request-id': 'r1' } } };
    expect(parseGraphError(body, 'header').requestId).toBe('header');
  });

  test('takes the outer code where inner errors are nested', () => {
    const innerError = { code: 'inner', innerError: { code: 'innermost', 'request-id': 'deep' }, 'request-id': 'r1' };
    expect(parseGraphError({ error: { code: 'outer', message: 'm', innerError } }, null)).toEqual({
      code: 'outer',
      message: 'm',
      requestId: 'r1',
    });
  });

  test('takes an empty code as it is, and an error without words as empty', () => {
    expect(parseGraphError({ error: { code: '', message: 'Forbidden' } }, null)).toMatchObject({
      code: '',
      message: 'Forbidden',
    });
    expect(parseGraphError({ error: {} }, null)).toEqual({ code: '', message: '', requestId: null });
  });

  test('takes an error with targets and details', () => {
    const error = { code: 'x', message: 'y', target: null, details: [{ code: 'z', message: 'w', target: 'v' }] };
    expect(parseGraphError({ error }, null)).toEqual({ code: 'x', message: 'y', requestId: null });
  });

  test.each<readonly [what: string, error: object]>([
    ['a code', { code: null, message: 'The code is invalid.' }],
    ['an innerError', { code: '', message: 'The code is invalid.', innerError: null }],
    ['an innererror', { code: '', message: 'The code is invalid.', innererror: null }],
    ['a request-id', { code: '', message: 'The code is invalid.', innerError: { 'request-id': null } }],
  ])('%s of null does not hide the words', (_, error) => {
    expect(parseGraphError({ error }, 'r9')).toEqual({ code: '', message: 'The code is invalid.', requestId: 'r9' });
  });

  test('a message of null is empty, and the code stays', () => {
    expect(parseGraphError({ error: { code: 'x', message: null } }, null)).toMatchObject({ code: 'x', message: '' });
  });

  test.each([
    null,
    undefined,
    '',
    '<html><body>502 Bad Gateway</body></html>',
    7,
    [],
    {},
    { error: null },
    { error: 'invalid_grant' },
  ])('%j has no words, and the request-id of the header is kept', (body) => {
    expect(parseGraphError(body, 'r9')).toEqual({ code: '', message: '', requestId: 'r9' });
  });
});

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
    [404, 'The authentication method was not found.', 'graph-refused'],
    [
      404,
      "Resource '7' does not exist or one of its queried reference-property objects are not present.",
      'user-unknown',
    ],
    [404, '', 'user-unknown'],
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
    const problem = problemOf(400, {
      code: 'badRequest',
      message: 'The verification code is invalid.',
      requestId: 'r1',
    });
    expect(problem).toEqual({
      code: 'code-rejected',
      detail: '400 · badRequest · The verification code is invalid.',
      requestId: 'r1',
    });
  });

  test('leave out what is empty', () => {
    expect(problemOf(502, { code: '', message: '', requestId: null })).toEqual({
      code: 'graph-failing',
      detail: '502',
    });
    expect(problemOf(403, { code: '', message: 'No.', requestId: null })).toEqual({
      code: 'not-permitted',
      detail: '403 · No.',
    });
  });

  test('are cut after 300 characters', () => {
    const { detail } = problemOf(400, { code: 'x', message: 'y'.repeat(1_000), requestId: null });
    expect(detail).toBe(`400 · x · ${'y'.repeat(290)}`);
  });
});
