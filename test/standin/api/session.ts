// The session module. There is one session, the default one.
import { EventEmitter } from 'node:events';
import { requireReady } from '../host/host-state.ts';
import { pageOf } from './internals.ts';
import { liveWebContents } from './live-web-contents.ts';
import { applyPermissions, setCheckHandler, setRequestHandler } from './permissions.ts';
import type { PermissionCheckHandler, PermissionRequestHandler } from './permissions.ts';
import { protocol } from './protocol.ts';
import { warnOfSilentEvents } from './silent-events.ts';
import { strict } from './strict.ts';
import { beforeRequest, headersReceived } from './web-request.ts';
import type { BeforeRequestListener, Filter, HeadersListener } from './web-request.ts';

function applyPermissionsEverywhere(): void {
  for (const contents of liveWebContents) void applyPermissions(contents);
}

const webRequest = strict(
  {
    onBeforeRequest(first: Filter | BeforeRequestListener | null, second?: BeforeRequestListener | null): void {
      beforeRequest.set(first, second);
      for (const contents of liveWebContents) contents[pageOf].interceptEverything(beforeRequest.isSet);
    },
    onHeadersReceived(first: Filter | HeadersListener | null, second?: HeadersListener | null): void {
      headersReceived.set(first, second);
    },
  },
  'session.webRequest',
);

export class ElectronSession extends EventEmitter {
  readonly protocol = protocol;
  readonly webRequest = webRequest;

  constructor() {
    super();
    warnOfSilentEvents(this, 'session', []);
  }
  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    setRequestHandler(handler);
    applyPermissionsEverywhere();
  }
  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    setCheckHandler(handler);
    applyPermissionsEverywhere();
  }
  /** Kept from complaining: no page of the stand-in is offered a device. */
  setDevicePermissionHandler(_handler: unknown): void {}
  /** Kept from complaining: the stand-in checks no spelling. */
  setSpellCheckerEnabled(_enabled: boolean): void {}
  isPersistent(): boolean {
    return true;
  }
}

export const defaultSession = strict(new ElectronSession(), 'session');

export const session = strict(
  {
    get defaultSession(): ElectronSession {
      requireReady('session');
      return defaultSession;
    },
  },
  'session',
);
