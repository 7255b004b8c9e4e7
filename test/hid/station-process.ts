import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Result } from '../../electron/contract/result.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { createChanges } from './changes.ts';
import type { Bench } from './kernel-test.ts';
import type { Desk } from './station-desk.ts';

export type StationProcess = Desk & {
  /** As when the power fails: it hears nothing of it. */
  readonly kill: () => Promise<void>;
  /** As when its window is closed. Resolves with the status of the process once it has come to its end by itself. */
  readonly quit: () => Promise<number | null>;
};

export type StationProcessOptions = {
  readonly dataPath: string;
  /** A served tenant; without it the station is in practice mode. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Another user than root, by number. */
  readonly userId?: number;
};

type Said =
  | { readonly snapshot: Snapshot; readonly id?: undefined }
  | { readonly id: number; readonly result: Result<null>; readonly snapshot?: undefined };

/** Starts a station as a process of its own, so that it can be another user's, and be killed. */
export function startStationProcess(options: StationProcessOptions, whenOver: Bench['whenOver']): StationProcess {
  const { dataPath, environment, userId } = options;
  const child = fork('station.program.mjs', [dataPath], {
    // Without this process's own options, which would make a test of it.
    execArgv: [],
    env: { ...process.env, ...environment },
    ...(userId === undefined ? {} : { uid: userId, gid: userId }),
  });
  const changes = createChanges();
  const answers = new Map<number, Result<null>>();
  let snapshot: Snapshot | null = null;
  let lastId = 0;

  child.on('message', (said: Said) => {
    if (said.snapshot) snapshot = said.snapshot;
    else answers.set(said.id, said.result);
    changes.tell();
  });

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  whenOver(kill);

  return {
    until: (look) => changes.until(() => snapshot && look(snapshot)),
    send: (command) => {
      const id = ++lastId;
      child.send({ id, command });
      return changes.until(() => answers.get(id));
    },
    kill,
    quit: async () => {
      child.disconnect();
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}
