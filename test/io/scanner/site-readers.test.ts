import { describe, expect, test } from 'vitest';
import type { SiteReaderProfile } from '../../../electron/core/bench-settings.ts';
import type { ReportLayout } from '../../../electron/core/report-layout.ts';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { openBench } from './open-bench.ts';

const ONE = '/dev/hidraw0';
const LAYOUT: ReportLayout = {
  name: 'card number',
  reportId: null,
  lengthBytes: 8,
  countOffsetBytes: null,
  aimOffsetBytes: null,
  dataOffsetBytes: 1,
  dataCapacityBytes: 7,
  continuedOffsetBytes: null,
  encoding: 'hex',
};

function siteProfile(more: Partial<SiteReaderProfile>): SiteReaderProfile {
  return {
    name: 'Reader at the door',
    vendorId: '1209',
    productId: '0001',
    usagePage: 'xxxx',
    usage: 'xxxx',
    mode: 'tokenReader',
    layout: LAYOUT,
    serialFrom: null,
    ...more,
  };
}

const DEVICE = { vendorId: 0x1209, productId: 0x0001, usagePage: 0xff00, usage: 1, manufacturer: '', product: '' };

async function attachedWith(profile: SiteReaderProfile, device = {}) {
  const bench = openBench();
  await bench.port.configure({ typingScanners: [], readerProfiles: [profile] });
  bench.hid.plug(fakeScanner(ONE, { ...DEVICE, ...device }));
  await bench.start();
  return bench.notes;
}

describe('a reader that this bench has written down', () => {
  test.each(['tokenReader', 'pos'] as const)('as %s reports through its layout, on whatever page', async (mode) => {
    const notes = await attachedWith(siteProfile({ mode }));
    expect(notes.attached).toMatchObject([{ name: 'Reader at the door', layout: LAYOUT }]);
    expect(notes.devices()).toMatchObject([
      {
        profile: { name: 'Reader at the door', mode, canSwitchToPos: false, posMark: null },
        state: { kind: 'reading', layoutName: 'card number', layoutFrom: 'profile' },
      },
    ]);
  });

  test('as a token reader without a layout is told, and not opened', async () => {
    const notes = await attachedWith(siteProfile({ layout: null }));
    expect(notes.troubles).toMatchObject([{ code: 'reader-layout-unknown' }]);
    expect(notes.devices()).toMatchObject([{ state: { kind: 'blocked', problem: { code: 'reader-layout-unknown' } } }]);
  });

  test.each(['other', 'serial'] as const)('as %s is left alone, even if it calls itself a scanner', async (mode) => {
    const notes = await attachedWith(siteProfile({ mode }), { usagePage: 0x8c, usage: 2 });
    expect(notes.lines).toEqual([]);
    expect(notes.devices()).toMatchObject([{ state: { kind: 'left' } }]);
  });

  test('as a Point-of-Sale scanner without a layout must call itself one', async () => {
    expect((await attachedWith(siteProfile({ mode: 'pos', layout: null }))).lines).toEqual([]);
    const scanner = { usagePage: 0x8c, usage: 2 };
    expect((await attachedWith(siteProfile({ mode: 'pos', layout: null }), scanner)).troubles).toHaveLength(1);
  });

  test('as a keyboard is read as keys', async () => {
    const notes = await attachedWith(siteProfile({ mode: 'keyboard', layout: null }), { usagePage: 1, usage: 6 });
    expect(notes.attached).toMatchObject([{ layout: 'keys' }]);
  });

  test('with another layout is opened anew under the same key', async () => {
    const { hid, notes, start, port } = openBench();
    await port.configure({ typingScanners: [], readerProfiles: [siteProfile({})] });
    hid.plug(fakeScanner(ONE, DEVICE));
    await start();
    const other = { ...LAYOUT, name: 'other' };
    await port.configure({ typingScanners: [], readerProfiles: [siteProfile({ layout: other })] });
    const key = `1209:0001@${ONE}`;
    expect(notes.lines).toEqual([`attached ${key}`, `detached ${key}`, `attached ${key}`]);
    expect(notes.attached[1]?.layout).toEqual(other);
    expect([hid.handlesOpen(), hid.mostHandlesAtOnce()]).toEqual([1, 1]);
  });
});
