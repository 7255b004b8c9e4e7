// app.requestSingleInstanceLock: the first start holds a socket, the next one finds it taken and tells the first what it was
// started with.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { join } from 'node:path';
import { warn } from '../host/log.ts';

/** What the second start tells the first. */
export interface SecondInstance {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

const LONGEST_TELLING_MS = 5000;

let server: Server | undefined;

function socketName(userData: string): string {
  return `electron-standin-${createHash('sha256').update(userData).digest('hex').slice(0, 32)}`;
}

function receive(socket: Socket, onSecondInstance: (second: SecondInstance) => void): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => {
    text += part;
  });
  socket.on('end', () => {
    socket.end();
    onSecondInstance(JSON.parse(text));
  });
}

// In a process of its own, because the answer of requestSingleInstanceLock cannot wait for a socket.
function tellFirst(userData: string, second: SecondInstance): void {
  const script = join(import.meta.dirname, '../host/tell-first-instance.ts');
  const args = [script, socketName(userData), JSON.stringify(second)];
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', timeout: LONGEST_TELLING_MS });
  if (status !== 0) warn('the first instance does not listen');
}

/** True if this start is the first with this data folder; otherwise the first one is told. */
export function requestLock(
  userData: string,
  additionalData: unknown,
  onSecondInstance: (second: SecondInstance) => void,
): boolean {
  if (server) return true;
  const candidate = createServer({ allowHalfOpen: true }, (socket) => receive(socket, onSecondInstance));
  candidate.on('error', () => undefined);
  // The NUL means Linux's abstract namespace: the name goes with the process, however that ends, and leaves no file behind.
  candidate.listen(`\0${socketName(userData)}`).unref();
  // Node binds a local socket before listen() returns; only the error event comes later.
  if (candidate.listening) {
    server = candidate;
    return true;
  }
  tellFirst(userData, { argv: process.argv, workingDirectory: process.cwd(), additionalData });
  return false;
}

/** True if this start holds the lock. */
export function hasLock(): boolean {
  return server !== undefined;
}

/** Lets the next start be the first. */
export function releaseLock(): void {
  server?.close();
  server = undefined;
}
