import assert from 'node:assert/strict';
import { LAYOUT_B, report } from '../core/hid-bytes.ts';
import { SCANNER_IN_ANOTHER_ORDER, SCANNER_WITHOUT_PARTS, SCANNER_WITHOUT_REPORT_ID } from './device/descriptors.ts';
import { newlandOf, reportsOf, scannerOf } from './device/scanner.ts';
import { kernelTest } from './kernel-test.ts';

kernelTest('a scanner without AIM identifiers is read as its own reports are laid out', async ({ plug, read }) => {
  const { send } = await plug(newlandOf('NL1'));
  const { events, until } = await read();
  send(report(LAYOUT_B, ']C0GALT11420104'));
  // Held back for a moment, in case it stands beside a token.
  await until(() => events.length === 1);
  send(report(LAYOUT_B, 'GALT11420104'));
  await until(() => events.length === 2);
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['scanRefused', 'scanned'],
  );
});

kernelTest('a scanner that numbers no reports is read from the first byte on', async ({ plug, read }) => {
  const { send } = await plug({ ...scannerOf('A'), descriptor: SCANNER_WITHOUT_REPORT_ID });
  const { reports, events, until } = await read();
  for (const bytes of reportsOf('S/N: GALT11420104'.padStart(70, ' '))) send(bytes.subarray(1));
  const event = await until(() => events[0]);
  assert.equal(event.kind === 'scanned' && event.serialNumber, 'GALT11420104');
  assert.deepEqual(
    reports.map(({ bytes }) => bytes.length),
    [63, 63],
  );
});

kernelTest('a scanner that puts its parts in another order is read as its descriptor says', async ({ plug, read }) => {
  const { send } = await plug({ ...scannerOf('A'), descriptor: SCANNER_IN_ANOTHER_ORDER });
  const { events, until } = await read();
  const bytes = new Uint8Array(38);
  bytes[0] = 5;
  bytes.set(Buffer.from('4006381333931'), 2);
  bytes.set(Buffer.from(']E0'), 34);
  bytes[37] = 13;
  send(bytes);
  const event = await until(() => events[0]);
  assert.deepEqual(event.kind === 'scanRefused' && event.problem, { code: 'scan-retail-code' });
});

kernelTest('a scanner that says nothing of its parts is read as its makers say, a byte later, too', async (bench) => {
  const { send } = await bench.plug({ ...scannerOf('A'), descriptor: SCANNER_WITHOUT_PARTS });
  const { devices, events, until } = await bench.read();
  const state = devices()[0]?.state;
  assert.equal(state?.kind === 'reading' && state.layoutFrom, 'profile');
  const [bytes] = reportsOf('GALT11420104');
  assert.ok(bytes);
  send(bytes);
  const later = new Uint8Array(64);
  later.set(bytes.subarray(0, 2));
  later.set(reportsOf('GALT11420105')[0]?.subarray(2, 60) ?? [], 3);
  send(later);
  await until(() => events.length === 2);
  assert.deepEqual(
    events.map((event) => event.kind === 'scanned' && event.serialNumber),
    ['GALT11420104', 'GALT11420105'],
  );
});

kernelTest(
  'a scanner of which nobody knows how it sends is shown with the reason and not guessed at',
  async (bench) => {
    const nobodys = { name: 'Scanner', vendorId: 0x1209, productId: 0x0001, serialNumber: 'N1' };
    await bench.plug({ ...nobodys, descriptor: SCANNER_WITHOUT_PARTS });
    const { lines, openings } = await bench.read();
    assert.deepEqual(lines, ['trouble 1209:0001:N1 reader-layout-unknown']);
    assert.deepEqual(openings, []);
  },
);
