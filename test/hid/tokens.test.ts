import assert from 'node:assert/strict';
import { FIDO, YUBIKEY } from './device/tokens.ts';
import { plugGadget, type UsbIdentity } from './device/usb-gadget.ts';
import { kernelTest, passTime } from './kernel-test.ts';
import { startPracticeStation } from './practice-station.ts';
import { rowOf } from './station-desk.ts';
import { DESK_TOKEN_PROFILE } from './site-profiles.ts';

const YUBIKEY_7 = { kind: 'yubikey', serialNumber: 17_654_321 } as const;
const SILENT_YUBIKEY = { kind: 'yubikey', serialNumber: null } as const;
/** Longer than a key may take to answer. */
const A_WHILE_MS = 2_000;

/** With one number at both of its interfaces. */
const DESK_TOKEN: UsbIdentity = {
  vendorId: '0x1209',
  productId: '0xbeef',
  serialNumber: 'GALT11420104',
  manufacturer: 'Made up',
  product: 'Desk token',
  descriptors: [FIDO, FIDO],
};

kernelTest('a YubiKey tells its serial number once for each time that it is plugged in', async (bench) => {
  const { lookAgain, openHandles, serialNumbers, until } = await bench.read();
  for (const times of [1, 2]) {
    const key = await bench.plugProcess(YUBIKEY, YUBIKEY_7);
    await until(() => serialNumbers.length === times);
    await lookAgain();
    await passTime(A_WHILE_MS);
    await key.kill();
    await until(() => openHandles() === 0);
  }
  assert.deepEqual(serialNumbers, ['17654321', '17654321']);
});

kernelTest('a YubiKey that was there before the start is the operator’s own and is not opened', async (bench) => {
  const { commands } = await bench.plugProcess(YUBIKEY, YUBIKEY_7);
  const { devices, lines, openings } = await bench.read();
  await passTime(A_WHILE_MS);
  assert.deepEqual([lines, openings, commands], [[], [], []]);
  assert.deepEqual(devices()[0]?.state, { kind: 'left' });
});

kernelTest('a YubiKey that does not tell its number is a trouble until it is pulled', async ({ plugProcess, read }) => {
  const { devices, lines, troubles, until } = await read();
  const key = await plugProcess(YUBIKEY, SILENT_YUBIKEY);
  const readerKey = `1050:0407@${key.socket}`;
  await until(() => lines.length > 0);
  assert.deepEqual(lines, [`trouble ${readerKey} token-serial-unreadable`]);
  await until(() => devices()[0]?.state.kind === 'blocked');
  assert.deepEqual(devices()[0]?.state, { kind: 'blocked', problem: troubles[0] });
  await key.kill();
  await until(() => lines.length > 1);
  assert.equal(lines[1], `detached ${readerKey}`);
});

kernelTest('a YubiKey that is plugged in at a station is in its queue', async ({ plugProcess, whenOver }) => {
  const station = await startPracticeStation(whenOver);
  await plugProcess(YUBIKEY, YUBIKEY_7);
  const row = await station.until((snapshot) => rowOf(snapshot, '17654321'));
  assert.deepEqual([row.readerName, row.state], ['Yubico YubiKey OTP+FIDO+CCID', { kind: 'needsUser' }]);
  const again = await plugProcess(YUBIKEY, YUBIKEY_7);
  await station.until(({ notices }) => notices.some(({ kind }) => kind === 'scanDuplicate'));
  await again.kill();
  assert.equal(station.snapshot().queue.counts.all, 1);
});

kernelTest('a token that has its number in its USB descriptor tells it once, and is not opened', async (bench) => {
  const { configure, devices, openings, serialNumbers, until } = await bench.read();
  await configure({ typingScanners: [], readerProfiles: [DESK_TOKEN_PROFILE] });
  for (const times of [1, 2]) {
    const { unplug } = await plugGadget(DESK_TOKEN);
    bench.whenOver(unplug);
    await until(() => devices().length === 2);
    await passTime(A_WHILE_MS);
    assert.equal(serialNumbers.length, times);
    unplug();
    await until(() => devices().length === 0);
  }
  assert.deepEqual([serialNumbers, openings], [['GALT11420104', 'GALT11420104'], []]);
});
