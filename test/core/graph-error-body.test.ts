import { describe, expect, test } from 'vitest';
import { parseGraphError } from '../../electron/core/graph-error-body.ts';

const NOTHING = { codes: [], message: '', innerMessages: [], requestId: null };

describe('reading an error body', () => {
  test('takes code, message and request-id', () => {
    const innerError = { date: '2025-02-13T10:17:05', 'request-id': 'r1', 'client-request-id': 'c1' };
    const error = { code: 'accessDenied', message: 'Request Authorization failed', innerError };
    expect(parseGraphError({ error }, null)).toEqual({
      codes: ['accessDenied'],
      message: 'Request Authorization failed',
      innerMessages: [],
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

  test('goes down through the inner errors, either way of writing, and keeps every code and message', () => {
    const innermost = { code: 'innermost', message: 'deep', 'request-id': 'deep' };
    const innerError = { code: 'inner', 'request-id': 'r1', innererror: innermost };
    expect(parseGraphError({ error: { code: 'outer', message: 'm', innerError } }, null)).toEqual({
      codes: ['outer', 'inner', 'innermost'],
      message: 'm',
      innerMessages: ['deep'],
      requestId: 'r1',
    });
  });

  test('takes the code from within where the outer one is empty', () => {
    const body = { error: { code: '', message: 'Forbidden', innerError: { code: 'MissingMFA' } } };
    expect(parseGraphError(body, null)).toMatchObject({ codes: ['MissingMFA'], message: 'Forbidden' });
  });

  test('takes targets and details', () => {
    const details = [
      { code: 'z', message: 'w', target: 'v' },
      { code: 'q', message: '' },
    ];
    expect(parseGraphError({ error: { code: 'x', message: 'y', target: null, details } }, null)).toMatchObject({
      codes: ['x', 'z', 'q'],
      innerMessages: ['w'],
    });
  });

  test('does not go down for ever', () => {
    let error: object = { code: 'last' };
    for (let depth = 0; depth < 5_000; depth++) error = { code: `c${depth}`, innerError: error };
    expect(parseGraphError({ error }, null).codes).toHaveLength(8);
  });

  test.each<readonly [what: string, error: object]>([
    ['a code', { code: null, message: 'The code is invalid.' }],
    ['a code of another type', { code: 7, message: 'The code is invalid.' }],
    ['an innerError', { code: '', message: 'The code is invalid.', innerError: null }],
    ['an innererror', { code: '', message: 'The code is invalid.', innererror: null }],
    ['an innerError of another type', { message: 'The code is invalid.', innerError: 'x' }],
    ['details of another type', { message: 'The code is invalid.', details: 'x' }],
    ['a request-id', { code: '', message: 'The code is invalid.', innerError: { 'request-id': null } }],
  ])('%s that is no use does not hide the words', (_, error) => {
    expect(parseGraphError({ error }, 'r9')).toEqual({ ...NOTHING, message: 'The code is invalid.', requestId: 'r9' });
  });

  test('a message of null is empty, and the code stays', () => {
    expect(parseGraphError({ error: { code: 'x', message: null } }, null)).toMatchObject({ codes: ['x'], message: '' });
  });
});

describe('other shapes of an error', () => {
  test.each<readonly [what: string, body: object, code: string, message: string]>([
    [
      'of OAuth',
      { error: 'invalid_grant', error_description: 'AADSTS50076: MFA.' },
      'invalid_grant',
      'AADSTS50076: MFA.',
    ],
    ['of OAuth without words', { error: 'invalid_grant' }, 'invalid_grant', ''],
    ['of OData 3', { 'odata.error': { code: 'x', message: { lang: 'en', value: 'No.' } } }, 'x', 'No.'],
    ['with a message in a language', { error: { code: 'x', message: { lang: 'en', value: 'No.' } } }, 'x', 'No.'],
    ['without an envelope', { code: 'x', message: 'No.' }, 'x', 'No.'],
  ])('%s are read', (_, body, code, message) => {
    expect(parseGraphError(body, null)).toEqual({ ...NOTHING, codes: [code], message });
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
    { error: 7 },
  ])('%j has no words, and the request-id of the header is kept', (body) => {
    expect(parseGraphError(body, 'r9')).toEqual({ ...NOTHING, requestId: 'r9' });
  });
});
