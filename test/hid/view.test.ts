import assert from 'node:assert/strict';
import type { Event } from '../../electron/core/event.ts';
import { scannerOf } from './device/scanner.ts';
import { kernelTest, passTime } from './kernel-test.ts';

const TOKEN = ['GALT11420104', ']C0'] as const;
const SHOP_CODE = ['4006381333931', ']E0'] as const;
/** Longer than anything is held back, and longer than a label counts as the same. */
const A_WHILE_MS = 700;

function told(events: readonly Event[]): readonly string[] {
  return events.map((event) => ('serialNumber' in event ? event.serialNumber : event.kind));
}

for (const [order, labels] of [
  ['the shop code first', [SHOP_CODE, TOKEN]],
  ['the serial number first', [TOKEN, SHOP_CODE]],
  ['the shop code on both sides', [SHOP_CODE, TOKEN, SHOP_CODE]],
] as const) {
  kernelTest(`a shop code beside a serial number in one view is not told: ${order}`, async ({ plug, read }) => {
    const { scan } = await plug(scannerOf('A'));
    const { events, reports, until } = await read();
    for (const [text, aimId] of labels) scan(text, aimId);
    await until(() => reports.length === labels.length);
    await passTime(A_WHILE_MS);
    assert.deepEqual(told(events), [TOKEN[0]]);
  });
}

kernelTest('a shop code in the view of one reader does not hide under the token of another', async ({ plug, read }) => {
  const [left, right] = [await plug(scannerOf('L')), await plug(scannerOf('R'))];
  const { events, until } = await read();
  left.scan(...SHOP_CODE);
  right.scan(...TOKEN);
  await until(() => events.length === 2);
  assert.deepEqual(told(events).toSorted(), ['GALT11420104', 'scanRefused']);
});

kernelTest('a label that stays in view is one scan, and after a while it is another', async ({ plug, read }) => {
  const { scan } = await plug(scannerOf('A'));
  const { events, reports, until } = await read();
  for (let count = 1; count <= 5; count++) {
    scan(...TOKEN);
    await until(() => reports.length === count);
  }
  assert.deepEqual(told(events), [TOKEN[0]]);
  await passTime(A_WHILE_MS);
  scan(...TOKEN);
  await until(() => events.length === 2);
  assert.deepEqual(told(events), [TOKEN[0], TOKEN[0]]);
});
