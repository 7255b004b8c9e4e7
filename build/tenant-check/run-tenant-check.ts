import type { Readable, Writable } from 'node:stream';
import type { ClockPort } from '../../electron/core/ports.ts';
import { askReads } from './ask-reads.ts';
import { askWrites, isLeftBehind } from './ask-writes.ts';
import { HELP, parseCommandLine, type Flags } from './command-line.ts';
import { createConnection } from './connection.ts';
import { openDialogue, type Dialogue } from './dialogue.ts';
import { nameReadSubjects } from './name-subjects.ts';
import { createNotebook } from './notebook.ts';
import { buildReport, type Report } from './report.ts';
import type { RunLog } from './run-log.ts';
import { openSignIn, type OpenedSignIn } from './sign-in.ts';
import { readStationFacts, type Place, type StationFacts } from './station-settings.ts';
import type { Run } from './try-step.ts';

/** Everything outside of a run. */
export type Surroundings = Place & {
  readonly args: readonly string[];
  readonly input: Readable;
  readonly output: Writable;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly clock: ClockPort;
  readonly openPage: (url: string) => Promise<void>;
  /** Makes a GUID. */
  readonly newId: () => string;
  /** The system tells the process to end. */
  readonly interrupted: AbortSignal;
  /** Answers the path of the file; throws what the disk says. */
  readonly write: (folder: string, report: Report) => Promise<string>;
  readonly folder: string;
  readonly stationVersion: string;
};

export const EXIT = { done: 0, early: 1, wrong: 2, leftBehind: 3, notWritten: 4, interrupted: 130 } as const;

const INTRODUCTION = `Token Station: checking a real tenant

This tries the station's calls of Microsoft Graph, one after the other, and writes down what the answers look like: statuses,
codes, names of fields. It is for what Microsoft's documents leave open.
- Reads run by themselves. Whatever writes is explained and asked for by itself, and the default is no.
- It never loads, changes or deletes tokens of the inventory, never changes users or policies, and never floods the tenant.
- The file has no access tokens, codes, seeds, ids, names, addresses or serial numbers in it: only placeholders for them.
  Read it before you give it to somebody all the same.`;

/** Runs the whole check and answers the exit code. Never rejects for what a tenant, a person or a disk does. */
export async function runTenantCheck(surroundings: Surroundings): Promise<number> {
  const { output, args } = surroundings;
  const flags = parseCommandLine(args);
  if (!flags.ok) return refuseWith(output, `${flags.problem.detail}\n\n${HELP}`);
  if (flags.value.help) {
    output.write(HELP);
    return EXIT.done;
  }
  const facts = await readStationFacts(surroundings, flags.value.cloud);
  if (!facts.ok) return refuseWith(output, `${facts.problem.detail ?? facts.problem.code}. Nothing was called.\n`);
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
  };
  surroundings.interrupted.addEventListener('abort', interrupt);
  const { input } = surroundings;
  const dialogue = openDialogue({ input, output, stop: stop.signal, onInterrupt: interrupt });
  try {
    return await talk({ surroundings, flags: flags.value, facts: facts.value, dialogue, stop: stop.signal });
  } finally {
    dialogue.close();
  }
}

type Talk = {
  readonly surroundings: Surroundings;
  readonly flags: Flags;
  readonly facts: StationFacts;
  readonly dialogue: Dialogue;
  readonly stop: AbortSignal;
};

async function talk({ surroundings, flags, facts, dialogue, stop }: Talk): Promise<number> {
  const { clock, fetch, newId, openPage, stationVersion } = surroundings;
  const folder = flags.outFolder ?? surroundings.folder;
  const startedAtMs = clock.nowMs();
  dialogue.say(`${INTRODUCTION}\n- The file goes to ${folder}`);
  if (facts.trouble !== null) dialogue.say(`\nThe station's settings are not used: ${facts.trouble}`);
  const notebook = createNotebook({
    graphUrl: facts.graphUrl,
    unknownId: newId(),
    // Chosen: no maker writes serial numbers like this, and nobody can have this one.
    unknownSerial: `TSCHECK${newId().replaceAll('-', '').slice(0, 12).toUpperCase()}`,
  });
  const opened = await openSignIn({ flags, facts, dialogue, notebook, clock, fetch, openPage, stop });
  if (opened === null) {
    dialogue.say('An id is missing or is no GUID. Nothing was called, and nothing is written.');
    return EXIT.wrong;
  }
  if (!(await dialogue.confirm('Type yes to begin with the sign-in. Anything else ends here.'))) {
    dialogue.say('Nothing was called, and nothing is written.');
    return stop.aborted ? EXIT.interrupted : EXIT.early;
  }
  const connection = createConnection({
    fetch,
    accessToken: opened.signIn.accessToken,
    graphUrl: facts.graphUrl,
    nowMs: clock.nowMs,
    newRequestId: newId,
    stop,
  });
  const run: Run = {
    dialogue,
    connection,
    notebook,
    clock,
    stop,
    graphUrl: facts.graphUrl,
    settleMs: flags.settleMs,
    signedIn: opened.signedIn,
  };
  const ended = await tryAll(run, opened, flags);
  for (const token of connection.tokens()) notebook.hide('token', token);
  const log: RunLog = {
    startedAtMs,
    endedBecause: ended.because,
    stationVersion,
    scopesAskedFor: opened.scopes,
    signedIn: opened.signedIn(),
    signInWords: ended.signInWords,
    asked: notebook.asked(),
    putBack: notebook.putBack(),
    known: notebook.hidden(),
  };
  return finish(log, { surroundings, dialogue, stop, folder, isWhole: ended.isWhole });
}

type Ended = { readonly because: string; readonly isWhole: boolean; readonly signInWords: string | null };

async function tryAll(run: Run, opened: OpenedSignIn, flags: Flags): Promise<Ended> {
  try {
    const refusal = await opened.begin();
    if (refusal !== null) return { because: 'nobody could sign in', isWhole: false, signInWords: refusal };
    await nameReadSubjects(run);
    run.dialogue.say('\nReads:');
    await askReads(run);
    await askWrites(run, opened, flags.readsOnly);
    const cut = run.notebook.asked().find(({ outcome }) => outcome === 'cutShort');
    return { because: cut?.why ?? 'every question was reached', isWhole: cut === undefined, signInWords: null };
  } catch (error) {
    // A bug of ours: what was recorded so far is worth having all the same. Its words may hold anything.
    run.dialogue.say(`\nThis should not have happened: ${error instanceof Error ? error.stack : String(error)}`);
    return { because: 'a fault of the check itself', isWhole: false, signInWords: null };
  }
}

type Finish = Pick<Talk, 'surroundings' | 'dialogue' | 'stop'> & { readonly folder: string; readonly isWhole: boolean };

async function finish(log: RunLog, { surroundings, dialogue, stop, folder, isWhole }: Finish): Promise<number> {
  const leftBehind = log.putBack.some(isLeftBehind);
  try {
    const path = await surroundings.write(folder, buildReport(log));
    dialogue.say(`\nThe run is over: ${log.endedBecause}.\nThe file: ${path}`);
  } catch (error) {
    dialogue.say(
      `\nThe file could not be written to ${folder}: ${error instanceof Error ? error.message : 'no reason'}`,
    );
    return leftBehind ? EXIT.leftBehind : EXIT.notWritten;
  }
  if (leftBehind) return EXIT.leftBehind;
  if (stop.aborted) return EXIT.interrupted;
  return isWhole ? EXIT.done : EXIT.early;
}

function refuseWith(output: Writable, words: string): number {
  output.write(words);
  return EXIT.wrong;
}
