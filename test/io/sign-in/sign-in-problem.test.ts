import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { describe, expect, test } from 'vitest';
import { claimsAskedFor, signInProblem } from '../../../electron/io/sign-in/sign-in-problem.ts';

const GUID = '4f8c2f5e-3d86-4a36-9d0b-2a6a1c3d5e7f';

describe('a failed sign-in', () => {
  test.each([
    ['access_denied', 'not-permitted'],
    ['consent_required', 'not-permitted'],
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
    ['message_only', 'not-permitted'],
    ['invalid_scope', 'graph-refused'],
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
    expect(signInProblem(new ServerError('invalid_grant', '', '', 'consent_required')).code).toBe('not-permitted');
  });

  test.each(['AADSTS53000', 'AADSTS53003', 'AADSTS530034'])('by Conditional Access (%s) is told as that', (number) => {
    const error = new InteractionRequiredAuthError('interaction_required', '', `${number}: no.`);
    const detail = `The organisation’s Conditional Access does not allow this sign-in · interaction_required · ${number}`;
    expect(signInProblem(error)).toEqual({ code: 'not-permitted', detail });
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
