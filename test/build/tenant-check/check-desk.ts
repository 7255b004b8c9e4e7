import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report, ReportedQuestion } from '../../../build/tenant-check/report.ts';
import { PRACTICE_DATA } from '../../../electron/practice/practice-data.ts';
import { createPracticeTenant, type PracticeTenant } from '../../../electron/practice/tenant.ts';
import type { Conditions } from '../../../electron/practice/tenant-state.ts';
import { totpStep } from '../../../electron/core/oath-code.ts';
import { computeCode } from '../../../electron/practice/totp.ts';
import { startLoopbackTenant, type LoopbackTenant } from '../../fakes/loopback-tenant.ts';
import { createEar, type Answer } from './talk.ts';

const projectPath = join(import.meta.dirname, '../../..');

/** A whole minute, so that a code begins with it. */
export const START_MS = Date.UTC(2026, 10, 24, 10);
const STEP_MS = 30_000;

export type ShownCodes = {
  /** What a token shows. Each time it is asked for, the time has gone on, and it is another code. */
  readonly shownCode: () => string;
  /** What it shows now; then the time goes on so far that it is too old. */
  readonly oldCode: () => string;
};

/** The practice tenant with a time that goes on only where a code is asked for. */
export function createTenant(conditions: Partial<Conditions> = {}, startMs = START_MS) {
  let nowMs = startMs;
  const tenant = createPracticeTenant({
    nowMs: () => nowMs,
    delay: () => Promise.resolve(),
    newId: randomUUID,
    data: PRACTICE_DATA,
    conditions,
  });
  const codesOf = (serialNumber: string): ShownCodes => {
    const token = PRACTICE_DATA.tokens.find((one) => one.serialNumber === serialNumber);
    if (!token) throw new Error(`no token ${serialNumber}`);
    const code = (): string => computeCode(token, totpStep(token.periodSeconds, nowMs));
    return {
      shownCode: () => {
        nowMs += STEP_MS;
        return code();
      },
      oldCode: () => {
        const noted = code();
        nowMs += 3 * STEP_MS;
        return noted;
      },
    };
  };
  return { tenant, codesOf, nowMs: () => nowMs };
}

export type ServedTenant = LoopbackTenant & Pick<ReturnType<typeof createTenant>, 'codesOf'>;

/** The same on loopback. `wrap` may stand between. */
export async function serveTenant(
  conditions: Partial<Conditions> = {},
  wrap: (fetch: PracticeTenant['fetch']) => PracticeTenant['fetch'] = (fetch) => fetch,
): Promise<ServedTenant> {
  const { tenant, codesOf } = createTenant(conditions);
  const loopback = await startLoopbackTenant({ ...tenant, fetch: wrap(tenant.fetch) });
  return { ...loopback, codesOf };
}

export type Ended = {
  readonly exitCode: number | null;
  readonly said: string;
  /** `null`: none was written. */
  readonly fileText: string | null;
  /** The file's rights. */
  readonly mode: number | null;
  readonly report: Report | null;
};

export type CheckOptions = {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Can stop the process as Ctrl+C does. `undefined`: nothing is answered yet. */
  readonly answer: (question: string, interrupt: () => void) => ReturnType<Answer> | undefined;
  /** Told of everything that was said so far, whenever there is more. */
  readonly onSaid?: (said: string) => void;
};

/** Runs the check as a process of its own, and answers its questions as they come. */
export async function runCheck({ args = [], environment = {}, answer, onSaid }: CheckOptions): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), 'token-station-check-'));
  const ours = ['--settle-seconds', '0', '--no-browser', '--out', folder];
  const child = spawn(process.execPath, ['build/tenant-check/tenant-check.ts', ...ours, ...args], {
    cwd: projectPath,
    env: cleanEnvironment(folder, environment),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ear = createEar((question) => {
    const line = answer(question, () => child.kill('SIGINT'));
    if (line === null) child.stdin.end();
    else if (line !== undefined) child.stdin.write(`${line}\n`);
  });
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (words: string) => {
    ear.hear(words);
    onSaid?.(ear.said());
  });
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  try {
    return { exitCode, said: ear.said(), ...(await readOnlyFile(folder)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readOnlyFile(folder: string): Promise<Pick<Ended, 'fileText' | 'mode' | 'report'>> {
  const [file, ...more] = (await readdir(folder)).filter((name) => name.startsWith('tenant-check'));
  if (more.length > 0) throw new Error(`more than one file: ${more.join(', ')}`);
  if (file === undefined) return { fileText: null, mode: null, report: null };
  const path = join(folder, file);
  const fileText = await readFile(path, 'utf8');
  return { fileText, mode: (await stat(path)).mode & 0o777, report: JSON.parse(fileText) as Report };
}

/** Neither this computer's settings nor what a test run is told. */
function cleanEnvironment(folder: string, environment: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(TOKEN_STATION_|INIT_CWD$)/.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: folder,
    APPDATA: folder,
    XDG_CONFIG_HOME: folder,
    TOKEN_STATION_POLICY: join(folder, 'no-policy.json'),
    ...environment,
  };
}

/** What the environment says to reach a tenant where nobody signs in. */
export function environmentOf(tenant: LoopbackTenant, accessToken: string): Readonly<Record<string, string>> {
  return { TOKEN_STATION_GRAPH_URL: `${tenant.baseUrl}/beta`, TOKEN_STATION_ACCESS_TOKEN: accessToken };
}

export function questionIn({ report }: Pick<Ended, 'report'>, id: string): ReportedQuestion {
  const found = report?.questions.find((one) => one.id === id);
  if (!found) throw new Error(`the file has no question ${id}`);
  return found;
}

/** Each attempt of a question in one line, such as `by POST: 201 done`. */
export function attemptsIn(ended: Pick<Ended, 'report'>, id: string): readonly string[] {
  return questionIn(ended, id).attempts.map(
    ({ what, status, theStationTakesItAs }) => `${what}: ${status ?? 'silent'} ${theStationTakesItAs}`,
  );
}
