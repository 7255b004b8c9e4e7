import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PRACTICE_DATA, PRACTICE_OPERATORS } from '../../../electron/practice/practice-data.ts';
import { DEPOT_CLERK, TOKEN_HOLDER } from '../../../electron/practice/practice-people.ts';
import { createPracticeTenant } from '../../../electron/practice/tenant.ts';
import type { Conditions } from '../../../electron/practice/tenant-state.ts';
import { attemptsIn, createTenant, questionIn, START_MS } from './check-desk.ts';
import { runHere, type Setting } from './in-process.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { answersOf, type Person } from './talk.ts';

const TOKEN = 'GALT11420104';
const ANNA = 'anna.schmidt@harbourlark.example';
const DEPOT = PRACTICE_OPERATORS.depot.accessToken;

const allowsOnly =
  (...ids: readonly string[]) =>
  (question: string) =>
    ids.some((id) => question.includes(`] ${id}\n`));

/** One run in which somebody allows these writes with the test token. */
function runWrites(ids: readonly string[], conditions: Partial<Conditions> = {}, more: Partial<Setting & Person> = {}) {
  const { tenant, codesOf } = createTenant(conditions);
  const person = { testUser: ANNA, testToken: TOKEN, allows: allowsOnly(...ids), ...codesOf(TOKEN), ...more };
  const running = runHere({ fetch: tenant.fetch, accessToken: DEPOT, answer: answersOf(person), ...more });
  return { running, tenant };
}

describe('what a write changed', () => {
  test('is taken back, also where reads lag behind by twelve seconds', async () => {
    const clock = createJumpingClock(START_MS);
    const tenant = createPracticeTenant({
      nowMs: clock.nowMs,
      delay: () => Promise.resolve(),
      newId: randomUUID,
      data: PRACTICE_DATA,
      conditions: { readLagMs: 12_000 },
    });
    const person = { testUser: ANNA, testToken: TOKEN, allows: allowsOnly('serial-wrong-code') };
    const ended = await runHere({ fetch: tenant.fetch, accessToken: DEPOT, answer: answersOf(person), clock });
    expect(questionIn(ended, 'serial-wrong-code').conclusion).toBe('afterwards: failedActivation (reads: 5)');
    expect(ended.exitCode).toBe(0);
    expect(ended.report?.putBack).toMatchObject([{ result: 'takenBack' }]);
    expect(tenant.findAssignment(TOKEN)).toMatchObject({ status: 'available' });
  });

  test('is looked for over the whole time where reads show nothing at first', async () => {
    const { running } = runWrites(['serial-wrong-code'], { badCodeLeavesAssigned: false });
    const ended = await running;
    expect(questionIn(ended, 'serial-wrong-code').conclusion).toBe('afterwards: not with the user (reads: 5)');
    expect(ended.report?.putBack).toMatchObject([{ result: 'nothingThere' }]);
  });

  test.each([
    ['an answer that is lost', { on: 'unassign', times: 1, kind: 'dropAnswer' }],
    ['a request that is lost', { on: 'unassign', times: 1, kind: 'dropRequest' }],
    ['a service that asks to wait', { on: 'unassign', times: 2, kind: 'fail', status: 429, acts: false }],
  ] as const)('is taken back in spite of %s', async (_what, fault) => {
    const { running, tenant } = runWrites(['serial-wrong-code'], { faults: [fault] });
    expect((await running).exitCode).toBe(0);
    expect(tenant.findAssignment(TOKEN)).toMatchObject({ status: 'available' });
  });

  test('and cannot be put back is told in words that say what to do', async () => {
    const fault = { on: 'unassign', times: Infinity, kind: 'fail', status: 500, acts: false } as const;
    const { running, tenant } = runWrites(['serial-wrong-code'], { faults: [fault] });
    const { exitCode, said, report } = await running;
    expect(tenant.findAssignment(TOKEN)).toMatchObject({ status: 'failedActivation' });
    expect(exitCode).toBe(3);
    expect(said).toMatch(/NOT PUT BACK\..*Entra admin center, and delete the test token there\./);
    expect(report?.putBack).toMatchObject([{ result: 'failed' }]);
  });

  test('is found by its method where the service knows no reference', async () => {
    const { running, tenant } = runWrites(['assign-by-reference', 'assign-by-post'], { putUnknown: 'putNotFound' });
    const ended = await running;
    expect(attemptsIn(ended, 'assign-by-reference').slice(0, 2)).toEqual([
      expect.stringMatching(/^by reference: 404 refused/),
      expect.stringMatching(/^by reference, again: 404 refused/),
    ]);
    expect(attemptsIn(ended, 'assign-by-post')[0]).toBe('by POST: 201 done');
    expect(tenant.findAssignment(TOKEN)).toMatchObject({ status: 'available' });
  });
});

describe('the test token', () => {
  test.each([
    ['somebody has', '60234567', /Somebody has this token/],
    ['is not in the inventory', 'GALT00000000', /The inventory does not have this serial number/],
  ])('that %s is not used', async (_what, testToken, words) => {
    const { running } = runWrites(['serial-wrong-code'], {}, { testToken });
    const ended = await running;
    expect(ended.said).toMatch(words);
    expect(questionIn(ended, 'serial-wrong-code')).toMatchObject({ outcome: 'leftOut', why: 'it needs a test token' });
  });

  test('that the test user has already is not used, even without rights to the inventory', async () => {
    const accessToken = PRACTICE_OPERATORS.desk.accessToken;
    const more = { testUser: TOKEN_HOLDER.userPrincipalName, testToken: '60234567', accessToken };
    const { running, tenant } = runWrites(['serial-wrong-code'], {}, more);
    const ended = await running;
    expect(ended.said).toContain('has a token with this serial number already. It is not used.');
    expect(tenant.findAssignment('60234567')).toMatchObject({ status: 'activated', userId: TOKEN_HOLDER.id });
  });

  test('is told from the tokens that the test user had before: those stay', async () => {
    const more = { testUser: TOKEN_HOLDER.userPrincipalName };
    const { running, tenant } = runWrites(['serial-right-code', 'unassign-twice', 'assign-by-post'], {}, more);
    expect((await running).exitCode).toBe(0);
    expect(tenant.findAssignment(TOKEN)).toMatchObject({ status: 'available' });
    expect(tenant.findAssignment('60234567')).toMatchObject({ status: 'activated', userId: TOKEN_HOLDER.id });
  });

  test('is not given to whoever runs the check', async () => {
    const { running } = runWrites(['serial-wrong-code'], {}, { testUser: DEPOT_CLERK.userPrincipalName });
    const ended = await running;
    expect(ended.said).toContain('That is yourself');
    expect(questionIn(ended, 'unknown-serial')).toMatchObject({ outcome: 'leftOut' });
    expect(questionIn(ended, 'own-write')).toMatchObject({ outcome: 'declined' });
  });

  test('is not given to anybody whose tokens cannot be read: only what cannot act is tried', async () => {
    const faults = [{ on: 'listMethods', times: Infinity, kind: 'fail', status: 500, acts: false }] as const;
    const { running } = runWrites(['unknown-serial', 'serial-wrong-code'], { faults });
    const ended = await running;
    expect(ended.said).toContain('they get no token');
    expect(attemptsIn(ended, 'unknown-serial')).toEqual(['by serial number: 404 refused: serial-unknown']);
    expect(questionIn(ended, 'serial-wrong-code')).toMatchObject({ outcome: 'leftOut' });
  });
});

describe('where a list leaves the details of its tokens out', () => {
  test('the test token is the one that was not there before; the others stay', async () => {
    const { tenant } = createTenant();
    const withoutDetails = async (request: Request): Promise<Response> => {
      const response = await tenant.fetch(request);
      const isList = request.method === 'GET' && request.url.endsWith('/hardwareOathMethods') && response.ok;
      if (!isList) return response;
      const { value }: { value: readonly { readonly id: string }[] } = await response.json();
      return Response.json({ value: value.map(({ id }) => ({ id })) });
    };
    const person = {
      testUser: TOKEN_HOLDER.userPrincipalName,
      testToken: TOKEN,
      allows: allowsOnly('serial-wrong-code'),
    };
    const ended = await runHere({ fetch: withoutDetails, accessToken: DEPOT, answer: answersOf(person) });
    expect(ended.exitCode).toBe(0);
    expect(ended.report?.putBack).toMatchObject([{ result: 'takenBack' }]);
    expect(tenant.findAssignment(TOKEN)).toMatchObject({ status: 'available' });
    expect(tenant.findAssignment('60234567')).toMatchObject({ status: 'activated', userId: TOKEN_HOLDER.id });
  });
});

describe('a code', () => {
  test('that is not typed leaves its question out, and the token where it is', async () => {
    const { running, tenant } = runWrites(['serial-right-code'], {}, { shownCode: () => '' });
    const ended = await running;
    expect(questionIn(ended, 'serial-right-code')).toMatchObject({
      outcome: 'declined',
      why: 'no code was typed for "by serial number"',
    });
    expect(tenant.countRequests('assignAndActivateBySerialNumber')).toBe(0);
  });

  test('that has not six digits is asked for again', async () => {
    const codes = ['12345', 'abcdef'];
    const { tenant, codesOf } = createTenant();
    const { shownCode } = codesOf(TOKEN);
    const person = {
      testUser: ANNA,
      testToken: TOKEN,
      allows: allowsOnly('serial-right-code'),
      shownCode: () => codes.shift() ?? shownCode(),
    };
    const ended = await runHere({ fetch: tenant.fetch, accessToken: DEPOT, answer: answersOf(person) });
    expect(questionIn(ended, 'serial-right-code').conclusion).toMatch(/^afterwards: activated/);
    expect(ended.said.match(/A code has six digits\./g)).toHaveLength(2);
  });
});
