import { describe, expect, test } from 'vitest';
import { createKeyGiver, type Recognisable } from '../../../electron/io/scanner/reader-keys.ts';
import { fakeScanner } from '../../fakes/fake-hid.ts';
import { openBench } from './open-bench.ts';

/** Three sockets; the node behind each is another one after every replug. */
function openSockets() {
  const socketOfPath = new Map<string, string>();
  const bench = openBench({ socketOf: (path) => socketOfPath.get(path) ?? path });
  let node = 0;
  const plug = (socket: string, serialNumber?: string): string => {
    const path = `/dev/hidraw${node++}`;
    socketOfPath.set(path, socket);
    bench.hid.plug(fakeScanner(path, { serialNumber }));
    return path;
  };
  return { ...bench, plug, keys: () => bench.notes.attached.map(({ readerKey }) => readerKey) };
}

describe('the key of a reader', () => {
  test('is its numbers and its serial number, whatever socket it is in', async () => {
    const { plug, hid, start, change, keys } = openSockets();
    const path = plug('usb-1/input0', 'A1');
    await start();
    hid.unplug(path);
    plug('usb-7/input1', 'A1');
    await change();
    expect(keys()).toEqual(['0c2e:0b87:A1', '0c2e:0b87:A1']);
  });

  test.each([undefined, '', '  '])('is its numbers and its socket where the serial number is %j', async (serial) => {
    const { plug, start, keys, notes } = openSockets();
    plug('usb-1/input0', serial);
    plug('usb-2/input0', serial);
    await start();
    expect(keys()).toEqual(['0c2e:0b87@usb-1/input0', '0c2e:0b87@usb-2/input0']);
    expect(notes.attached[0]?.serialNumber).toBeNull();
  });

  test('has four digits for each number', async () => {
    const { hid, start, keys } = openSockets();
    hid.plug(fakeScanner('/dev/hidraw9', { vendorId: 0x1eab, productId: 0x10, serialNumber: 'N' }));
    await start();
    expect(keys()).toEqual(['1eab:0010:N']);
  });

  test('is another one for equal serial numbers of two models', async () => {
    const { hid, start, keys } = openSockets();
    hid.plug(fakeScanner('/dev/hidraw8', { serialNumber: '0' }));
    hid.plug(fakeScanner('/dev/hidraw9', { serialNumber: '0', productId: 0x0907 }));
    await start();
    expect(keys()).toEqual(['0c2e:0b87:0', '0c2e:0907:0']);
  });
});

describe('two readers with the same serial number', () => {
  test('that are there together have their sockets in their keys, whatever the order of the list', async () => {
    const { plug, start, keys } = openSockets();
    plug('usb-2/input0', 'SAME');
    plug('usb-1/input0', 'SAME');
    await start();
    expect(keys().toSorted()).toEqual(['0c2e:0b87:SAME@usb-1/input0', '0c2e:0b87:SAME@usb-2/input0']);
  });

  test('that come one after the other: the first keeps its key, and after a replug in any order each has its own', async () => {
    const { plug, hid, start, change, keys, notes } = openSockets();
    const first = plug('usb-1/input0', 'SAME');
    await start();
    const second = plug('usb-2/input0', 'SAME');
    await change();
    expect(keys()).toEqual(['0c2e:0b87:SAME', '0c2e:0b87:SAME@usb-2/input0']);
    expect(notes.lines).toHaveLength(2);
    hid.unplug(first);
    hid.unplug(second);
    await change();
    plug('usb-2/input0', 'SAME');
    await change();
    plug('usb-1/input0', 'SAME');
    await change();
    expect(keys().slice(2)).toEqual(['0c2e:0b87:SAME@usb-2/input0', '0c2e:0b87:SAME']);
  });

  test('never share a key, even where both claim the same socket', async () => {
    const { plug, start, keys, hid, notes } = openSockets();
    plug('usb-1/input0', 'SAME');
    const other = plug('usb-1/input0', 'SAME');
    await start();
    expect(new Set(keys()).size).toBe(2);
    hid.send(other, Uint8Array.of(2));
    expect(notes.reports[0]?.readerKey).toBe(keys()[1]);
  });
});

test('three equal readers without serial numbers, replugged in another order, have the keys of their sockets', async () => {
  const { plug, hid, start, change, notes } = openSockets();
  const paths = ['usb-1', 'usb-2', 'usb-3'].map((socket) => plug(socket));
  await start();
  for (const path of paths) hid.unplug(path);
  await change();
  const again = ['usb-3', 'usb-1', 'usb-2'].map((socket) => ({ socket, path: plug(socket) }));
  await change();
  for (const { path } of again) hid.send(path, Uint8Array.of(2));
  expect(notes.reports.map(({ readerKey }) => readerKey)).toEqual(again.map(({ socket }) => `0c2e:0b87@${socket}`));
});

describe('the giver of keys', () => {
  const reader = (socket: string, serialNumber: string | null, path = socket): Recognisable => ({
    path,
    socket,
    serialNumber,
    vendorId: 1,
    productId: 2,
  });

  test('keeps nothing of readers whose serial numbers are their own', () => {
    const give = createKeyGiver();
    for (let number = 0; number < 100; number++) {
      const device = reader('usb-1', String(number));
      expect(give([device], []).get('usb-1')).toBe(`0001:0002:${number}`);
    }
    expect(give([reader('usb-9', '7')], []).get('usb-9')).toBe('0001:0002:7');
  });

  test('gives a third equal one its socket, and not the key of one that is away', () => {
    const give = createKeyGiver();
    const one = reader('usb-1', 'S');
    const two = reader('usb-2', 'S');
    const first = { device: one, readerKey: give([one], []).get('usb-1') ?? '' };
    give([two], [first]);
    expect(give([reader('usb-3', 'S')], []).get('usb-3')).toBe('0001:0002:S@usb-3');
    expect(give([one], []).get('usb-1')).toBe('0001:0002:S');
  });
});
