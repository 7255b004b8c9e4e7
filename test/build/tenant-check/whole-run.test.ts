import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PRACTICE_OPERATORS } from '../../../electron/practice/practice-data.ts';
import { createTenant, questionIn, START_MS } from './check-desk.ts';
import { runHere } from './in-process.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { answersOf } from './talk.ts';

const DEPOT = PRACTICE_OPERATORS.depot.accessToken;

describe('nothing is called', () => {
  const fetch = (): never => {
    throw new Error('nothing may be called');
  };

  test('for --help, which tells the exit codes', async () => {
    const { exitCode, said } = await runHere({ fetch, args: ['--help'], answer: () => null });
    expect(exitCode).toBe(0);
    expect(said).toMatch(/^ {2}130 {2}stopped by Ctrl\+C/m);
  });

  test.each([
    ['an option that there is not', ['--everything'], /Unknown option '--everything'/],
    ['both sets of permissions', ['--granular', '--classic'], /exclude each other/],
    ['a wait that is no number', ['--settle-seconds', 'long'], /--settle-seconds takes a number/],
    ['a national cloud', ['--cloud', 'usGovernment'], /usGovernment has no hardware OATH tokens.*Nothing was called/s],
    ['a cloud that there is not', ['--cloud', 'moon'], /there is no cloud "moon"/],
  ])('for %s', async (_what, args, words) => {
    const { exitCode, said, report } = await runHere({ fetch, args, answer: () => null });
    expect([exitCode, report]).toEqual([2, null]);
    expect(said).toMatch(words);
  });

  test.each(['https://graph.microsoft.us/beta', 'https://microsoftgraph.chinacloudapi.cn/beta'])(
    'at %s',
    async (graphUrl) => {
      const environment = { TOKEN_STATION_GRAPH_URL: graphUrl, TOKEN_STATION_POLICY: '/no/policy' };
      const { exitCode, said } = await runHere({ fetch, environment, answer: () => null });
      expect(exitCode).toBe(2);
      expect(said).toMatch(/only the global cloud does/);
    },
  );

  test('where the settings of the station name a national cloud', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'token-station-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, 'Token Station'));
    await writeFile(join(folder, 'Token Station', 'settings.json'), JSON.stringify({ cloud: 'china' }));
    const environment = { XDG_CONFIG_HOME: folder, TOKEN_STATION_POLICY: '/no/policy' };
    const { exitCode, said } = await runHere({ fetch, environment, answer: () => null });
    expect(exitCode).toBe(2);
    expect(said).toMatch(/china has no hardware OATH tokens/);
  });

  test('with an id that is none', async () => {
    const environment = { TOKEN_STATION_POLICY: '/no/policy' };
    const args = ['--tenant', 'contoso.example'];
    const { exitCode, said, report } = await runHere({ fetch, environment, args, answer: () => null });
    expect([exitCode, report]).toEqual([2, null]);
    expect(said).toMatch(/An id is missing or is no GUID/);
  });

  test('where nobody says that it may begin', async () => {
    const { exitCode, report } = await runHere({ fetch, answer: () => null });
    expect([exitCode, report]).toEqual([1, null]);
  });
});

describe('a run that ends early still writes its file', () => {
  test('without a network, after two questions', async () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));
    const ended = await runHere({ fetch, answer: answersOf({}) });
    expect(ended.exitCode).toBe(1);
    expect(ended.report?.endedBecause).toBe('Microsoft Graph does not answer');
    expect(questionIn(ended, 'own-profile')).toMatchObject({
      outcome: 'noAnswer',
      attempts: [{ status: null, words: 'fetch failed: connect ECONNREFUSED' }],
    });
    expect(questionIn(ended, 'own-method-list')).toMatchObject({ outcome: 'cutShort', attempts: [] });
    expect(questionIn(ended, 'own-write')).toMatchObject({ outcome: 'cutShort', attempts: [] });
    expect(ended.said).toContain('The run is over: Microsoft Graph does not answer.');
  });

  test('goes on over one answer that was lost', async () => {
    const { tenant } = createTenant({ faults: [{ on: 'readMe', times: 1, kind: 'dropAnswer' }] });
    const args = ['--reads-only'];
    const ended = await runHere({ fetch: tenant.fetch, accessToken: DEPOT, args, answer: answersOf({}) });
    expect(ended.exitCode).toBe(0);
    expect(questionIn(ended, 'own-profile').outcome).toBe('noAnswer');
    expect(questionIn(ended, 'unknown-user').outcome).toBe('answered');
  });

  test('tells where the disk refuses', async () => {
    const { tenant } = createTenant();
    const { exitCode, said } = await runHere({
      fetch: tenant.fetch,
      accessToken: DEPOT,
      args: ['--reads-only'],
      answer: answersOf({}),
      write: () => Promise.reject(new Error('ENOSPC: no space left on device')),
    });
    expect(exitCode).toBe(4);
    expect(said).toContain('The file could not be written to /where/it/was/called: ENOSPC');
  });

  test('goes to the folder that was named', async () => {
    const { tenant } = createTenant();
    const args = ['--reads-only', '--out', '/somewhere/else'];
    const { folder } = await runHere({ fetch: tenant.fetch, accessToken: DEPOT, args, answer: answersOf({}) });
    expect(folder).toBe('/somewhere/else');
  });

  test('where nobody answers any more: nothing is written to the tenant', async () => {
    const { tenant } = createTenant();
    const answer = (question: string) => (question.includes('begin with') ? 'yes' : null);
    const ended = await runHere({ fetch: tenant.fetch, accessToken: DEPOT, answer });
    expect(ended.exitCode).toBe(0);
    expect(questionIn(ended, 'serial-wrong-code').outcome).toBe('declined');
  });
});

describe('a busy service', () => {
  test('is left alone for as long as it asks', async () => {
    const clock = createJumpingClock(START_MS);
    const fault = { on: 'readMe', times: 1, kind: 'fail', status: 429, acts: false, retryAfterSeconds: 8 } as const;
    const { tenant } = createTenant({ faults: [fault] });
    const sentAtMs: number[] = [];
    const ended = await runHere({
      fetch: (request) => {
        sentAtMs.push(clock.nowMs());
        return tenant.fetch(request);
      },
      accessToken: DEPOT,
      args: ['--reads-only'],
      answer: answersOf({}),
      clock,
    });
    expect(sentAtMs.slice(0, 2)).toEqual([START_MS, START_MS + 8_000]);
    expect(ended.said).toContain('The service asks to wait: 8 s');
    expect(questionIn(ended, 'own-profile').attempts).toMatchObject([{ status: 429, headers: { 'retry-after': '8' } }]);
    expect(ended.report?.derived).toContainEqual(
      expect.objectContaining({ id: 'throttling-headers', answer: expect.stringMatching(/^retry-after in 1 of \d+/) }),
    );
  });
});
