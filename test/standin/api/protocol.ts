// The protocol module: schemes of the app's own, answered by the app.
import { registerScheme } from '../chromium/app-scheme.ts';
import { hostState, requireReady } from '../host/host-state.ts';
import { strict } from './strict.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, ProtocolHandler>();
const CHROMIUMS_OWN = ['http', 'https', 'file', 'data', 'blob', 'about'];

/** The app's handler for the scheme of this address. */
export function protocolHandler(url: string): ProtocolHandler | undefined {
  return handlers.get(url.slice(0, url.indexOf(':')));
}

export const protocol = strict(
  {
    registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void {
      if (hostState.isReady) {
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      }
      for (const { scheme } of schemes) registerScheme(scheme);
    },
    handle(scheme: string, handler: ProtocolHandler): void {
      requireReady('protocol');
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      if (CHROMIUMS_OWN.includes(scheme)) {
        throw new Error(`electron stand-in: protocol.handle('${scheme}') is not implemented`);
      }
      registerScheme(scheme);
      handlers.set(scheme, handler);
    },
    unhandle(scheme: string): void {
      handlers.delete(scheme);
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
  },
  'protocol',
);
