import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BATCH_SIZE, batchRequest, splitAnswer } from '../../electron/core/graph-batch.ts';
import type { GraphAnswer } from '../../electron/core/graph-outcome.ts';
import { searchUsersRequest } from '../../electron/core/graph-request.ts';
import { assignByPostRequest, listMethodsRequest } from '../../electron/core/graph-method-request.ts';

const ENVELOPE = {
  kind: 'answered',
  status: 200,
  retryAfter: null,
  requestId: 'whole',
  body: null,
  notJson: null,
  challenge: null,
  problem: null,
} as const satisfies GraphAnswer;

function split(responses: unknown, count: number): readonly GraphAnswer[] {
  return splitAnswer({ ...ENVELOPE, body: { responses } }, count);
}

function lost(detail: string): GraphAnswer {
  return { kind: 'silent', sent: true, problem: { code: 'graph-failing', detail, requestId: 'whole' } };
}

describe('a batch', () => {
  test('names each request by its place, with headers and body only where there are some', () => {
    const requests = [listMethodsRequest('u1'), assignByPostRequest('u2', 'd2'), searchUsersRequest('ann')];
    const { method, path, headers, body } = batchRequest(requests);
    expect({ method, path, headers }).toEqual({
      method: 'POST',
      path: '/$batch',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(body).toEqual({
      requests: [
        { id: '0', method: 'GET', url: '/users/u1/authentication/hardwareOathMethods' },
        {
          id: '1',
          method: 'POST',
          url: '/users/u2/authentication/hardwareOathMethods',
          headers: { 'Content-Type': 'application/json' },
          body: { device: { id: 'd2' } },
        },
        { id: '2', method: 'GET', url: requests[2]?.path, headers: { ConsistencyLevel: 'eventual' } },
      ],
    });
  });

  test('holds twenty', () => {
    expect(BATCH_SIZE).toBe(20);
  });
});

describe('the answer of a batch', () => {
  test('gives each item its own status, headers and body, in the order asked', () => {
    const responses = [
      { id: '1', status: 429, headers: { 'Retry-After': '7', 'request-id': 'own' }, body: { error: { code: 'x' } } },
      { id: '0', status: 204 },
    ];
    expect(split(responses, 2)).toEqual([
      { ...ENVELOPE, status: 204 },
      { ...ENVELOPE, status: 429, retryAfter: '7', requestId: 'own', body: { error: { code: 'x' } } },
    ]);
  });

  test.each([
    ['retry-after', 8, '8'],
    ['RETRY-AFTER', ['8'], '8'],
    ['Retry-After', null, null],
    ['Retry-After', {}, null],
    ['X-Other', '8', null],
  ])('finds the header %s with %j: %j', (name, value, retryAfter) => {
    expect(split([{ id: '0', status: 429, headers: { [name]: value } }], 1)).toMatchObject([{ retryAfter }]);
  });

  test.each([null, 'x', 7, []])('headers that are %j are none', (headers) => {
    expect(split([{ id: '0', status: 204, headers }], 1)).toEqual([{ ...ENVELOPE, status: 204 }]);
  });

  test.each([
    [401, '{"a":1}'],
    [403, '{"a":1}'],
    [400, null],
  ])('finds a challenge in the headers of an item with %i', (status, challenge) => {
    const headers = { 'WWW-Authenticate': 'Bearer error="insufficient_claims", claims="eyJhIjoxfQ=="' };
    expect(split([{ id: '0', status, headers }], 1)).toMatchObject([{ challenge }]);
  });

  test('a body that is a text is no JSON', () => {
    const notJson = { isPage: true, words: 'text instead of JSON' };
    expect(split([{ id: '0', status: 200, body: 'PGh0bWw+' }], 1)).toMatchObject([{ status: 200, notJson }]);
  });

  test('an item that is left out is lost, and the others are not', () => {
    expect(split([{ id: '1', status: 204 }], 2)).toEqual([
      lost('the batch leaves this one out'),
      { ...ENVELOPE, status: 204 },
    ]);
  });

  test.each([
    ['two that differ', 204, 400],
    ['two alike', 204, 204],
  ])('an item that is answered twice is lost: %s', (_, first, second) => {
    const responses = [first, second].map((status) => ({ id: '0', status }));
    expect(split(responses, 1)).toEqual([lost('the batch answers this one twice')]);
  });

  test.each([
    { id: '0' },
    { id: '0', status: 'x' },
    { id: '0', status: 0 },
    { id: '0', status: 99 },
    { id: '0', status: 600 },
    { id: '0', status: 200.5 },
    { id: null, status: 204 },
    { id: '1', status: 204 },
    { id: '00', status: 204 },
    { status: 204 },
    null,
    'x',
  ])('an item that cannot be read is none: %j', (item) => {
    expect(split([item], 1)).toEqual([lost('the batch leaves this one out')]);
  });

  test('an id that comes as a number and a status that comes as a text are understood', () => {
    expect(split([{ id: 0, status: '204' }], 1)).toEqual([{ ...ENVELOPE, status: 204 }]);
  });

  test.each([null, {}, { responses: null }, { responses: {} }, [], 'x'])(
    '%j is no batch: every item is lost',
    (body) => {
      expect(splitAnswer({ ...ENVELOPE, body }, 2)).toEqual([
        lost('the answer is no batch'),
        lost('the answer is no batch'),
      ]);
    },
  );

  test('without a request-id the problem has none', () => {
    const problem = { code: 'graph-failing', detail: 'the answer is no batch' };
    expect(splitAnswer({ ...ENVELOPE, requestId: null }, 1)).toEqual([{ kind: 'silent', sent: true, problem }]);
  });

  test.each([401, 403, 407, 429, 500, 502, 503, 504])('%i for the whole is each item\u2019s answer', (status) => {
    const envelope = { ...ENVELOPE, status, retryAfter: '3' };
    expect(splitAnswer(envelope, 2)).toEqual([envelope, envelope]);
  });

  test.each([300, 400, 404, 405, 409, 413])('%i for the whole says nothing of a person or a token', (status) => {
    const body = { error: { code: 'x', message: 'The serial number was not found.' } };
    expect(splitAnswer({ ...ENVELOPE, status, body }, 1)).toMatchObject([
      {
        status,
        problem: { code: 'graph-refused', detail: expect.stringContaining('serial number'), requestId: 'whole' },
      },
    ]);
  });

  test('silence is silence for each', () => {
    const silent = { kind: 'silent', sent: true, problem: { code: 'graph-unreachable' } } as const;
    expect(splitAnswer(silent, 2)).toEqual([silent, silent]);
  });

  test('whatever the order, and whatever is between, each request finds its own answer', () => {
    const shuffled = fc
      .uniqueArray(fc.nat(19), { maxLength: 20 })
      .chain((ids) => fc.shuffledSubarray(ids, { minLength: ids.length }));
    fc.assert(
      fc.property(shuffled, fc.array(fc.jsonValue(), { maxLength: 3 }), (ids, rubbish) => {
        const answers = ids.map((id) => ({ id: String(id), status: 400 + id }));
        const found = split([...answers, ...rubbish.filter((one) => typeof one !== 'object')], 20);
        found.forEach((answer, index) => {
          if (ids.includes(index)) expect(answer).toMatchObject({ status: 400 + index });
          else expect(answer).toMatchObject({ kind: 'silent', sent: true });
        });
      }),
    );
  });
});
