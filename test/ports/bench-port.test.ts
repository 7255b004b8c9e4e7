import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { EMPTY_BENCH, type BenchSettings } from '../../electron/core/bench-settings.ts';
import type { BenchPort } from '../../electron/core/ports.ts';
import { createBenchFile } from '../../electron/io/bench/bench-file.ts';
import { createMemoryBench } from '../fakes/memory-bench.ts';

type Bench = {
  readonly port: BenchPort;
  readonly spoil: () => Promise<void>;
  readonly refuseSaving: (isRefused: boolean) => void;
};

const PORTS: readonly { readonly name: string; readonly build: () => Promise<Bench> }[] = [
  { name: 'the bench in memory', build: buildMemory },
  { name: 'the bench in a file', build: buildFile },
];

const FULL: BenchSettings = {
  readers: { '0c2e:0b87:1': { name: 'Left', color: 1 }, '0c2e:0b87@usb-1/input0': { name: 'Ünten', color: 6 } },
  typingScanners: ['05fe:1010'],
  siteRules: [],
  readerProfiles: [
    {
      name: 'Reader at the door',
      vendorId: '1209',
      productId: '0001',
      usagePage: 'xxxx',
      usage: 'xxxx',
      mode: 'tokenReader',
      layout: null,
      serialFrom: null,
    },
  ],
};

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe.each(PORTS)('$name', ({ build }) => {
  test('is empty at first', async () => {
    const { port } = await build();
    expect(await port.load()).toEqual({ ok: true, value: EMPTY_BENCH });
  });

  test('gives back what was saved last, as often as it is asked', async () => {
    const { port } = await build();
    expect(await port.save({ ...EMPTY_BENCH, typingScanners: ['ffff:ffff'] })).toEqual({ ok: true, value: null });
    await port.save(FULL);
    expect(await port.load()).toEqual({ ok: true, value: FULL });
    expect(await port.load()).toEqual({ ok: true, value: FULL });
  });

  test('keeps what was saved where the disk refuses, and says so', async () => {
    const { port, refuseSaving } = await build();
    await port.save(FULL);
    refuseSaving(true);
    expect(await port.save(EMPTY_BENCH)).toEqual({
      ok: false,
      problem: { code: 'settings-not-saved', detail: 'ENOSPC' },
    });
    refuseSaving(false);
    expect(await port.load()).toEqual({ ok: true, value: FULL });
  });

  test('that cannot be read says so, and can be written again', async () => {
    const { port, spoil } = await build();
    await port.save(FULL);
    await spoil();
    expect(await port.load()).toMatchObject({ problem: { code: 'settings-malformed' } });
    expect((await port.save(FULL)).ok).toBe(true);
    expect(await port.load()).toEqual({ ok: true, value: FULL });
  });
});

async function buildMemory(): Promise<Bench> {
  const { port, refuseSaving, spoil } = createMemoryBench();
  return { port, refuseSaving, spoil: async () => spoil() };
}

async function buildFile(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-port-'));
  folders.push(folder);
  const path = join(folder, 'bench.json');
  let isFull = false;
  return {
    port: createBenchFile(path, async (...asked) => {
      if (isFull) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      return open(...asked);
    }),
    spoil: () => writeFile(path, '{"readers"'),
    refuseSaving: (isRefused) => {
      isFull = isRefused;
    },
  };
}
