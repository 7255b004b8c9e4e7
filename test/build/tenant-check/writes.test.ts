import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WRITE_QUESTIONS } from '../../../build/tenant-check/ask-writes.ts';
import { PRACTICE_OPERATORS } from '../../../electron/practice/practice-data.ts';
import { ADMIN_TARGET, FIVE_METHODS, GUEST } from '../../../electron/practice/practice-people.ts';
import {
  attemptsIn,
  environmentOf,
  questionIn,
  runCheck,
  serveTenant,
  type Ended,
  type ServedTenant,
} from './check-desk.ts';
import { answersOf } from './talk.ts';

const TIME = 60_000;
const TOKEN = 'GALT11420104';
const ANNA = 'anna.schmidt@harbourlark.example';
const OTHER_ANNA = 'anna.schmidt2@harbourlark.example';

const READ = 'read back: 200 read';
const TAKEN_BACK = [READ, 'take back: 204 done', READ];

describe('writes that are allowed', () => {
  let tenant: ServedTenant;
  let ended: Ended;

  beforeAll(async () => {
    tenant = await serveTenant();
    ended = await runCheck({
      environment: environmentOf(tenant, PRACTICE_OPERATORS.depot.accessToken),
      answer: answersOf({
        testUser: ANNA,
        secondUser: OTHER_ANNA,
        guest: GUEST.userPrincipalName,
        fullUser: FIVE_METHODS.userPrincipalName,
        adminUser: ADMIN_TARGET.userPrincipalName,
        testToken: TOKEN,
        ...tenant.codesOf(TOKEN),
      }),
    });
  }, TIME);

  afterAll(() => tenant.close());

  test.each([
    ['unknown-serial', ['by serial number: 404 refused: serial-unknown']],
    ['admin-as-target', ['by serial number: 403 refused: not-permitted']],
    ['serial-wrong-code', ['by serial number, wrong code: 400 refused: code-rejected', READ]],
    ['activate-wrong-code', ['activate, wrong code: 400 refused: code-rejected', READ]],
    ['serial-already-theirs', [expect.stringMatching(/^by serial number, again: 400 refused: token-/), READ]],
    ['serial-right-code', [...TAKEN_BACK, 'by serial number: 204 done', READ]],
    ['activate-old-code', ['deactivate first: 204 done', 'activate, old code: 400 refused: code-rejected', READ]],
    [
      'activate-code-twice',
      ['activate: 204 done', 'deactivate: 204 done', 'activate, same code: 400 refused: code-rejected', READ],
    ],
    ['activate-twice', ['activate: 204 done', expect.stringMatching(/^activate again: 400 refused: token-/), READ]],
    ['deactivate-twice', ['deactivate: 204 done', expect.stringMatching(/^deactivate again: 400 refused: /), READ]],
    ['serial-of-another', [expect.stringMatching(/^by serial number, for another: 400 refused: token-taken/), READ]],
    ['unassign-twice', ['unassign: 204 done', expect.stringMatching(/^unassign again: 404 refused: /), READ]],
    ['assign-by-reference', ['by reference: 204 done', 'by reference, again: 204 done', READ]],
    [
      'assign-by-post',
      [...TAKEN_BACK, 'by POST: 201 done', expect.stringMatching(/^by POST, again: 400 refused: /), READ],
    ],
    ['assign-and-activate-by-id', [...TAKEN_BACK, 'by id, right code: 204 done', READ]],
    ['serial-letter-case', [...TAKEN_BACK, 'by serial number, other letter case: 404 refused: serial-unknown', READ]],
    ['serial-for-guest', ['by serial number, for a guest: 400 refused: user-is-guest', READ]],
    ['serial-sixth-method', ['by serial number, a sixth: 400 refused: user-has-five-methods', READ]],
    ['own-write', ['by serial number, at /me: 404 refused: serial-unknown']],
    ['own-write-late', ['by serial number, at /me: 404 refused: serial-unknown']],
  ])('records what became of %s', (id, attempts) => {
    expect(questionIn(ended, id).outcome).toBe('answered');
    expect(attemptsIn(ended, id)).toEqual(attempts);
  });

  test.each([
    ['serial-wrong-code', 'afterwards: failedActivation (reads: 1)'],
    ['serial-right-code', 'afterwards: activated (reads: 1)'],
    ['deactivate-twice', 'afterwards: assigned (reads: 1)'],
    ['unassign-twice', 'afterwards: not with the user (reads: 1)'],
  ])('reads where the token is after %s', (id, conclusion) => {
    expect(questionIn(ended, id).conclusion).toBe(conclusion);
  });

  test('leaves the token with nobody, and says so for each user who might have had it', () => {
    expect(ended.exitCode).toBe(0);
    expect(tenant.tenant.findAssignment(TOKEN)).toMatchObject({ status: 'available', userId: null });
    expect(ended.said).toContain('the test user: the test token is not there.');
    expect(ended.report?.putBack.map(({ result }) => result)).toEqual(Array(4).fill('nothingThere'));
  });

  test('sends nothing that the station would not send', () => {
    const outside = tenant.tenant.violations();
    expect(
      outside.filter((line) => !/transitiveMemberOf|\$top|\$filter|\/policies|no operation GET|v1\.0/.test(line)),
    ).toEqual([]);
  });

  test('explains every write before it asks for it', () => {
    for (const question of WRITE_QUESTIONS) expect(ended.said).toContain(`  ${question.does}`);
    expect(ended.said.match(/Type yes to do it\./g)).toHaveLength(WRITE_QUESTIONS.length);
  });

  test('has neither codes nor serial numbers nor people in the file', () => {
    for (const word of ['GALT', 'schmidt', 'kowalczyk', 'TSCHECK', '000000', 'harbourlark']) {
      expect(ended.fileText?.toLowerCase()).not.toContain(word.toLowerCase());
    }
    expect(ended.fileText).not.toMatch(/\d{6}/);
  });
});

describe('writes that are not allowed', () => {
  test('are not sent: not one of them', { timeout: TIME }, async () => {
    const tenant = await serveTenant();
    const ended = await runCheck({
      environment: environmentOf(tenant, PRACTICE_OPERATORS.depot.accessToken),
      answer: answersOf({ testUser: ANNA, testToken: TOKEN, allows: () => false, ...tenant.codesOf(TOKEN) }),
    });
    await tenant.close();
    expect(ended.exitCode).toBe(0);
    expect(questionIn(ended, 'serial-wrong-code')).toMatchObject({ outcome: 'declined', attempts: [] });
    // What needs the token at the user was never reached.
    expect(questionIn(ended, 'activate-twice')).toMatchObject({ outcome: 'leftOut' });
    expect(tenant.requests().filter(({ method, path }) => method !== 'GET' && !path.endsWith('$batch'))).toEqual([]);
    expect(ended.report?.putBack).toEqual([]);
  });
});

describe('a line that is cut', () => {
  test('in the middle of a write is recorded, read back and put back', { timeout: TIME }, async () => {
    const tenant = await serveTenant();
    const person = answersOf({ testUser: ANNA, testToken: TOKEN, ...tenant.codesOf(TOKEN) });
    const ended = await runCheck({
      environment: environmentOf(tenant, PRACTICE_OPERATORS.depot.accessToken),
      answer: (question) => {
        const isCut = question.includes('] serial-right-code');
        const faults = [{ on: 'assignAndActivateBySerialNumber', times: 1, kind: 'dropAnswer' }] as const;
        if (isCut) tenant.tenant.setConditions({ faults });
        const isAllowed = isCut || !question.includes('Type yes to do it');
        return isAllowed ? person(question) : 'no';
      },
    });
    await tenant.close();
    expect(ended.exitCode).toBe(0);
    expect(attemptsIn(ended, 'serial-right-code')).toEqual(['by serial number: silent lost: answer-lost', READ]);
    expect(questionIn(ended, 'serial-right-code').conclusion).toBe('afterwards: activated (reads: 1)');
    expect(ended.report?.putBack).toMatchObject([{ result: 'takenBack' }]);
    expect(ended.said).toContain('the test user: the test token was taken back');
    expect(tenant.tenant.findAssignment(TOKEN)).toMatchObject({ status: 'available' });
  });
});

describe('Ctrl+C', () => {
  test('puts back what was changed and writes what there was', { timeout: TIME }, async () => {
    const tenant = await serveTenant();
    const person = answersOf({ testUser: ANNA, testToken: TOKEN, ...tenant.codesOf(TOKEN) });
    const ended = await runCheck({
      environment: environmentOf(tenant, PRACTICE_OPERATORS.depot.accessToken),
      answer: (question, interrupt) => {
        if (!question.includes('] serial-already-theirs')) return person(question);
        expect(tenant.tenant.findAssignment(TOKEN)).toMatchObject({ status: 'failedActivation' });
        interrupt();
        return undefined;
      },
    });
    await tenant.close();
    expect(ended.exitCode).toBe(130);
    expect(ended.report?.endedBecause).toBe('it was stopped');
    expect(questionIn(ended, 'serial-wrong-code').outcome).toBe('answered');
    expect(questionIn(ended, 'serial-sixth-method').outcome).toBe('cutShort');
    expect(ended.report?.putBack).toMatchObject([{ result: 'takenBack' }]);
    expect(tenant.tenant.findAssignment(TOKEN)).toMatchObject({ status: 'available' });
  });
});
