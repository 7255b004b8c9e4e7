import type { ServerResponse } from 'node:http';
import type { DeviceAssignment } from '../../../electron/core/graph-port.ts';
import { answer } from '../../fakes/loopback-server.ts';
import type { Desk } from './open-desk.ts';

export type Sent = { readonly id: string; readonly method: string; readonly url: string; readonly body?: object };
export type Item = { readonly status: number; readonly headers?: object; readonly body?: unknown };

/** The items of each batch that the server heard. */
export function batches({ server }: Desk): readonly (readonly Sent[])[] {
  return server.heard().map(({ body }) => JSON.parse(body).requests);
}

/** Answers each item by what it asks; `null` leaves it out. */
export function answerItems(desk: Desk, toItem: (sent: Sent, batch: number) => Item | null): void {
  desk.server.setReply((response: ServerResponse) => {
    const all = batches(desk);
    const responses = (all.at(-1) ?? []).flatMap((sent) => {
      const item = toItem(sent, all.length);
      return item ? [{ id: sent.id, ...item }] : [];
    });
    answer(200, { responses: responses.toReversed() }, { 'request-id': 'whole' })(response);
  });
}

/** Keeps every answer back; each call of one lets it go, with an empty list for each item. */
export function holdAnswers(desk: Desk): readonly (() => void)[] {
  const held: (() => void)[] = [];
  desk.server.setReply((response: ServerResponse) => {
    const responses = (batches(desk).at(-1) ?? []).map(({ id, url }) => ({ id, status: 200, body: listOf(url) }));
    held.push(() => answer(200, { responses })(response));
  });
  return held;
}

export async function hearRequests({ server }: Desk, count: number): Promise<void> {
  while (server.heard().length < count) await server.nextRequest();
}

/** Time enough for a request that should not be there to arrive. */
export async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A method that is called like its user. */
export function listOf(url: string): object {
  return { value: [{ id: url.split('/')[2] ?? url }] };
}

export function users(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `u${index}`);
}

export function assignments(count: number): readonly DeviceAssignment[] {
  return Array.from({ length: count }, (_, index) => ({ userId: `u${index}`, deviceId: `d${index}`, attempt: 1 }));
}

export const DONE: Item = { status: 204 };
