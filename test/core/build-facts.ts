import type { OathDevice, OathMethod } from '../../electron/core/oath-method.ts';
import type { PreFlightRead } from '../../electron/core/pre-flight.ts';
import type { DirectoryRole, PreFlightFacts } from '../../electron/core/pre-flight-facts.ts';
import type { Rights } from '../../electron/core/rights.ts';
import { ANN, NOW_MS, SERIAL } from './build-state.ts';

export const GLOBAL_READER: DirectoryRole = {
  roleTemplateId: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  displayName: 'Global Reader',
};
export const PRIVILEGED: DirectoryRole = {
  roleTemplateId: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  displayName: 'Privileged Authentication Administrator',
};

/** Nothing was asked, or nothing told, but for what `more` says. */
export function facts(more: Partial<PreFlightFacts> = {}): PreFlightFacts {
  return { account: null, roles: null, methods: null, authenticatorCount: null, devices: null, unread: [], ...more };
}

export function method(more: Partial<OathMethod> = {}): OathMethod {
  return { methodId: 'method-1', serialNumber: SERIAL, status: 'assigned', ...more };
}

/** So many tokens of other serial numbers. */
export function otherMethods(count: number): readonly OathMethod[] {
  return Array.from({ length: count }, (_, index) =>
    method({ methodId: `other-${index}`, serialNumber: `OTHER${index}`, status: 'activated' }),
  );
}

export function device(more: Partial<OathDevice> = {}): OathDevice {
  return {
    deviceId: 'device-1',
    serialNumber: SERIAL,
    manufacturer: 'Thales',
    model: 'OTP 110',
    periodSeconds: 30,
    status: 'available',
    assignedTo: null,
    ...more,
  };
}

export function rights(more: Partial<Rights> = {}): Rights {
  return { scopes: [], roles: null, methodsProblem: null, inventoryProblem: null, ...more };
}

/** What was read of Ann and the first item. */
export function preFlightRead(
  told: Partial<PreFlightFacts> = {},
  { itemId = 1, userId = ANN.id, atMs = NOW_MS }: Partial<Pick<PreFlightRead, 'itemId' | 'userId' | 'atMs'>> = {},
): PreFlightRead {
  return { kind: 'preFlightRead', atMs, itemId, userId, facts: facts(told) };
}
