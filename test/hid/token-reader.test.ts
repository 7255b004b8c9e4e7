import assert from 'node:assert/strict';
import { sixteenBytes, TOKEN_CRADLE, TOKEN_READER } from './device/tokens.ts';
import { kernelTest, passTime } from './kernel-test.ts';
import { startPracticeStation } from './practice-station.ts';
import { TOKEN_CRADLE_PROFILE, TOKEN_READER_PROFILE } from './site-profiles.ts';
import { awaitReaderNamed, rowOf } from './station-desk.ts';

/** Source: the serial number of a SafeNet token, as a number of six bytes. */
const SAFENET = '00040008CFA5';
const SAFENET_REPORT = sixteenBytes(0x11, 6, 0x00, 0x04, 0x00, 0x08, 0xcf, 0xa5);
/** Longer than the rest of a scan is waited for. */
const A_WHILE_MS = 1_000;

kernelTest(
  'a token reader that this bench has written down reports a number, and its digits are an item',
  async (bench) => {
    const { send } = await bench.plug(TOKEN_READER);
    const station = await startPracticeStation(bench.whenOver, { readerProfiles: [TOKEN_READER_PROFILE] });
    await awaitReaderNamed(station, 'Token reader');
    send(SAFENET_REPORT);
    const row = await station.until((snapshot) => rowOf(snapshot, SAFENET));
    assert.deepEqual([row.readerName, row.laneId], ['Token reader', '1209:0002:R1']);
  },
);

kernelTest('a token reader is opened once it is written down, and not before', async ({ plug, read }) => {
  const { path, send } = await plug(TOKEN_READER);
  const { configure, devices, events, lines, openings, until } = await read();
  send(SAFENET_REPORT);
  assert.deepEqual([openings, lines, devices()[0]?.state], [[], [], { kind: 'left' }]);
  await configure({ typingScanners: [], readerProfiles: [TOKEN_READER_PROFILE] });
  assert.deepEqual(openings, [path]);
  send(SAFENET_REPORT);
  const event = await until(() => events[0]);
  assert.equal(event.kind === 'scanned' && event.serialNumber, SAFENET);
});

for (const [what, bytes, digits] of [
  ['fills its place', [0x31, 0x14, 0x20, 0x10, 0x48, 0x65, 0x96, 0x23], '3114201048659623'],
  ['has zeros in it', [0x31, 0x14, 0x20, 0x10, 0x00, 0x65, 0x96, 0x23], '3114201000659623'],
] as const) {
  kernelTest(`a number without a count that ${what} is read whole`, async ({ plug, read }) => {
    const { send } = await plug(TOKEN_CRADLE);
    const { configure, events } = await read();
    await configure({ typingScanners: [], readerProfiles: [TOKEN_CRADLE_PROFILE] });
    send(sixteenBytes(0x11, 0, 0, 0, ...bytes));
    await passTime(A_WHILE_MS);
    assert.deepEqual(
      events.map((event) => event.kind === 'scanned' && event.serialNumber),
      [digits],
    );
  });
}
