import fc from 'fast-check';
import { ok } from '../../electron/core/result.ts';
import type { SettingsFiles } from '../../electron/core/settings-port.ts';
import { SETTING_NAMES, type Policy, type WrittenSettings } from '../../electron/core/settings-schema.ts';

export const TENANT = '8a4925a9-fd8e-4866-b31c-f719fb05dce6';
export const CLIENT = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
export const USER_PATH = '/home/sam/.config/Token Station/settings.json';
export const POLICY_PATH = '/etc/token-station/policy.json';

/** Both files. What is not text is written as JSON; what is left out is not there. */
export function filesOf(written: {
  readonly user?: unknown;
  readonly policy?: unknown;
  readonly isOpenToAll?: boolean;
}): SettingsFiles {
  return {
    user: { path: USER_PATH, content: ok(textOf(written.user)) },
    policy: { path: POLICY_PATH, content: ok(textOf(written.policy)), isOpenToAll: written.isOpenToAll ?? false },
  };
}

function textOf(written: unknown): string | null {
  if (written === undefined) return null;
  return typeof written === 'string' ? written : JSON.stringify(written);
}

const minutes = fc.integer({ min: 0, max: 240 });

const everySetting = {
  tenantId: fc.constantFrom(TENANT, CLIENT),
  clientId: fc.constantFrom(TENANT, CLIENT),
  cloud: fc.constantFrom('global', 'usGovernment', 'usGovernmentDod', 'china'),
  scopeSet: fc.constantFrom('granular', 'classic'),
  readsProfiles: fc.boolean(),
  readsInventory: fc.boolean(),
  writesInventory: fc.boolean(),
  selfService: fc.boolean(),
  signInBy: fc.constantFrom('browser', 'deviceCode'),
  stationName: fc.constantFrom('Depot', 'Counter 2', 'Süd'),
  sharedDesk: fc.boolean(),
  idleLockMinutes: minutes,
  undoMinutes: minutes,
  idKinds: fc.constantFrom(['badge'], ['Staff card', 'passport']),
  requiresIdCheck: fc.boolean(),
  receiptPrinter: fc.constantFrom('', 'Counter'),
  labelPrinter: fc.constantFrom('', 'Labels'),
  printsReceipts: fc.boolean(),
  printsLabels: fc.boolean(),
  retentionDays: fc.integer({ min: 0, max: 3_650 }),
};

export const anyWritten = fc.record(everySetting, { requiredKeys: [] }) as fc.Arbitrary<WrittenSettings>;

export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  values: anyWritten,
  locked: fc.subarray([...SETTING_NAMES]),
});
