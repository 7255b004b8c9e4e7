import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { READ_QUESTIONS } from '../../../build/tenant-check/ask-reads.ts';
import { PRACTICE_OPERATORS } from '../../../electron/practice/practice-data.ts';
import { DEPOT_CLERK, TOKEN_HOLDER } from '../../../electron/practice/practice-people.ts';
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

// Run once: each test looks at another part of what came of it.
const TIME = 60_000;

describe('reads alone, with the rights to the inventory', () => {
  let tenant: ServedTenant;
  let ended: Ended;

  beforeAll(async () => {
    tenant = await serveTenant({ devicePageSize: 5 });
    ended = await runCheck({
      args: ['--reads-only'],
      environment: environmentOf(tenant, PRACTICE_OPERATORS.depot.accessToken),
      answer: answersOf({ reads: TOKEN_HOLDER.userPrincipalName, serial: 'GALT11420104' }),
    });
  }, TIME);

  afterAll(() => tenant.close());

  test('ends with a file that its owner alone can read', () => {
    expect(ended.exitCode).toBe(0);
    expect(ended.mode).toBe(0o600);
    expect(ended.report).toMatchObject({
      file: 'Token Station tenant check',
      endedBecause: 'every question was reached',
    });
  });

  test.each([
    ['own-profile', ['read me: 200 read']],
    ['own-roles', ['roles of me: 400 failed: graph-refused']],
    ['own-method-list', ['list: 200 read']],
    ['version-1', ['list in v1.0: 400 failed: graph-refused']],
    ['user-fields', ['read user: 200 read']],
    ['user-search', ['search: 200 read']],
    ['employee-filter', ['filter: 200 read']],
    ['unknown-user', ['read user: 404 failed: user-unknown', 'list of that user: 404 failed: user-unknown']],
    ['method-list', ['list: 200 read']],
    ['method-list-expanded', ['list with $expand: 200 read']],
    ['batch', ['batch of two: 200 read']],
    ['inventory-list', ['first page: 200 read']],
    ['inventory-next-page', ['next page: 200 read']],
    ['inventory-filter', ['filter: 200 read']],
    ['inventory-filter-letter-case', ['filter: 200 read']],
    ['inventory-filter-unknown', ['filter: 200 read']],
    ['inventory-single', ['one token: 200 read']],
  ])('records what became of %s', (id, attempts) => {
    expect(questionIn(ended, id).outcome).toBe('answered');
    expect(attemptsIn(ended, id)).toEqual(attempts);
  });

  test.each([
    ['own-profile', 'told: id, displayName, userPrincipalName, mail, department, jobTitle, employeeId'],
    ['own-method-list', 'an empty list: it tells nothing of the shape'],
    ['method-list', 'tokens: 1; details in device: 1; flat: 0; id equal to the id of the device: 1'],
    ['inventory-list', 'tokens: 5; details in device: 0; flat: 5; a next page, below the same address'],
    ['inventory-filter', 'found: 1'],
    ['inventory-filter-letter-case', 'found: 0'],
  ])('concludes from %s: %s', (id, conclusion) => {
    expect(questionIn(ended, id).conclusion).toBe(conclusion);
  });

  test('shows shapes in the place of bodies', () => {
    const [attempt] = questionIn(ended, 'method-list').attempts;
    const { request } = attempt ?? {};
    const user = /<guid-\d+>/.exec(request ?? '')?.[0];
    expect(request).toBe(`GET /users/${user}/authentication/hardwareOathMethods`);
    expect(attempt?.body).toMatchObject({
      value: [
        '<list of 1>',
        {
          id: expect.stringMatching(/^<guid-\d+>$/),
          createdDateTime: '<null>',
          device: {
            serialNumber: expect.stringMatching(/^<serial-\d+>$/),
            secretKey: '<null>',
            timeIntervalInSeconds: 30,
            hashFunction: 'hmacsha256',
            status: 'activated',
            assignedTo: { id: user, displayName: expect.stringMatching(/^<name-\d+>$/) },
          },
        },
      ],
    });
  });

  test('shows the code, the words and the headers of a refusal', () => {
    const [attempt] = questionIn(ended, 'unknown-user').attempts;
    expect(attempt).toMatchObject({
      codes: ['Request_ResourceNotFound'],
      words: expect.stringMatching(
        /^Resource '<guid-\d+>' does not exist or one of its queried reference-property objects are not present\.$/,
      ),
      headers: { 'request-id': '<there>', 'client-request-id': '<there>', 'content-type': 'application/json' },
    });
  });

  test('gives the same value the same placeholder everywhere', () => {
    const [found] = questionIn(ended, 'inventory-filter').attempts;
    const [other] = questionIn(ended, 'inventory-filter-letter-case').attempts;
    expect(found?.request).toMatch(/\?\$filter=serialNumber eq '<serial-1>'$/);
    expect(found?.body).toMatchObject({ value: ['<list of 1>', { serialNumber: '<serial-1>' }] });
    expect(other?.request).toMatch(/'<serial-1 in another letter case>'$/);
  });

  test('writes nothing, and says why the writes were left out', () => {
    expect(tenant.requests().filter(({ method, path }) => method !== 'GET' && !path.endsWith('$batch'))).toEqual([]);
    expect(questionIn(ended, 'serial-wrong-code')).toMatchObject({
      outcome: 'leftOut',
      why: 'because only reads were asked for',
    });
  });

  test('prints one line for each question, and the path', () => {
    for (const { id } of READ_QUESTIONS) expect(ended.said).toMatch(new RegExp(`^  ${id} `, 'm'));
    expect(ended.said).toMatch(/^The file: .*tenant-check-\d{4}-\d{2}-\d{2}\.json$/m);
  });

  test('has nothing of anybody in the file', () => {
    const words = [DEPOT_CLERK, TOKEN_HOLDER].flatMap((user) => [user.id, user.surname, user.displayName, user.mail]);
    for (const word of [...words, 'harbourlark', 'GALT', 'Bearer p', PRACTICE_OPERATORS.depot.accessToken]) {
      expect(ended.fileText?.toLowerCase()).not.toContain(word?.toLowerCase());
    }
    expect(ended.fileText).not.toMatch(/[\da-f]{8}-[\da-f]{4}-/i);
    expect(ended.fileText).not.toMatch(/\d{6}/);
  });
});

describe('reads without rights', () => {
  test('are asked all the same, because the words of the refusal are the answer', { timeout: TIME }, async () => {
    const tenant = await serveTenant();
    const ended = await runCheck({
      args: ['--reads-only'],
      environment: environmentOf(tenant, PRACTICE_OPERATORS.selfService.accessToken),
      answer: answersOf({ reads: TOKEN_HOLDER.userPrincipalName, serial: '60234567' }),
    });
    await tenant.close();
    expect(ended.exitCode).toBe(0);
    expect(questionIn(ended, 'inventory-list')).toMatchObject({
      outcome: 'answered',
      wants: { scopes: ['Policy.Read.All', 'Policy.ReadWrite.AuthenticationMethod'] },
      attempts: [
        {
          status: 403,
          codes: ['Authorization_RequestDenied'],
          words: 'Insufficient privileges to complete the operation.',
          theStationTakesItAs: 'failed: not-permitted',
        },
      ],
    });
    // The person cannot be looked up, so that one's own id stands in.
    expect(ended.said).toContain('Not found, or not to be read: failed: not-permitted.');
    expect(attemptsIn(ended, 'method-list')).toEqual(['list: 403 failed: not-permitted']);
    expect(questionIn(ended, 'method-list').attempts[0]?.words).toBe('Request Authorization failed');
    expect(questionIn(ended, 'inventory-next-page')).toMatchObject({
      outcome: 'leftOut',
      why: 'it needs an inventory of more than one page',
    });
    expect(ended.report?.derived).toContainEqual(
      expect.objectContaining({ id: 'inventory-without-rights', answer: expect.stringMatching(/^403;/) }),
    );
  });
});
