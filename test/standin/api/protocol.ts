// The protocol module: schemes of the app's own, answered by the app. Each session has its own.
import { registerScheme } from '../chromium/app-scheme.ts';
import { hostState, requireReady } from '../host/host-state.ts';
import { handlerOf } from './internals.ts';
import { strict } from './strict.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;

const CHROMIUMS_OWN = ['http', 'https', 'file', 'data', 'blob', 'about'];

export interface Protocol {
  /** The app's handler for the scheme of this address. */
  readonly [handlerOf]: (url: string) => ProtocolHandler | undefined;
  readonly registerSchemesAsPrivileged: (schemes: readonly { readonly scheme: string }[]) => void;
  readonly handle: (scheme: string, handler: ProtocolHandler) => void;
  readonly unhandle: (scheme: string) => void;
  readonly isProtocolHandled: (scheme: string) => boolean;
}

export function createProtocol(): Protocol {
  const handlers = new Map<string, ProtocolHandler>();
  return strict<Protocol>(
    {
      [handlerOf]: (url) => handlers.get(url.slice(0, url.indexOf(':'))),
      registerSchemesAsPrivileged(schemes) {
        if (hostState.isReady) {
          throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
        }
        for (const { scheme } of schemes) registerScheme(scheme);
      },
      handle(scheme, handler) {
        requireReady('protocol');
        if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
        if (CHROMIUMS_OWN.includes(scheme)) {
          throw new Error(`electron stand-in: protocol.handle('${scheme}') is not implemented`);
        }
        registerScheme(scheme);
        handlers.set(scheme, handler);
      },
      unhandle(scheme) {
        handlers.delete(scheme);
      },
      isProtocolHandled: (scheme) => handlers.has(scheme),
    },
    'protocol',
  );
}

/** That of the default session. */
export const protocol = createProtocol();
