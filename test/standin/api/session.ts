// The session module: the default session, and those in memory. They differ in what the app answers and refuses; Chromium's own
// storage is one for all of them, and permissions are as the default session has them.
import { EventEmitter } from 'node:events';
import { requireReady } from '../host/host-state.ts';
import { hooksOf, pageOf } from './internals.ts';
import { liveWebContents } from './live-web-contents.ts';
import { applyPermissions, setCheckHandler, setRequestHandler } from './permissions.ts';
import type { PermissionCheckHandler, PermissionRequestHandler } from './permissions.ts';
import { createProtocol, protocol } from './protocol.ts';
import type { Protocol } from './protocol.ts';
import { warnOfSilentEvents } from './silent-events.ts';
import { strict } from './strict.ts';
import { createHooks } from './web-request.ts';
import type { BeforeRequestListener, Filter, HeadersListener, Hooks } from './web-request.ts';

function applyPermissionsEverywhere(): void {
  for (const contents of liveWebContents) void applyPermissions(contents);
}

function createWebRequest({ beforeRequest, headersReceived }: Hooks) {
  return strict(
    {
      onBeforeRequest(first: Filter | BeforeRequestListener | null, second?: BeforeRequestListener | null): void {
        beforeRequest.set(first, second);
        for (const contents of liveWebContents) {
          if (contents.session[hooksOf].beforeRequest !== beforeRequest) continue;
          contents[pageOf].interceptEverything(beforeRequest.isSet);
        }
      },
      onHeadersReceived(first: Filter | HeadersListener | null, second?: HeadersListener | null): void {
        headersReceived.set(first, second);
      },
    },
    'session.webRequest',
  );
}

export class ElectronSession extends EventEmitter {
  readonly [hooksOf] = createHooks();
  readonly protocol: Protocol;
  readonly webRequest = createWebRequest(this[hooksOf]);
  private readonly isDefault: boolean;

  constructor(isDefault: boolean) {
    super();
    this.isDefault = isDefault;
    this.protocol = isDefault ? protocol : createProtocol();
    warnOfSilentEvents(this, 'session', []);
  }
  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    if (!this.isDefault) return;
    setRequestHandler(handler);
    applyPermissionsEverywhere();
  }
  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    if (!this.isDefault) return;
    setCheckHandler(handler);
    applyPermissionsEverywhere();
  }
  /** Kept from complaining: no page of the stand-in is offered a device. */
  setDevicePermissionHandler(_handler: unknown): void {}
  /** Kept from complaining: the stand-in checks no spelling. */
  setSpellCheckerEnabled(_enabled: boolean): void {}
  isPersistent(): boolean {
    return this.isDefault;
  }
}

export const defaultSession = strict(new ElectronSession(true), 'session');
const partitions = new Map<string, ElectronSession>();

export const session = strict(
  {
    get defaultSession(): ElectronSession {
      requireReady('session');
      return defaultSession;
    },
    fromPartition(partition: string): ElectronSession {
      requireReady('session');
      if (partition === '') return defaultSession;
      if (partition.startsWith('persist:')) {
        throw new Error(`electron stand-in: session.fromPartition('${partition}') is not implemented`);
      }
      const known = partitions.get(partition) ?? strict(new ElectronSession(false), 'session');
      partitions.set(partition, known);
      return known;
    },
  },
  'session',
);
