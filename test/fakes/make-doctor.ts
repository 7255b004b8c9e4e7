import type { DeviceView, DoctorView, ReportView, TestedScan } from '../../electron/contract/doctor.ts';
import type { SiteRule } from '../../electron/contract/site-rule.ts';

export function makeDoctor(change: Partial<DoctorView> = {}): DoctorView {
  return {
    platform: 'linux',
    devices: [makeDevice()],
    reports: [],
    tests: [],
    siteRules: [],
    learning: null,
    problem: null,
    ...change,
  };
}

/** A scanner that is read. */
export function makeDevice(change: Partial<DeviceView> = {}): DeviceView {
  return {
    deviceKey: 'usb-1',
    readerKey: 'left',
    name: 'Voyager 1602g',
    vendorId: 0x0c2e,
    productId: 0x0b81,
    usagePage: 0x8c,
    usage: 0x02,
    serialNumber: '19123B4567',
    kind: 'scanner',
    use: { kind: 'reading', layoutName: 'HID POS', layoutFrom: 'descriptor' },
    fixes: [],
    ...change,
  };
}

/** A report with GALT11420104 in it. Invented after the HID POS layout: report id, length, AIM identifier, data. */
export function makeReport(change: Partial<ReportView> = {}): ReportView {
  const data = Array.from('GALT11420104', (sign) => sign.charCodeAt(0).toString(16)).join('');
  return {
    seq: 1,
    atMs: Date.now(),
    readerKey: 'left',
    readerName: 'Bench left',
    lengthBytes: 64,
    bytesHex: `020c5d4330${data}${'00'.repeat(47)}`,
    fields: { dataOffsetBytes: 5, dataLengthBytes: 12, aimId: ']C0', continued: false },
    problem: null,
    ...change,
  };
}

export function makeTest(change: Partial<TestedScan> = {}): TestedScan {
  return {
    seq: 1,
    atMs: Date.now(),
    readerName: 'Bench left',
    scannedText: 'GALT11420104',
    aimId: ']C0',
    symbology: 'code128',
    used: 'GALT11420104',
    means: 'serialNumber',
    steps: [],
    problem: null,
    ...change,
  };
}

/** "Begins with 2600, 13 digits, Code 128, is a serial number." */
export function makeSiteRule(change: Partial<SiteRule> = {}): SiteRule {
  return {
    id: 'site-1',
    means: 'serialNumber',
    before: '',
    after: '',
    startsWith: '2600',
    alphabet: 'digits',
    dashes: 'none',
    shortest: 13,
    longest: 13,
    aimLetter: 'C',
    ...change,
  };
}
