import { describe, expect, test } from 'vitest';
import { rightsHeld, sayLacking } from '../../../build/tenant-check/rights-held.ts';
import type { SignedIn } from '../../../build/tenant-check/run-log.ts';

const AUTHENTICATION_ADMINISTRATOR = 'c4e39bd9-1100-46d3-8c65-fb160da0071f';
const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
const WANTS = { scopes: ['Policy.Read.All'], roles: ['Authentication Administrator'] };

const signedIn = (scopes: readonly string[], roles: readonly string[] | null): SignedIn => ({
  by: 'browser',
  scopes,
  roles,
});

describe('what is held of what is wanted', () => {
  test.each([
    ['all of it', signedIn(['policy.read.all'], [AUTHENTICATION_ADMINISTRATOR.toUpperCase()]), true, true],
    ['neither', signedIn(['User.Read'], ['00000000-0000-4000-8000-000000000001']), false, false],
    ['no role at all', signedIn(['Policy.Read.All'], []), true, false],
    ['a role that may do everything', signedIn(['User.Read'], [GLOBAL_ADMINISTRATOR]), false, true],
    ['nobody knows: the token does not tell', signedIn([], null), null, null],
    ['nobody knows: there is no sign-in', null, null, null],
  ])('%s', (_what, who, scope, role) => {
    expect(rightsHeld(WANTS, who)).toEqual({ scope, role });
  });

  test('is nothing where nothing is wanted', () => {
    expect(rightsHeld({ scopes: [], roles: [] }, signedIn(['User.Read'], []))).toEqual({ scope: null, role: null });
  });
});

describe('before a write', () => {
  test.each([
    [signedIn(['User.Read'], null), /^The token has no permission for it \(Policy\.Read\.All\): expect a refusal\.$/],
    [signedIn(['Policy.Read.All'], []), /^The token names no role for it/],
    [signedIn(['Policy.Read.All'], null), /^$/],
  ])('what is missing is said', (who, words) => {
    expect(sayLacking(WANTS, who)).toMatch(words);
  });
});
