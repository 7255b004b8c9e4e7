import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { logEvent, openLog } from '../../electron/main/log.ts';
import { PRACTICE_OPERATOR } from '../../electron/practice/practice-data.ts';
import { ANNA, buildBench, TOKEN, type Bench } from './build-bench.ts';

/** Does not turn up by chance in a time or in a number of the bench. */
const WRONG_CODE = '918273';
const SECOND = '8659623852751';
const THIRD = '10001001';
const BUSY = { on: 'writes', times: 1, kind: 'fail', status: 429, acts: false, retryAfterSeconds: 5 } as const;

type Day = {
  readonly bench: Bench;
  readonly eventCount: number;
  readonly codes: readonly string[];
  readonly places: Readonly<Record<string, string>>;
};

let day: Day;

/** A whole day: a good code, a wrong one, a lost answer, a busy service, a twice-typed code, a full disk and a restart. */
async function liveThroughADay(): Promise<Day> {
  const bench = await buildBench();
  const codes: string[] = [];
  async function enter(serialNumber: string, code: string): Promise<void> {
    codes.push(code);
    const { id: itemId } = bench.row(serialNumber);
    await bench.send({ kind: 'enterCode', itemId, code });
    await bench.send({ kind: 'enterCode', itemId, code: `${code}7` });
    await bench.station.idle();
  }

  await bench.prepare(TOKEN);
  await enter(TOKEN, WRONG_CODE);
  await enter(TOKEN, WRONG_CODE);
  await enter(TOKEN, bench.code(TOKEN));

  await bench.prepare(SECOND);
  bench.tenant.setConditions({ faults: [BUSY, { on: 'writes', times: 1, kind: 'dropAnswer' }] });
  await enter(SECOND, bench.code(SECOND));
  bench.hand.moveBy(5_000);
  await bench.station.idle();

  await bench.prepare(THIRD);
  bench.journal.setFull(true);
  await enter(THIRD, bench.code(THIRD));
  bench.journal.setFull(false);
  bench.hand.moveBy(2_000);
  await bench.station.idle();

  await bench.scan('otpauth://totp/x?secret=JBSWY3DPEHPK3PXP', ']Q1');
  const again = await bench.restart();
  await again.station.idle();
  const folder = mkdtempSync(join(tmpdir(), 'token-station-log-'));
  const logPath = join(folder, 'logs', 'station.log');
  const log = openLog(logPath);
  const events = [...bench.events, ...again.events];
  for (const event of events) logEvent(log, event);
  const places = {
    'the bodies in the journal': bench.journal
      .stored()
      .map(({ body }) => body)
      .join('\n'),
    'the pictures for the window': JSON.stringify([bench.published, again.published, again.station.snapshot()]),
    'the events': JSON.stringify(events),
    'the log file': readFileSync(logPath, 'utf8'),
  };
  rmSync(folder, { recursive: true, force: true });
  return { bench, eventCount: events.length, codes, places };
}

beforeAll(async () => {
  day = await liveThroughADay();
});

const PLACES = ['the bodies in the journal', 'the pictures for the window', 'the events', 'the log file'];

describe('after a whole day at the bench', () => {
  test('all of it has happened: three tokens are issued with the codes that were sent', () => {
    const { bench, codes } = day;
    for (const serialNumber of [TOKEN, SECOND, THIRD]) expect(bench.row(serialNumber).state.kind).toBe('activated');
    expect(bench.posts()).toBe(5);
    expect(new Set(codes).size).toBe(4);
    const kinds = new Set(bench.events.map(({ kind }) => kind));
    const told = ['activationRefused', 'activationPostponed', 'answerLost', 'activationDone', 'storageFailed'] as const;
    for (const kind of told) expect(kinds).toContain(kind);
  });

  test.each(PLACES)('%s hold none of the typed codes, right or wrong', (place) => {
    const text = day.places[place] ?? '';
    expect(text.length).toBeGreaterThan(1_000);
    for (const code of day.codes) expect(text).not.toContain(code);
  });

  test.each(PLACES)('%s do not hold the access token', (place) => {
    expect(day.places[place]).not.toContain(PRACTICE_OPERATOR.accessToken);
    expect(day.places[place]).not.toContain('Bearer');
  });

  test.each(PLACES)('%s do not hold the seed that was scanned', (place) => {
    expect(day.places[place]).not.toContain('JBSWY3DP');
  });
});

describe('the log file', () => {
  test('has a line of JSON for each event, with its kind and the item', () => {
    const lines = (day.places['the log file'] ?? '')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toHaveLength(day.eventCount);
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'scanned', serialTail: '104' }));
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'activationIntended', itemId: 1 }));
    const refused = { msg: 'activationRefused', itemId: 1, problemCode: 'code-rejected' };
    expect(lines).toContainEqual(expect.objectContaining(refused));
  });

  test('names no person, no whole serial number, none of the words of Graph and no computer', () => {
    const text = day.places['the log file'] ?? '';
    for (const word of [ANNA, 'Anna', 'Schmidt', TOKEN, SECOND, THIRD, 'verification code', 'hostname', 'Finance']) {
      expect(text).not.toContain(word);
    }
  });

  test('holds nothing beyond the fields that are allowed', () => {
    const allowed = ['level', 'time', 'msg', 'itemId', 'serialTail', 'problemCode', 'requestId', 'latencyMs'];
    for (const line of (day.places['the log file'] ?? '').trim().split('\n')) {
      for (const field of Object.keys(JSON.parse(line))) expect(allowed).toContain(field);
    }
  });

  test.skipIf(process.platform === 'win32')('is for its owner only, and is added to when opened again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'token-station-log-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const path = join(folder, 'logs', 'station.log');
    openLog(path).write('first', { count: 1 });
    openLog(path).write('second', { words: 'x', reader: 'r', requestId: null });
    const lines = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { msg: 'first', count: 1 },
      { msg: 'second', words: 'x', reader: 'r', requestId: null },
    ]);
    expect([statSync(path).mode & 0o777, statSync(join(folder, 'logs')).mode & 0o777]).toEqual([0o600, 0o700]);
  });
});
