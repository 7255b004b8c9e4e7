import assert from 'node:assert/strict';
import { reportsOf, scannerOf, scannerWithSettingsOf, settingsAnswer } from './device/scanner.ts';
import { joinScans } from './join-scans.ts';
import { kernelTest } from './kernel-test.ts';

/** Bytes of a scan and the reports that it takes; 56 is what one report holds. */
const SIZES = [
  [0, 1],
  [1, 1],
  [15, 1],
  [56, 1],
  [57, 2],
  [112, 2],
  [113, 3],
  [204, 4],
] as const;

for (const [lengthBytes, count] of SIZES) {
  kernelTest(`a scan of ${lengthBytes} bytes arrives as it was, in ${count} report(s)`, async ({ plug, read }) => {
    const { scan } = await plug(scannerOf('A'));
    const { attached, reports, until } = await read();
    const text = Array.from({ length: lengthBytes }, (_, index) => String.fromCharCode(33 + (index % 90))).join('');
    scan(text);
    scan('next');
    const [reader] = attached;
    assert.ok(reader);
    await until(() => reports.length === count + 1);
    assert.deepEqual(joinScans(reader, reports), [text, 'next']);
  });
}

kernelTest('every byte goes through the kernel as it is: NUL, GS and those above 127', async ({ plug, read }) => {
  const { scan } = await plug(scannerOf('A'));
  const { attached, reports, until } = await read();
  const every = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));
  const trap = `\u0000GALT\u001d11420104\u0000`;
  scan(every, ']d2');
  scan(trap, ']d2');
  const [reader] = attached;
  assert.ok(reader);
  await until(() => reports.length === 6);
  assert.deepEqual(joinScans(reader, reports), [every, trap]);
  assert.deepEqual(
    reports.map(({ bytes }) => String.fromCharCode(...bytes.subarray(2, 5))),
    Array.from({ length: 6 }, () => ']d2'),
  );
});

kernelTest('a serial number is an event, and what cannot be one is refused with its reason', async ({ plug, read }) => {
  const { scan } = await plug(scannerOf('A'));
  const { events, until } = await read();
  // What may stand beside a token is held back for a moment; so it comes before the tokens, and by itself.
  scan('4006381333931', ']E0');
  await until(() => events.length === 1);
  scan('9'.repeat(57));
  await until(() => events.length === 2);
  scan('GALT11420104\r');
  scan('21GALT11420105', ']C1');
  scan('GALT\u001d11420104', ']d2');
  await until(() => events.length === 5);
  assert.deepEqual(
    events.map((event) => ('serialNumber' in event ? event.serialNumber : 'problem' in event && event.problem?.code)),
    ['scan-retail-code', 'scan-not-a-serial', 'GALT11420104', 'GALT11420105', 'scan-control-characters'],
  );
});

kernelTest(
  'an answer to a setting between two reports of a scan is no scan and breaks none',
  async ({ plug, read }) => {
    const { send } = await plug(scannerWithSettingsOf('A'));
    const { attached, reports, events, until } = await read();
    const [first, second] = reportsOf('S/N: GALT11420104'.padStart(70, ' '));
    assert.ok(first && second && attached[0]);
    // Observed: Honeywell answers in the report of scans as well, under the identifiers ]X0 and ]Z6.
    const [inScanReport] = reportsOf('GALT88888888', ']X0');
    assert.ok(inScanReport);
    for (const report of [settingsAnswer(), first, settingsAnswer(), inScanReport, second, settingsAnswer()])
      send(report);
    await until(() => reports.length === 6);
    assert.deepEqual(
      events.map((event) => event.kind === 'scanned' && event.serialNumber),
      ['GALT11420104'],
    );
  },
);
