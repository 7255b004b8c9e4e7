import { randomUUID } from 'node:crypto';
import type { Wish } from '../batch-tenant.ts';

/** The line of a published script to Graph. */
export type PeerLine = {
  /** With the version, and no slash at the end. */
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly onToken: (index: number) => void;
};

/** A script's way through a list; its answer is how many it gave up. */
export type PeerWay = (asked: readonly Wish[], line: PeerLine) => Promise<number>;

export type Answer = { readonly status: number; readonly body: unknown };

type Device = { readonly id: string; readonly serialNumber: string; readonly status: string };
type Page = { readonly value: readonly Device[]; readonly '@odata.nextLink'?: string };

export const INVENTORY = '/directory/authenticationMethodDevices/hardwareOathDevices';

/**
 * One request, once. In the scripts' favour: the line stays open between requests, which Python's `requests.get` does
 * not do, and every call brings the client-request-id that the practice tenant asks for.
 */
export async function call(line: PeerLine, method: string, path: string, body?: object): Promise<Answer> {
  const headers = {
    Authorization: `Bearer ${line.accessToken}`,
    'Content-Type': 'application/json',
    'client-request-id': randomUUID(),
  };
  const url = path.startsWith('/') ? `${line.baseUrl}${path}` : path;
  const response = await fetch(url, { method, headers, body: body ? JSON.stringify(body) : null });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

export function isFine({ status }: Answer): boolean {
  return status >= 200 && status <= 299;
}

/** Every token of the inventory, page after page. */
export async function downloadInventory(
  line: PeerLine,
  read: (path: string) => Promise<Answer> = (path) => call(line, 'GET', path),
): Promise<readonly Device[]> {
  const devices: Device[] = [];
  let next: string | undefined = INVENTORY;
  while (next !== undefined) {
    const answer: Answer = await read(next);
    if (!isFine(answer)) throw new Error(`the inventory was answered by ${answer.status}`);
    const page = answer.body as Page;
    devices.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return devices;
}

/** The write that all of them use: POST …/users/{id}/authentication/hardwareOathMethods. */
export function methodsPath(userId: string): string {
  return `/users/${userId}/authentication/hardwareOathMethods`;
}
