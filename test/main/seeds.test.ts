import { describe, expect, test } from 'vitest';
import type { Command } from '../../electron/contract/command.ts';
import type { Event } from '../../electron/core/event.ts';
import { PRACTICE_TOKENS } from '../../electron/practice/practice-data.ts';
import { practiceSeedFile } from '../../electron/practice/practice-seed-file.ts';
import { writeEncrypted } from '../io/seeds/pskc-writer.ts';
import { buildBench, nextTurn, TOKEN, type Bench } from './build-bench.ts';

const OTHER = '8659623852751';
/** Six minutes slow: Graph would refuse every one of its codes. */
const SLOW = 'VES0052656';

const OPEN: Command = { kind: 'openSeedFile', password: '', again: false };

async function opened(chosen: () => { name: string; bytes: Uint8Array } | null = practiceSeedFile): Promise<Bench> {
  const bench = await buildBench({ chooseFile: () => Promise.resolve(chosen()) });
  expect(await bench.send(OPEN)).toEqual({ ok: true, value: null });
  return bench;
}

async function enter(bench: Bench, itemId: number, code: string): Promise<unknown> {
  const answer = await bench.send({ kind: 'enterCode', itemId, code });
  await bench.station.idle();
  return answer;
}

function lockAt({ hand }: Bench): Event {
  return { kind: 'signedOut', atMs: hand.clock.nowMs(), problem: { code: 'idle-locked' } };
}

describe('a code that is proved before it is sent', () => {
  test('goes out where it belongs to the scanned token, and its clock is known', async () => {
    const bench = await opened();
    const { id } = await bench.prepare(TOKEN);
    await enter(bench, id, bench.code(TOKEN));
    expect(bench.row(TOKEN)).toMatchObject({ state: { kind: 'activated' }, drift: { driftMs: 0, isFit: true } });
    expect(bench.posts()).toBe(1);
    expect(bench.events.map(({ kind }) => kind)).toContain('codeProved');
  });

  test('is stopped where it is that of another token, which is named', async () => {
    const bench = await opened();
    const { id } = await bench.prepare(TOKEN);
    expect(await enter(bench, id, bench.code(OTHER))).toEqual({ ok: true, value: null });
    expect(bench.row(TOKEN)).toMatchObject({
      state: { kind: 'needsCode', problem: { code: 'token-is-another', detail: OTHER } },
      rejections: 0,
    });
    expect(bench.posts()).toBe(0);
    // The same hand-over goes on with the right token.
    await enter(bench, id, bench.code(TOKEN));
    expect(bench.row(TOKEN).state.kind).toBe('activated');
  });

  test('is stopped where no token of the file shows it', async () => {
    const bench = await opened();
    const { id } = await bench.prepare(TOKEN);
    await enter(bench, id, '000000');
    expect(bench.row(TOKEN).state).toMatchObject({ kind: 'needsCode', problem: { code: 'code-of-no-token' } });
    expect(bench.posts()).toBe(0);
  });

  test('goes out with what is known of a clock that is slow and good enough', async () => {
    const bench = await opened();
    const { id } = await bench.prepare(SLOW);
    await enter(bench, id, bench.code(SLOW));
    expect(bench.row(SLOW).drift).toEqual({ driftMs: -360_000, isFit: true });
    expect(bench.posts()).toBe(1);
  });

  test('is stopped where the clock is ten minutes off or more', async () => {
    const bench = await opened();
    const { id } = await bench.prepare(SLOW);
    const early = bench.code(SLOW);
    bench.hand.moveBy(300_000);
    // The code of five minutes ago, by a clock that was six minutes slow then.
    await enter(bench, id, early);
    expect(bench.row(SLOW)).toMatchObject({
      state: { kind: 'needsCode', problem: { code: 'token-drifted' } },
      drift: { driftMs: -660_000, isFit: false },
    });
    expect(bench.posts()).toBe(0);
  });

  test('goes out as ever where the file does not know the token, or there is no file', async () => {
    const list = Buffer.from('serial,seed\nX1,00112233445566778899AABBCCDDEEFF00112233\n');
    for (const bench of [await opened(() => ({ name: 'other.csv', bytes: list })), await buildBench()]) {
      const { id } = await bench.prepare(TOKEN);
      await enter(bench, id, bench.code(TOKEN));
      expect(bench.row(TOKEN)).toMatchObject({ state: { kind: 'activated' }, drift: null });
    }
  });
});

describe('every wrong token', () => {
  test('of the practice bench is caught before anything is sent', async () => {
    const bench = await opened();
    const { id } = await bench.prepare(TOKEN);
    for (const { serialNumber } of PRACTICE_TOKENS.filter((token) => token.serialNumber !== TOKEN)) {
      await enter(bench, id, bench.code(serialNumber));
      expect(bench.row(TOKEN).state).toMatchObject({ problem: { code: 'token-is-another', detail: serialNumber } });
    }
    expect(bench.posts()).toBe(0);
  });
});

describe('which token this is', () => {
  test('its code tells, and a second one keeps only what showed both', async () => {
    const bench = await opened();
    await bench.send({ kind: 'seekToken', code: bench.code(OTHER) });
    expect(bench.station.snapshot().seeds?.sought).toEqual({
      codeCount: 1,
      matches: [{ serialNumber: OTHER, model: 'C301', drift: { driftMs: 0, isFit: true } }],
    });
    await bench.send({ kind: 'seekToken', code: '000000' });
    expect(bench.station.snapshot().seeds?.sought).toEqual({ codeCount: 2, matches: [] });
    await bench.send({ kind: 'stopSeeking' });
    expect(bench.station.snapshot().seeds?.sought).toBeNull();
  });

  test('cannot be told without a file, or from anything but six digits', async () => {
    const bench = await buildBench();
    expect(await bench.send({ kind: 'seekToken', code: '123456' })).toMatchObject({
      problem: { code: 'seeds-missing' },
    });
    expect(await bench.send({ kind: 'seekToken', code: '12345' })).toMatchObject({
      problem: { code: 'code-not-six-digits' },
    });
  });
});

describe('opening a file', () => {
  const locked = { name: 'box.pskc', bytes: Buffer.from(writeEncrypted('open sesame', { A1: 'the seed of a token' })) };

  test('that wants a password asks for it once, and is not chosen again', async () => {
    let chosen = 0;
    const bench = await buildBench({
      chooseFile: () => {
        chosen += 1;
        return Promise.resolve(locked);
      },
    });
    expect(await bench.send(OPEN)).toMatchObject({ problem: { code: 'seed-password-wanted' } });
    const again = (password: string) => bench.send({ kind: 'openSeedFile', password, again: true });
    expect(await again('wrong')).toMatchObject({ problem: { code: 'seed-password-wrong' } });
    expect(await again('open sesame')).toEqual({ ok: true, value: null });
    expect(bench.station.snapshot().seeds).toMatchObject({ fileName: 'box.pskc', tokenCount: 1 });
    expect(chosen).toBe(1);
    // It is open: there is nothing left that waits for a password.
    expect(await again('open sesame')).toMatchObject({ problem: { code: 'cancelled' } });
  });

  test('that has been read leaves nothing of itself behind, and one that waits for its password stays whole', async () => {
    const list = practiceSeedFile();
    await opened(() => list);
    expect(new Set(list.bytes)).toEqual(new Set([0]));
    const waiting = {
      name: 'box.pskc',
      bytes: Buffer.from(writeEncrypted('open sesame', { A1: 'the seed of a token' })),
    };
    const bench = await buildBench({ chooseFile: () => Promise.resolve(waiting) });
    await bench.send(OPEN);
    expect(waiting.bytes.toString('latin1')).toContain('KeyContainer');
    await bench.send({ kind: 'openSeedFile', password: 'open sesame', again: true });
    expect(new Set(waiting.bytes)).toEqual(new Set([0]));
  });

  test('that nobody chose changes nothing', async () => {
    let next: typeof locked | null = { name: 'seeds.csv', bytes: Buffer.from(practiceSeedFile().bytes) };
    const bench = await opened(() => next);
    next = null;
    expect(await bench.send(OPEN)).toMatchObject({ problem: { code: 'cancelled' } });
    expect(bench.station.snapshot().seeds?.fileName).toBe('seeds.csv');
  });
});

describe('the seeds', () => {
  test('are gone when they are forgotten and when the desk is signed out', async () => {
    const bench = await opened();
    await bench.send({ kind: 'forgetSeeds' });
    expect(bench.station.snapshot().seeds).toBeNull();
    await bench.send(OPEN);
    await bench.station.dispatch(lockAt(bench));
    expect(bench.station.snapshot().seeds).toBeNull();
    expect(await bench.send(OPEN)).toMatchObject({ problem: { code: 'signed-out' } });
  });

  test('are not kept where the desk was locked while the file was being chosen', async () => {
    let choose: (file: ReturnType<typeof practiceSeedFile>) => void = () => undefined;
    const bench = await buildBench({
      chooseFile: () =>
        new Promise((chosen) => {
          choose = chosen;
        }),
    });
    const opening = bench.send(OPEN);
    await nextTurn();
    await bench.station.dispatch(lockAt(bench));
    choose(practiceSeedFile());
    expect(await opening).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(bench.station.snapshot().seeds).toBeNull();
  });

  test('are in no event, no picture and no journal', async () => {
    const bench = await opened();
    const { id } = await bench.prepare(TOKEN);
    await enter(bench, id, bench.code(OTHER));
    const code = bench.code(TOKEN);
    await enter(bench, id, code);
    const told = JSON.stringify([bench.station.snapshot(), bench.published, bench.events, bench.journal.stored()]);
    for (const { secret } of PRACTICE_TOKENS) {
      const bytes = Buffer.from(secret);
      for (const text of [bytes.toString('hex'), bytes.toString('base64')]) expect(told).not.toContain(text);
    }
    expect(told).not.toContain(code);
  });
});
