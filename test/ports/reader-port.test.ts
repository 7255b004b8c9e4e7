import { describe, expect, test } from 'vitest';
import type { ReaderPort } from '../../electron/core/ports.ts';
import { createHidScanners } from '../../electron/io/scanner/hid-scanners.ts';
import { createVirtualReader, encodeReports } from '../../electron/practice/virtual-reader.ts';
import { createFakeHid, fakeScanner } from '../fakes/fake-hid.ts';
import { createHandClock, type HandClock } from '../fakes/hand-clock.ts';
import { createHandPlugEvents } from '../fakes/hand-plug-events.ts';
import { takeNotes } from '../fakes/reader-notes.ts';

type Bench = {
  readonly hand: HandClock;
  readonly port: ReaderPort;
  readonly plug: () => Promise<void>;
  readonly unplug: () => Promise<void>;
  readonly scan: (text: string) => void;
};

const PORTS: readonly { readonly name: string; readonly build: () => Bench }[] = [
  { name: 'the virtual reader', build: buildVirtual },
  { name: 'the HID scanners', build: buildHid },
];

describe.each(PORTS)('$name', ({ build }) => {
  test('the reader that is there is announced by the time the start is done', async () => {
    const { port } = build();
    const notes = takeNotes();
    await port.start(notes.listener);
    expect(notes.attached).toHaveLength(1);
    expect(notes.lines).toEqual([`attached ${notes.attached[0]?.readerKey}`]);
    expect(notes.attached[0]?.name).not.toBe('');
    expect(notes.attached[0]?.layout).toMatchObject({ lengthBytes: 64 });
    await port.stop();
  });

  test('a scan arrives as its reports, under the key that was announced and with the time of the clock', async () => {
    const { port, hand, scan } = build();
    const notes = takeNotes();
    await port.start(notes.listener);
    hand.moveBy(42);
    scan('GALT11420104');
    const [report] = notes.reports;
    expect(notes.reports).toHaveLength(1);
    expect(report?.readerKey).toBe(notes.attached[0]?.readerKey);
    expect(report?.atMs).toBe(hand.clock.nowMs());
    expect(report?.bytes).toBeInstanceOf(Uint8Array);
    expect([...(report?.bytes ?? [])]).toEqual([...(encodeReports('GALT11420104', ']C0')[0] ?? [])]);
    await port.stop();
  });

  test('a report belongs to the receiver: what comes later does not change it, nor the other way round', async () => {
    const { port, scan } = build();
    const notes = takeNotes();
    await port.start(notes.listener);
    scan('GALT11420104');
    const kept = [...(notes.reports[0]?.bytes ?? [])];
    scan('8659623852751');
    expect([...(notes.reports[0]?.bytes ?? [])]).toEqual(kept);
    notes.reports[0]?.bytes.fill(0xff);
    scan('GALT11420104');
    expect([...(notes.reports[2]?.bytes ?? [])]).toEqual(kept);
    await port.stop();
  });

  test('a long scan comes as its reports in their order', async () => {
    const { port, scan } = build();
    const notes = takeNotes();
    await port.start(notes.listener);
    const text = 'x'.repeat(56) + 'y'.repeat(56) + 'z';
    scan(text);
    expect(notes.reports.map(({ bytes }) => String.fromCharCode(bytes[5] ?? 0))).toEqual(['x', 'y', 'z']);
    await port.stop();
  });

  test('a pulled cable is told once, under the same key, and nothing comes from it any more', async () => {
    const { port, unplug, scan } = build();
    const notes = takeNotes();
    await port.start(notes.listener);
    await unplug();
    scan('GALT11420104');
    const key = notes.attached[0]?.readerKey;
    expect(notes.lines).toEqual([`attached ${key}`, `detached ${key}`]);
    await port.stop();
  });

  test('plugged in again it is announced again and can be used', async () => {
    const { port, plug, unplug, scan } = build();
    const notes = takeNotes();
    await port.start(notes.listener);
    await unplug();
    await plug();
    scan('GALT11420104');
    expect(notes.attached).toHaveLength(2);
    expect(notes.lines.at(-1)).toBe(`report ${notes.attached[1]?.readerKey}`);
    await port.stop();
  });

  test('a reader that is plugged in after the start is announced then', async () => {
    const { port, plug, unplug } = build();
    await unplug();
    const notes = takeNotes();
    await port.start(notes.listener);
    expect(notes.lines).toEqual([]);
    await plug();
    expect(notes.attached).toHaveLength(1);
    await port.stop();
  });

  test('after the stop nothing is said any more', async () => {
    const { port, plug, unplug, scan } = build();
    const notes = takeNotes();
    await port.start(notes.listener);
    await port.stop();
    const said = notes.lines.length;
    scan('GALT11420104');
    await unplug();
    await plug();
    scan('GALT11420104');
    expect(notes.lines).toHaveLength(said);
  });

  test('a stopped port can be started again', async () => {
    const { port, scan } = build();
    await port.start(takeNotes().listener);
    await port.stop();
    const notes = takeNotes();
    await port.start(notes.listener);
    scan('GALT11420104');
    expect(notes.attached).toHaveLength(1);
    expect(notes.reports).toHaveLength(1);
    await port.stop();
  });
});

function buildVirtual(): Bench {
  const hand = createHandClock();
  const reader = createVirtualReader({ nowMs: hand.clock.nowMs });
  return {
    hand,
    port: reader.port,
    plug: async () => reader.plug(),
    unplug: async () => reader.unplug(),
    scan: (text) => {
      reader.scan(text, ']C0');
    },
  };
}

function buildHid(): Bench {
  const hand = createHandClock();
  const hid = createFakeHid();
  const events = createHandPlugEvents();
  hid.plug(fakeScanner('/dev/hidraw0'));
  return {
    hand,
    port: createHidScanners({ hid: hid.library, clock: hand.clock, plugEvents: events.plugEvents, platform: 'linux' }),
    plug: async () => {
      hid.plug(fakeScanner('/dev/hidraw0'));
      events.tell('devices');
      hand.moveBy(50);
      await turn();
    },
    unplug: async () => {
      hid.unplug('/dev/hidraw0');
      await turn();
    },
    scan: (text) => {
      for (const bytes of encodeReports(text, ']C0')) hid.send('/dev/hidraw0', bytes);
    },
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
