import assert from 'node:assert/strict';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { scannerOf } from './device/scanner.ts';
import { joinScans } from './join-scans.ts';
import { kernelTest } from './kernel-test.ts';

const BLOCKED_NS = 1_000_000_000n;

kernelTest('a process that is busy for a second loses none of 200 scans', async ({ plugProcess, read }) => {
  const device = await plugProcess(scannerOf('A'));
  const { attached, reports, until } = await read();
  const [reader] = attached;
  assert.ok(reader);
  // Every 2 ms and what the sending takes: about 400 a second.
  const sent = device.send({ count: 200, gapMs: 2 });
  const untilNs = process.hrtime.bigint() + BLOCKED_NS;
  while (process.hrtime.bigint() < untilNs);
  assert.equal(reports.length, 0);
  assert.ok((await sent) < untilNs, 'all of them were sent while nobody looked');
  await until(() => reports.length === 200);
  assert.deepEqual(
    joinScans(reader, reports).map((scan) => Number(scan.split('-')[0])),
    Array.from({ length: 200 }, (_, index) => index),
  );
});

/**
 * What the kernel does, and why node-hid's own thread must read all the time: its ring has 64 places, one of them stays
 * empty, and what finds no place is dropped without a word. Source: Linux, hidraw.c, HIDRAW_BUFFER_SIZE.
 */
kernelTest('the kernel keeps the first 63 reports for a reader that does not read', async ({ plug }) => {
  const { path, scan } = await plug(scannerOf('A'));
  const node = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  for (let index = 0; index < 500; index++) scan(String(index));
  const kept = readAll(node);
  closeSync(node);
  assert.deepEqual(
    kept,
    Array.from({ length: 63 }, (_, index) => String(index)),
  );
});

/** The texts of the reports that the kernel still has. */
function readAll(node: number): readonly string[] {
  const texts: string[] = [];
  const report = Buffer.alloc(64);
  for (;;) {
    try {
      readSync(node, report);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return texts;
      throw error;
    }
    texts.push(report.toString('latin1', 5, 5 + (report[1] ?? 0)));
  }
}
