import type { CapabilityView } from '../../electron/contract/capability.ts';
import type { QueueRow } from '../../electron/contract/item.ts';
import type { KioskView, Snapshot } from '../../electron/contract/snapshot.ts';
import { makeCodeRow, makeUser } from '../fakes/fake-station.ts';

export const HARUKA = makeUser({
  id: 'haruka',
  displayName: 'Haruka Tanaka',
  userPrincipalName: 'haruka.tanaka@contoso.com',
});

export const CONTOSO = { kind: 'tenant', name: 'Contoso', graphHost: 'graph.microsoft.com' } as const;

export const SIGNED_IN = {
  kind: 'in',
  name: HARUKA.displayName,
  userPrincipalName: HARUKA.userPrincipalName,
} as const;

export function makeKiosk(change: Partial<KioskView> = {}): KioskView {
  return { person: HARUKA, needsFreshSignIn: false, endsAtMs: null, ...change };
}

/** Haruka is here. */
export function atKiosk(change: Partial<Snapshot> = {}): Partial<Snapshot> {
  return { mode: CONTOSO, session: SIGNED_IN, kiosk: makeKiosk(), ...change };
}

/** Nobody is here. */
export function atEmptyKiosk(change: Partial<Snapshot> = {}): Partial<Snapshot> {
  return {
    mode: CONTOSO,
    session: { kind: 'out', problem: null },
    kiosk: makeKiosk({ person: null }),
    open: null,
    notices: [],
    ...change,
  };
}

/** Her token, of which the code is wanted. */
export function ownRow(change: Partial<QueueRow> = {}): QueueRow {
  return makeCodeRow({ user: HARUKA, can: ['enterCode', 'remove'], ...change });
}

export function makeCapability(change: Partial<CapabilityView> = {}): CapabilityView {
  return { capability: 'issueToOthers', is: 'yes', basis: 'scope', missing: [], problem: null, ...change };
}
