import { describe, expect, test } from 'vitest';
import type { NewDevice, WriteOutcome } from '../../../electron/core/graph-port.ts';
import { Secret } from '../../../electron/core/secret.ts';
import { answer, cutBeforeAnswer, type Reply } from '../../fakes/loopback-server.ts';
import type { Item } from './batch-desk.ts';
import { odataError, openDesk, type Desk } from './open-desk.ts';

const SEED = '6PJ4UKIW33NNXYZAEHQNFUFTZF7WFTFB';
const OTHER_SEED = 'TXYZAE6PJ4UZF3NNKIW3HQNFUF7WFTFB';
const PATH = '/directory/authenticationMethodDevices/hardwareOathDevices';

function newDevice(serialNumber: string, seed: string): NewDevice {
  const facts = { manufacturer: 'Contoso', model: 'Hardware Token 1000', periodSeconds: 30 } as const;
  return { serialNumber, ...facts, hashFunction: 'hmacsha1', secretKey: new Secret(seed) };
}

const TWO = [newDevice('TOTP123456', SEED), newDevice('TOTP654321', OTHER_SEED)];

function create({ graph }: Desk): Promise<readonly WriteOutcome[]> {
  return graph.createDevices(TWO);
}

/** How each of two outcomes turns out: its kind, and the code of its problem. */
async function told(desk: Desk): Promise<readonly string[]> {
  const outcomes = await create(desk);
  return outcomes.map((one) => (one.kind === 'done' ? 'done' : `${one.kind} ${one.problem.code}`));
}

function entry(serialNumber: string): object {
  return { id: 'aad49556', device: { id: 'aad49556', serialNumber, secretKey: null, status: 'available' } };
}

/** Refuses lists in this way, and answers what is then sent alone by its serial number. */
async function openStrict(list: Reply, single: (serialNumber: string) => Item): Promise<Desk> {
  const desk = await openDesk();
  desk.server.setReply((response) => {
    if (response.req.method === 'PATCH') return list(response);
    const { requests } = JSON.parse(desk.server.heard().at(-1)?.body ?? '');
    const responses = requests.map(({ id, body }: { id: string; body: { serialNumber: string } }) => ({
      id,
      ...single(body.serialNumber),
    }));
    answer(200, { responses })(response);
  });
  return desk;
}

describe('a list of new tokens', () => {
  test('is one PATCH in the form of the page, with whole seconds and the seeds in base32', async () => {
    const desk = await openDesk();
    desk.server.setReply(answer(201, { value: [entry('TOTP123456'), entry('TOTP654321')] }));
    expect(await told(desk)).toEqual(['done', 'done']);
    const [heard, ...more] = desk.server.heard();
    expect(more).toEqual([]);
    expect([heard?.method, heard?.path]).toEqual(['PATCH', `/beta${PATH}`]);
    const common = { manufacturer: 'Contoso', model: 'Hardware Token 1000', timeIntervalInSeconds: 30 };
    expect(JSON.parse(heard?.body ?? '')).toEqual({
      '@context': '#$delta',
      value: [
        { '@contentId': '1', serialNumber: 'TOTP123456', ...common, secretKey: SEED, hashFunction: 'hmacsha1' },
        { '@contentId': '2', serialNumber: 'TOTP654321', ...common, secretKey: OTHER_SEED, hashFunction: 'hmacsha1' },
      ],
    });
  });

  test('of nobody sends nothing', async () => {
    const desk = await openDesk();
    expect(await desk.graph.createDevices([])).toEqual([]);
    expect(desk.server.heard()).toEqual([]);
  });

  test.each([
    [
      'in another order and flat',
      200,
      [{ serialNumber: 'totp654321' }, { serialNumber: 'TOTP123456' }],
      ['done', 'done'],
    ],
    ['by the ids alone', 201, [{ '@contentId': '2' }, { '@contentId': '1' }], ['done', 'done']],
    ['of one of them only', 201, [entry('TOTP654321')], ['lost answer-lost', 'done']],
    ['of others', 201, [entry('X'), { '@contentId': '7' }], ['lost answer-lost', 'lost answer-lost']],
    [
      'with one that failed, by its id',
      200,
      [entry('TOTP123456'), { '@contentId': '2', '@Core.DataModificationException': { responseCode: 409 } }],
      ['done', 'refused device-there'],
    ],
    [
      'with one that failed, as an error',
      200,
      [
        { '@contentId': '1', error: { code: 'badRequest', message: 'Serial number already exists.' } },
        entry('TOTP654321'),
      ],
      ['refused device-there', 'done'],
    ],
    ['of something else', 201, 'x', ['lost answer-lost', 'lost answer-lost']],
  ])('is told token by token from an answer %s', async (_what, status, value, outcomes) => {
    const desk = await openDesk();
    desk.server.setReply(answer(status, { value }));
    expect(await told(desk)).toEqual(outcomes);
    expect(desk.server.heard()).toHaveLength(1);
  });

  test.each([
    ['an answer without a body', answer(204), 'lost answer-lost'],
    ['a page of a gateway', answer(200, '<html></html>', { 'content-type': 'text/html' }), 'lost answer-lost'],
    ['a cut line', cutBeforeAnswer, 'lost answer-lost'],
    ['a service that fails', answer(500), 'lost answer-lost'],
    ['a gateway that waited too long', answer(504), 'lost answer-lost'],
    [
      'a denial',
      answer(403, odataError('Authorization_RequestDenied', 'Insufficient privileges')),
      'refused import-not-permitted',
    ],
    ['a sign-in that has ended', answer(401, odataError('x', 'expired')), 'refused signed-out'],
    ['a call to wait', answer(429, null, { 'retry-after': '3' }), 'postponed throttled'],
    [
      'a service that is down and says for how long',
      answer(503, null, { 'retry-after': '3' }),
      'postponed graph-failing',
    ],
    ['a gateway that refuses', answer(400, '<html></html>', { 'content-type': 'text/html' }), 'refused graph-refused'],
  ])('is the same for all after %s, and nothing else is sent', async (_what, reply, outcome) => {
    const desk = await openDesk();
    desk.server.setReply(reply);
    expect(await told(desk)).toEqual([outcome, outcome]);
    expect(desk.server.heard()).toHaveLength(1);
  });
});

describe('a list that is refused as a whole', () => {
  test.each([
    ['for what is in it', answer(400, odataError('badRequest', 'The secret key must be in base32.'))],
    ['because one is there', answer(409)],
    ['because it knows no lists', answer(405)],
    ['because it does not know the way', answer(404, odataError('x', 'Resource not found for the segment'))],
    ['because it is too long', answer(413)],
  ])('%s is sent one by one, and each is told', async (_what, list) => {
    const desk = await openStrict(list, (serialNumber) =>
      serialNumber === 'TOTP123456'
        ? { status: 201, body: entry(serialNumber) }
        : { status: 400, body: odataError('badRequest', 'A token with this serial number already exists.') },
    );
    expect(await told(desk)).toEqual(['done', 'refused device-there']);
    expect(desk.server.heard().map(({ method }) => method)).toEqual(['PATCH', 'POST']);
  });

  test.each([
    [
      'another fault of it',
      { status: 400, body: odataError('x', 'The serial number is not good.') },
      'refused graph-refused',
    ],
    ['no right', { status: 403, body: odataError('x', 'no') }, 'refused import-not-permitted'],
    ['a failure', { status: 500 }, 'lost answer-lost'],
    ['a call to wait', { status: 429, headers: { 'Retry-After': '5' } }, 'postponed throttled'],
  ] as const)('and then meets %s', async (_what, item, outcome) => {
    const desk = await openStrict(answer(400), () => item);
    expect(await told(desk)).toEqual([outcome, outcome]);
  });
});

describe('a seed', () => {
  test.each([
    ['whole', SEED],
    ['in small letters', SEED.toLowerCase()],
    ['with what fills it up', `${SEED}======`],
  ])('that the service repeats %s is taken out of what is shown', async (_what, repeated) => {
    const desk = await openDesk();
    desk.server.setReply(answer(403, odataError('x', `No right to ${repeated}, or ${OTHER_SEED}.`)));
    const outcomes = await create(desk);
    expect(outcomes[0]).toMatchObject({ problem: { detail: '403 · x · No right to [seed], or [seed].' } });
    expect(JSON.stringify(outcomes).toUpperCase()).not.toContain(SEED.slice(0, 6));
  });

  test('that is cut off at the end of a long text is taken out as well', async () => {
    const desk = await openDesk();
    for (let cut = 270; cut < 300; cut++) {
      desk.server.setReply(answer(403, odataError('x', `${'.'.repeat(cut - 10)}${SEED}`)));
      const words = JSON.stringify(await create(desk));
      expect(words).not.toContain(SEED.slice(0, 6));
    }
  });
});
