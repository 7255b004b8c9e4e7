import { randomUUID } from 'node:crypto';
import type { Report } from '../../../build/tenant-check/report.ts';
import { runTenantCheck, type Surroundings } from '../../../build/tenant-check/run-tenant-check.ts';
import { START_MS, type Ended } from './check-desk.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { openTerminal, type Answer } from './talk.ts';

const GRAPH_URL = 'http://127.0.0.1:9/beta';

export type InProcess = Pick<Ended, 'said' | 'report' | 'exitCode' | 'fileText'> & { readonly folder: string | null };

export type Setting = Partial<Omit<Surroundings, 'input' | 'output' | 'fetch'>> & {
  /** In place of the line: no socket is opened. */
  readonly fetch: Surroundings['fetch'];
  readonly answer: Answer;
  readonly accessToken?: string;
  /** Told of everything that was said so far, whenever there is more. */
  readonly onSaid?: (said: string) => void;
};

/** Runs the check in this process, with a clock that nobody waits for and a disk in memory. */
export async function runHere({
  fetch,
  answer,
  accessToken = 'given-token',
  onSaid,
  ...more
}: Setting): Promise<InProcess> {
  const { input, output, said } = openTerminal(answer, onSaid);
  let report: Report | null = null;
  let folder: string | null = null;
  const exitCode = await runTenantCheck({
    args: [],
    environment: {
      TOKEN_STATION_GRAPH_URL: GRAPH_URL,
      TOKEN_STATION_ACCESS_TOKEN: accessToken,
      TOKEN_STATION_POLICY: '/no/policy',
    },
    platform: 'linux',
    homeFolder: '/no/home',
    clock: createJumpingClock(START_MS),
    openPage: () => Promise.resolve(),
    newId: randomUUID,
    interrupted: new AbortController().signal,
    folder: '/where/it/was/called',
    stationVersion: '0.0.0',
    write: (where, written) => {
      folder = where;
      report = written;
      return Promise.resolve(`${where}/tenant-check.json`);
    },
    ...more,
    input,
    output,
    fetch,
  });
  return { exitCode, said: said(), report, fileText: report === null ? null : JSON.stringify(report), folder };
}
