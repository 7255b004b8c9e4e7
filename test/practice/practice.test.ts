import { describe, expect, test } from 'vitest';
import type { PracticeNote, PracticeToken } from '../../electron/contract/snapshot.ts';
import { createPractice, type Practice } from '../../electron/practice/practice.ts';
import { PRACTICE_PEOPLE } from '../../electron/practice/practice-people.ts';
import { createHandClock, type HandClock } from '../fakes/hand-clock.ts';
import { bySerialPath, methodsPath, START_MS } from './small-tenant.ts';

const ANNA = PRACTICE_PEOPLE[0] ?? { id: 'nobody' };

type Bench = { readonly practice: Practice; readonly hand: HandClock };

function createBench(): Bench {
  const hand = createHandClock(START_MS);
  return { hand, practice: createPractice({ clock: hand.clock }) };
}

function findToken(practice: Practice, note: PracticeNote): PracticeToken {
  const token = practice.view().tokens.find((candidate) => candidate.note === note);
  if (!token) throw new Error(`no token is ${note}`);
  return token;
}

async function send(practice: Practice, method: string, path: string, body?: object): Promise<Response> {
  const accessToken = await practice.accessToken();
  if (!accessToken.ok) throw new Error('nobody is signed in');
  const headers = {
    authorization: `Bearer ${accessToken.value.reveal()}`,
    'client-request-id': '0f0f0f0f-0000-4000-8000-000000000000',
    ...(body ? { 'content-type': 'application/json' } : {}),
  };
  const request = { method, headers, body: body ? JSON.stringify(body) : null };
  return practice.fetch(new Request(`https://graph.test/beta${path}`, request));
}

function issue(practice: Practice, { serialNumber, code }: PracticeToken): Promise<Response> {
  return send(practice, 'POST', bySerialPath(ANNA), { serialNumber, verificationCode: code });
}

describe('the practice station', () => {
  test('signs its operator in with a token that the tenant accepts and that does not show itself', async () => {
    const { practice } = createBench();
    expect((await send(practice, 'GET', '/users')).status).toBe(200);
    expect(JSON.stringify(await practice.accessToken())).not.toContain('practice-access-token');
  });

  test('issues a token with the code on its display, and its note says so', async () => {
    const { practice } = createBench();
    const token = findToken(practice, 'fresh');
    expect((await issue(practice, token)).status).toBe(204);
    expect(findToken(practice, 'issued').serialNumber).toBe(token.serialNumber);
  });

  test.each(['assignedToAnother', 'notInInventory'] as const)('does not issue a token that is %s', async (note) => {
    const { practice } = createBench();
    const response = await issue(practice, findToken(practice, note));
    expect(response.ok).toBe(false);
    expect(findToken(practice, note).note).toBe(note);
  });

  test('scans through its reader', async () => {
    const { practice } = createBench();
    const sizes: number[] = [];
    await practice.reader.start({
      onAttached: () => {},
      onDetached: () => {},
      onReport: ({ bytes }) => sizes.push(bytes.length),
      onTrouble: () => {},
      onSerialNumber: () => {},
      onDevices: () => {},
    });
    practice.scan(1, 'GALT11420104', ']C0');
    expect(sizes).toEqual([64]);
  });

  test('tells when the next code changes, and which codes have changed then', () => {
    const { practice, hand } = createBench();
    const before = practice.view().tokens;
    const changesAtMs = practice.nextChangeAtMs();
    const due = before.filter((token) => token.codeChangesAtMs === changesAtMs);
    expect(due).not.toEqual([]);
    hand.moveTo(changesAtMs);
    const after = practice.view().tokens;
    const changed = after.filter((token, index) => token.code !== before[index]?.code);
    expect(changed.map(({ serialNumber }) => serialNumber)).toEqual(due.map(({ serialNumber }) => serialNumber));
    expect(practice.nextChangeAtMs()).toBeGreaterThan(changesAtMs);
  });
});

describe('trouble on purpose', () => {
  test('a throttled write is told to wait and does not act; the next one does', async () => {
    const { practice } = createBench();
    practice.setTrouble('throttled');
    expect((await send(practice, 'GET', '/users')).status).toBe(200);
    expect(practice.view().trouble).toBe('throttled');
    const token = findToken(practice, 'fresh');
    const refused = await issue(practice, token);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('8');
    expect(practice.view().trouble).toBe('none');
    expect((await issue(practice, token)).status).toBe(204);
  });

  test('a lost answer acts, and a read finds what it did', async () => {
    const { practice } = createBench();
    practice.setTrouble('lostAnswer');
    const token = findToken(practice, 'fresh');
    await expect(issue(practice, token)).rejects.toThrow(TypeError);
    expect(practice.view().trouble).toBe('none');
    const { value } = await (await send(practice, 'GET', methodsPath(ANNA))).json();
    expect(value).toMatchObject([{ device: { serialNumber: token.serialNumber, status: 'activated' } }]);
  });

  test('slow answers come after four seconds, until it is switched off', async () => {
    const { practice, hand } = createBench();
    practice.setTrouble('slow');
    const answered = send(practice, 'GET', '/users');
    await new Promise(setImmediate);
    hand.moveBy(3_999);
    expect(hand.timerCount()).toBe(1);
    hand.moveBy(1);
    expect((await answered).status).toBe(200);
    expect(practice.view().trouble).toBe('slow');
    practice.setTrouble('none');
    expect((await send(practice, 'GET', '/users')).status).toBe(200);
  });

  test('while it is down every call fails like no network, until it is switched off', async () => {
    const { practice } = createBench();
    practice.setTrouble('down');
    await expect(send(practice, 'GET', '/users')).rejects.toThrow(TypeError);
    await expect(issue(practice, findToken(practice, 'fresh'))).rejects.toThrow(TypeError);
    expect(practice.view().trouble).toBe('down');
    practice.setTrouble('none');
    expect((await issue(practice, findToken(practice, 'fresh'))).status).toBe(204);
  });

  test('one trouble takes the place of another', async () => {
    const { practice } = createBench();
    practice.setTrouble('down');
    practice.setTrouble('lostAnswer');
    expect((await send(practice, 'GET', '/users')).status).toBe(200);
    expect(practice.view().trouble).toBe('lostAnswer');
  });
});

describe('the second practice reader', () => {
  test('is not plugged in at first, and is a reader of its own once it is', async () => {
    const { practice } = createBench();
    const told: string[] = [];
    await practice.reader.start({
      onAttached: ({ readerKey, name }) => told.push(`${readerKey} ${name}`),
      onDetached: (readerKey) => told.push(`${readerKey} gone`),
      onReport: ({ readerKey }) => told.push(`${readerKey} reads`),
      onTrouble: () => {},
      onSerialNumber: () => {},
      onDevices: () => {},
    });
    practice.scan(2, 'GALT11420104', ']C0');
    practice.plug(2, true);
    practice.scan(2, 'GALT11420104', ']C0');
    expect(practice.view().readers).toMatchObject([{ isPlugged: true }, { isPlugged: true }]);
    practice.plug(1, false);
    practice.scan(1, 'GALT11420104', ']C0');
    practice.scan(7, 'GALT11420104', ']C0');
    expect(told).toEqual([
      'practice:1 Practice reader',
      'practice:2 Second practice reader',
      'practice:2 reads',
      'practice:1 gone',
    ]);
  });
});
