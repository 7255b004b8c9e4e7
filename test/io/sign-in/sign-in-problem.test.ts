import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../../electron/contract/problem.ts';
import { claimsAskedFor, signInProblem } from '../../../electron/io/sign-in/sign-in-problem.ts';

const GUID = '4f8c2f5e-3d86-4a36-9d0b-2a6a1c3d5e7f';

describe('a failed sign-in', () => {
  test.each([
    ['access_denied', 'not-permitted'],
    ['consent_required', 'scopes-not-granted'],
    ['invalid_grant', 'signed-out'],
    ['login_required', 'signed-out'],
    ['interaction_required', 'signed-out'],
    ['no_tokens_found', 'signed-out'],
    ['server_error', 'graph-failing'],
    ['temporarily_unavailable', 'graph-failing'],
    ['unauthorized_client', 'graph-refused'],
    ['invalid_client', 'graph-refused'],
    ['authorization_declined', 'not-permitted'],
    ['expired_token', 'signed-out'],
    ['message_only', 'blocked-by-policy'],
    ['invalid_scope', 'scopes-not-granted'],
    ['loopback_server_timeout', 'graph-refused'],
  ])('with %s is %s', (word, code) => {
    expect(signInProblem(new AuthError(word, ''))).toMatchObject({ code });
  });

  test.each([
    [429, 'throttled'],
    [500, 'graph-failing'],
    [503, 'graph-failing'],
  ])('with status %i is %s, whatever else it says', (status, code) => {
    const error = new ServerError('invalid_grant', '', '', '', undefined, status);
    expect(signInProblem(error)).toMatchObject({ code });
  });

  test('lets the more exact word speak', () => {
    expect(signInProblem(new ServerError('invalid_grant', '', '', 'consent_required')).code).toBe('scopes-not-granted');
  });

  test.each(['AADSTS53000', 'AADSTS53003', 'AADSTS530034'])('by Conditional Access (%s) is told as that', (number) => {
    const error = new InteractionRequiredAuthError('interaction_required', '', `${number}: no.`);
    const detail = `The organisation’s rules do not allow this sign-in · interaction_required · ${number}`;
    expect(signInProblem(error)).toEqual({ code: 'blocked-by-policy', detail });
  });

  test.each<readonly [number: string, word: string, code: ProblemCode]>([
    ['AADSTS65001', 'invalid_grant', 'scopes-not-granted'],
    ['AADSTS65004', 'access_denied', 'scopes-not-granted'],
    ['AADSTS90094', 'access_denied', 'scopes-not-granted'],
    ['AADSTS900941', 'access_denied', 'scopes-not-granted'],
    ['AADSTS70011', 'invalid_request', 'scopes-not-granted'],
    ['AADSTS650053', 'access_denied', 'scopes-not-granted'],
    ['AADSTS650057', 'invalid_resource', 'scopes-not-granted'],
    ['AADSTS50105', 'invalid_grant', 'blocked-by-policy'],
    ['AADSTS53003', 'access_denied', 'blocked-by-policy'],
    ['AADSTS650052', 'access_denied', 'not-permitted'],
    ['AADSTS700111', 'invalid_grant', 'signed-out'],
    ['AADSTS501050', 'invalid_grant', 'signed-out'],
  ])('is told by its number where no word says it: %s of %s is %s', (number, word, code) => {
    const error = new ServerError(word, '', `${number}: words that may change.`);
    expect(signInProblem(error)).toMatchObject({ code, detail: expect.stringContaining(number) });
  });

  test.each(['AADSTS53004', 'AADSTS5300', 'AADSTS530'])('with %s is not', (number) => {
    const error = new InteractionRequiredAuthError('interaction_required', '', `${number}: no.`);
    expect(signInProblem(error).code).toBe('signed-out');
  });

  test('names the case for an administrator', () => {
    const error = new ServerError('invalid_grant', GUID, 'Error(s): 70043 - Description: AADSTS70043: expired', '');
    const detail = `The sign-in has expired or was revoked · invalid_grant · AADSTS70043 · correlation id ${GUID}`;
    expect(signInProblem(error)).toEqual({ code: 'signed-out', detail });
  });

  test('shows nothing that has not the shape of a word, a number or an id', () => {
    const error = new ServerError('eyJhbGciOi.J9', 'eyJhbGciOi.J9', 'eyJhbGciOi.J9', 'eyJhbGciOi.J9');
    expect(signInProblem(error)).toEqual({ code: 'graph-refused', detail: 'The sign-in service refused' });
  });

  test('shows nothing of a stranger', () => {
    expect(signInProblem(new Error('https://login.example/?state=abc')).detail).toBe('The sign-in failed unexpectedly');
    expect(signInProblem('https://login.example/?state=abc').detail).toBe('The sign-in failed unexpectedly');
  });
});

describe('the claims asked for', () => {
  test('are those of a refused renewal', () => {
    const error = new InteractionRequiredAuthError('interaction_required', '', '', '', '', '', '{"access_token":{}}');
    expect(claimsAskedFor(error)).toBe('{"access_token":{}}');
  });

  test('are none elsewhere', () => {
    expect(claimsAskedFor(new InteractionRequiredAuthError('login_required', ''))).toBeNull();
    expect(claimsAskedFor(new ServerError('invalid_grant', ''))).toBeNull();
  });
});
