import type { SeedFault, SeedFaultKind } from '../../electron/contract/seed-file.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeSeeds, makeSoughtToken } from '../fakes/fake-station.ts';
import { codeRow, day, practice } from './a-morning.ts';

const contoso = { kind: 'tenant', name: 'Contoso International Holdings', graphHost: 'graph.microsoft.com' } as const;

export const FAULT_KINDS: readonly SeedFaultKind[] = [
  'serialMissing',
  'seedMissing',
  'seedUnreadable',
  'eventToken',
  'notSixDigits',
  'periodNotTaken',
  'hashNotTaken',
  'serialTwice',
  'seedTampered',
  'rowBroken',
];

export const SEEDS_SCENES = {
  'seeds none': () => day({ mode: contoso, open: codeRow(43) }),
  'seeds read': () => day({ mode: contoso, open: codeRow(43), seeds: makeSeeds() }),
  'seeds in practice': () => day({ practice: practice(), open: codeRow(43), seeds: makeSeeds({ tokenCount: 12_488 }) }),
  'seeds with faults': () =>
    day({
      mode: contoso,
      seeds: makeSeeds({
        fileName: 'Feitian_OTP_c200_order-4500117732_contoso-international-holdings.csv',
        tokenCount: 12_488,
        encoding: 'unproved',
        ignoredColumns: ['Batch', 'Delivery note', 'Warranty until'],
        faults: manyFaults(),
      }),
    }),
  'seeds found one': () =>
    day({
      mode: contoso,
      seeds: makeSeeds({
        sought: { codeCount: 1, matches: [makeSoughtToken({ drift: { driftMs: -120_000, isFit: true } })] },
      }),
    }),
  'seeds found several': () =>
    day({
      mode: contoso,
      seeds: makeSeeds({
        tokenCount: 12_488,
        faults: manyFaults().slice(0, 2),
        sought: {
          codeCount: 1,
          matches: [
            makeSoughtToken(),
            makeSoughtToken({ serialNumber: '2600124809787', drift: { driftMs: 480_000, isFit: true } }),
            makeSoughtToken({
              serialNumber: 'LAHE0000550100000042',
              model: null,
              drift: { driftMs: -600_000, isFit: false },
            }),
          ],
        },
      }),
    }),
  'seeds found none': () =>
    day({ mode: contoso, seeds: makeSeeds({ encoding: 'binary', sought: { codeCount: 1, matches: [] } }) }),
  'seeds say another token': () => withProblem({ problem: { code: 'token-is-another', detail: '8659623852755' } }),
  'seeds say one of several': () =>
    withProblem({ problem: { code: 'token-is-another', detail: '8659623852755, LAHE0000550100000042' } }),
  'seeds say no token': () => withProblem({ problem: { code: 'code-of-no-token' } }),
  'seeds say drifted': () =>
    withProblem({ problem: { code: 'token-drifted' }, drift: { driftMs: -780_000, isFit: false } }),
} as const satisfies Record<string, () => Snapshot>;

type Said = {
  readonly problem: NonNullable<Extract<ReturnType<typeof codeRow>['state'], { kind: 'needsCode' }>['problem']>;
  readonly drift?: ReturnType<typeof codeRow>['drift'];
};

function withProblem({ problem, drift = null }: Said): Snapshot {
  return day({
    mode: contoso,
    seeds: makeSeeds(),
    open: codeRow(43, { state: { kind: 'needsCode', problem }, drift }),
  });
}

function manyFaults(): readonly SeedFault[] {
  return [...FAULT_KINDS, ...FAULT_KINDS].map((kind, index) => ({
    line: 17 + 31 * index,
    serialNumber: kind === 'serialMissing' || kind === 'rowBroken' ? null : `26001248097${10 + index}`,
    kind,
  }));
}
