import type { CapabilityView } from '../../electron/contract/capability.ts';
import type { InventoryRow } from '../../electron/contract/inventory.ts';
import type { DriftBin } from '../../electron/contract/seed-file.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeSeeds } from '../fakes/fake-station.ts';
import { makeInventory, makeInventoryRow } from '../fakes/make-inventory.ts';
import { day } from './a-morning.ts';

const contoso = { kind: 'tenant', name: 'Contoso International Holdings', graphHost: 'graph.microsoft.com' } as const;
const MISSING = 'Authentication Policy Administrator';

export function mayWriteInventory(
  is: CapabilityView['is'],
  missing: readonly string[] = [],
): readonly CapabilityView[] {
  return [{ capability: 'writeInventory', is, basis: is === 'no' ? 'scope' : 'role', missing, problem: null }];
}

/** Counts of a box, from ten minutes slow to ten minutes fast. */
export const DRIFTS: readonly DriftBin[] = [2, 0, 0, 0, 1, 0, 1, 2, 4, 11, 14, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0].map(
  (count, place) => ({ minutes: place - 10, count }),
);

function rows(): readonly InventoryRow[] {
  return [
    makeInventoryRow(),
    makeInventoryRow({
      serialNumber: '2600124809778',
      manufacturer: 'Feitian',
      model: 'c200',
      periodSeconds: 60,
      state: 'created',
    }),
    makeInventoryRow({
      serialNumber: 'LAHE0000550100000042',
      manufacturer: 'Unknown',
      model: 'Unknown',
      state: 'there',
      problem: {
        code: 'device-there',
        detail: '400 · badRequest · A token with this serial number already exists.',
        requestId: '7c0a1f7e-51d2-4b8e-9a5c-0b6c4f3d2e11',
      },
    }),
    makeInventoryRow({ serialNumber: 'GALT11420104', manufacturer: 'Thales', model: 'OTP 110', state: 'twice' }),
    makeInventoryRow({
      serialNumber: 'VES0052656',
      manufacturer: 'OneSpan',
      model: 'Digipass GO 6',
      state: 'refused',
      problem: {
        code: 'graph-refused',
        detail: '400 · badRequest · The secret key must not be longer than 128 characters.',
      },
    }),
    makeInventoryRow({ serialNumber: '60234567', model: 'OTPC-P2', state: 'unsure', problem: { code: 'answer-lost' } }),
  ];
}

function bench(change: Partial<Snapshot>): Snapshot {
  return day({ mode: contoso, seeds: makeSeeds(), capabilities: mayWriteInventory('yes'), ...change });
}

export const INVENTORY_SCENES = {
  'inventory not begun': () => bench({ seeds: makeSeeds({ isProved: true, drifts: DRIFTS }) }),
  'inventory not permitted': () =>
    bench({ capabilities: mayWriteInventory('no', ['Policy.ReadWrite.AuthenticationMethod']) }),
  'inventory doubtful': () => bench({ capabilities: mayWriteInventory('unknown', [MISSING]) }),
  'inventory being read': () =>
    bench({
      inventory: makeInventory({
        stage: 'reading',
        doneCount: 1_200,
        rows: [],
        counts: { new: 0, there: 0, twice: 0, created: 0, refused: 0, unsure: 0 },
      }),
    }),
  'inventory compared': () => bench({ inventory: makeInventory({ rows: rows() }) }),
  'inventory proved': () => bench({ inventory: makeInventory({ rows: rows(), isProved: true }) }),
  'inventory being sent': () =>
    bench({
      inventory: makeInventory({
        stage: 'sending',
        isProved: true,
        rows: rows(),
        counts: { new: 282, there: 18, twice: 1, created: 198, refused: 1, unsure: 0 },
      }),
    }),
  'inventory stopped': () =>
    bench({
      inventory: makeInventory({
        stage: 'stopped',
        problem: { code: 'inventory-out-of-date' },
        isProved: true,
        rows: rows(),
        counts: { new: 232, there: 18, twice: 1, created: 198, refused: 1, unsure: 50 },
      }),
    }),
  'inventory done': () =>
    bench({
      inventory: makeInventory({
        stage: 'done',
        isProved: true,
        rows: rows(),
        counts: { new: 0, there: 18, twice: 1, created: 480, refused: 1, unsure: 0 },
      }),
    }),
} as const satisfies Record<string, () => Snapshot>;
