import type { DoctorView, Platform } from '../contract/doctor.ts';
import { explainDevice, usableFirst } from './explain-device.ts';
import type { DeviceFacts } from './ports.ts';
import { readerName } from './reader-name.ts';
import type { State } from './state.ts';

/** The picture of the reader doctor, or `null` while it is closed. */
export function toDoctor(state: State, platform: Platform): DoctorView | null {
  const { doctor, bench } = state;
  if (!doctor) return null;
  const { learning } = doctor;
  return {
    platform,
    devices: usableFirst(
      [...troubledElsewhere(state), ...state.devices].map((device) => explainDevice(device, platform)),
    ),
    reports: doctor.reports.map((report) => ({ ...report, readerName: readerName(state, report.readerKey) })),
    tests: doctor.tests,
    siteRules: bench.settings.siteRules,
    learning: learning && {
      means: learning.means,
      samples: learning.samples,
      wanted: learning.wanted,
      proposal: learning.proposal,
      problem: learning.problem,
    },
    problem: bench.problem,
  };
}

/** A trouble that is no listed device's, such as a missing library, has its place in the doctor all the same. */
function troubledElsewhere({ readers, devices }: State): readonly DeviceFacts[] {
  return readers.flatMap(({ readerKey, name, problem }) => {
    if (!problem || devices.some((device) => device.readerKey === readerKey)) return [];
    const state = { kind: 'blocked', problem } as const;
    return [{ ...NO_DEVICE, deviceKey: readerKey, readerKey, name, state }];
  });
}

const NO_DEVICE = { vendorId: 0, productId: 0, usagePage: null, usage: null, serialNumber: null, profile: null };
