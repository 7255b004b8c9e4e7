import type { DoctorView } from '../../electron/contract/doctor.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { makeReader } from '../fakes/fake-station.ts';
import { makeDoctor, makeReport, makeSiteRule, makeTest } from '../fakes/make-doctor.ts';
import { ago, day, practice } from './a-morning.ts';
import { manyDevices, troubledDevices } from './some-devices.ts';

/** The reader doctor as it is met: a bench that works, one that does not, and a label that is taught. */
export const DOCTOR_SCENES = {
  'doctor empty': () => show({ devices: [] }),
  'doctor at work': () => show({ devices: manyDevices(), tests: someTests(), reports: someReports() }),
  'doctor in practice': () => ({ ...show({ devices: manyDevices(), tests: someTests() }), practice: practice() }),
  'doctor with trouble': () => show({ devices: troubledDevices(), reports: hiddenReports(), tests: refusedTests() }),
  'doctor learning': () =>
    show({
      siteRules: someRules(),
      learning: {
        means: 'serialNumber',
        samples: ['S/N 2600124809787'],
        wanted: 3,
        proposal: null,
        problem: null,
      },
    }),
  'doctor proposing': () =>
    show({
      siteRules: someRules(),
      tests: someTests(),
      learning: {
        means: 'serialNumber',
        samples: ['LOT7/306EUO4-00960', 'LOT7/306EUO4-00961', 'LOT7/306EUO4-01044'],
        wanted: 3,
        proposal: {
          rule: makeSiteRule({
            id: 'site-4',
            before: 'LOT7/',
            startsWith: '306EUO4',
            alphabet: 'alphanumeric',
            dashes: 'drop',
            shortest: 12,
            longest: 12,
          }),
          used: ['306EUO400960', '306EUO400961', '306EUO401044'],
        },
        problem: null,
      },
    }),
} as const satisfies Record<string, () => Snapshot>;

function show(change: Partial<DoctorView>): Snapshot {
  return day({
    readers: [makeReader(), makeReader({ readerKey: 'right', name: 'Bench right', color: 2 })],
    doctor: makeDoctor(change),
  });
}

function someTests(): DoctorView['tests'] {
  return [
    makeTest({ seq: 1, atMs: ago(95) }),
    makeTest({
      seq: 2,
      atMs: ago(40),
      scannedText: '4006381333931',
      used: null,
      means: 'refused',
      aimId: ']E0',
      symbology: 'eanUpc',
      problem: { code: 'scan-retail-code' },
    }),
    makeTest({
      seq: 3,
      atMs: ago(22),
      scannedText: '',
      used: null,
      means: 'refused',
      problem: { code: 'scan-holds-secret' },
    }),
    makeTest({
      seq: 4,
      atMs: ago(2),
      scannedText: 'S/N:GALT-1142-0104',
      steps: [
        { rule: 'serial-mark', before: 'S/N:GALT-1142-0104', after: 'GALT-1142-0104' },
        { rule: 'vendor-dashes', before: 'GALT-1142-0104', after: 'GALT11420104' },
        { rule: 'a-newer-rule', before: 'GALT11420104', after: 'GALT11420104' },
      ],
    }),
  ];
}

function refusedTests(): DoctorView['tests'] {
  return [
    makeTest({
      scannedText: 'ASSET-004711',
      used: null,
      means: 'refused',
      readerName: 'Bench right',
      problem: { code: 'scan-asset-tag' },
      steps: [{ rule: 'asset-tag', before: 'ASSET-004711', after: '' }],
    }),
  ];
}

function someReports(): DoctorView['reports'] {
  return [
    makeReport({ seq: 1, atMs: ago(95) }),
    makeReport({ seq: 2, atMs: ago(22), bytesHex: null, fields: null }),
    makeReport({ seq: 3, atMs: ago(2), bytesHex: `${makeReport().bytesHex?.slice(0, 122)}6a0000` }),
    makeReport({
      seq: 4,
      atMs: ago(1),
      bytesHex: '0240'.padEnd(128, '3'),
      fields: null,
      problem: { code: 'report-malformed' },
    }),
  ];
}

function hiddenReports(): DoctorView['reports'] {
  return Array.from({ length: 16 }, (_, index) => makeReport({ seq: index, atMs: ago(200 - index) }));
}

function someRules(): DoctorView['siteRules'] {
  return [
    makeSiteRule(),
    makeSiteRule({
      id: 'site-2',
      means: 'badge',
      startsWith: 'B',
      alphabet: 'hex',
      shortest: 8,
      longest: 10,
      aimLetter: null,
    }),
    makeSiteRule({
      id: 'site-3',
      means: 'ignored',
      startsWith: 'CONTOSO',
      alphabet: 'alphanumeric',
      shortest: 14,
      longest: 14,
    }),
  ];
}
