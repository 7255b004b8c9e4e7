import { describe, expect, test } from 'vitest';
import type { SiteRule } from '../../electron/contract/site-rule.ts';
import { EMPTY_BENCH } from '../../electron/core/bench-settings.ts';
import { decideBenchCommand, type BenchCommand } from '../../electron/core/decide-bench.ts';
import { dueEffects } from '../../electron/core/due-effects.ts';
import type { DeviceFacts } from '../../electron/core/ports.ts';
import { reduce } from '../../electron/core/reduce.ts';
import type { State } from '../../electron/core/state.ts';
import { toSnapshot } from '../../electron/core/to-snapshot.ts';
import { foldEvents, LEFT, NOW_MS, RIGHT, stateWith } from './build-state.ts';
import { NO_DESKS } from '../fakes/no-desks.ts';

const atMs = NOW_MS;

const KEYBOARD: DeviceFacts = {
  deviceKey: '/dev/hidraw3#1:6',
  readerKey: null,
  name: 'USB Keyboard',
  vendorId: 0x05fe,
  productId: 0x1010,
  usagePage: 1,
  usage: 6,
  serialNumber: null,
  profile: null,
  state: { kind: 'left' },
};

const RULE: SiteRule = {
  id: 'site-1',
  means: 'badge',
  before: 'EMP#',
  after: '',
  startsWith: '',
  alphabet: 'digits',
  dashes: 'none',
  shortest: 6,
  longest: 6,
  aimLetter: null,
};

/** The state after a command that must be taken. */
function after(state: State, command: BenchCommand): State {
  const decided = decideBenchCommand(state, command, atMs);
  if (!decided.ok) throw new Error(decided.problem.code);
  return reduce(state, decided.value);
}

function refusal(state: State, command: BenchCommand): string {
  const decided = decideBenchCommand(state, command, atMs);
  return decided.ok ? 'taken' : decided.problem.code;
}

function picture(state: State) {
  const mode = { kind: 'practice', problem: null } as const;
  return toSnapshot(state, 'linux', { revision: 1, atMs, mode, practice: null, ...NO_DESKS });
}

const bench = foldEvents([{ kind: 'readerAttached', atMs, readerKey: LEFT, name: 'Voyager' }], stateWith([]));

describe('a reader’s name and colour', () => {
  const named = after(bench, { kind: 'nameReader', readerKey: LEFT, name: '  Window seat ', color: 4 });

  test('are shown wherever the reader is', () => {
    expect(picture(named).readers).toMatchObject([{ name: 'Window seat', color: 4 }]);
    expect(picture(named).lanes).toMatchObject([{ name: 'Window seat', color: 4 }]);
  });

  test('an empty name is the device’s own again', () => {
    const back = after(named, { kind: 'nameReader', readerKey: LEFT, name: '', color: 4 });
    expect(picture(back).readers).toMatchObject([{ name: 'Voyager', color: 4 }]);
  });

  test('cannot be given to a reader that was never there', () => {
    expect(refusal(bench, { kind: 'nameReader', readerKey: 'other', name: 'X', color: 1 })).toBe('reader-gone');
  });

  test('are saved, once for each change', () => {
    expect(dueEffects(named, atMs)).toContainEqual({ kind: 'saveBench', key: 'saveBench' });
    const { settings } = named.bench;
    expect(dueEffects(reduce(named, { kind: 'benchSaved', atMs, settings }), atMs)).toEqual([]);
  });

  test('that change while the disk is busy are saved again', () => {
    const changed = after(named, { kind: 'nameReader', readerKey: LEFT, name: 'Door', color: 4 });
    const saved = reduce(changed, { kind: 'benchSaved', atMs, settings: named.bench.settings });
    expect(dueEffects(saved, atMs)).toContainEqual({ kind: 'saveBench', key: 'saveBench' });
  });

  test('that the disk refuses hold, and the doctor says why they are not kept', () => {
    const problem = { code: 'settings-not-saved', detail: 'ENOSPC' } as const;
    const failed = reduce(named, { kind: 'benchNotSaved', atMs, settings: named.bench.settings, problem });
    expect(dueEffects(failed, atMs)).toEqual([]);
    const shown = picture(after(failed, { kind: 'openDoctor' }));
    expect(shown.doctor?.problem).toEqual(problem);
    expect(shown.readers).toMatchObject([{ name: 'Window seat' }]);
  });
});

describe('lanes', () => {
  test('one that is there comes to the front', () => {
    const two = foldEvents([{ kind: 'readerAttached', atMs, readerKey: RIGHT, name: 'Voyager' }], bench);
    expect(picture(after(two, { kind: 'showLane', laneId: RIGHT })).lanes).toMatchObject([
      { laneId: LEFT, isFront: false },
      { laneId: RIGHT, isFront: true, name: 'Voyager 2' },
    ]);
    expect(refusal(two, { kind: 'showLane', laneId: 'other' })).toBe('reader-gone');
  });
});

describe('a keyboard that is a scanner', () => {
  const seen = reduce(bench, { kind: 'devicesSeen', atMs, devices: [KEYBOARD] });
  const { deviceKey } = KEYBOARD;

  test('is known by its numbers from then on, and once', () => {
    const once = after(seen, { kind: 'useAsScanner', deviceKey, isScanner: true });
    const twice = after(once, { kind: 'useAsScanner', deviceKey, isScanner: true });
    expect(twice.bench.settings.typingScanners).toEqual(['05fe:1010']);
    expect(after(twice, { kind: 'useAsScanner', deviceKey, isScanner: false }).bench.settings.typingScanners).toEqual(
      [],
    );
  });

  test('must be there', () => {
    expect(refusal(bench, { kind: 'useAsScanner', deviceKey, isScanner: true })).toBe('reader-gone');
  });
});

describe('rules of the site', () => {
  const ruled = stateWith([], {
    bench: { settings: { ...EMPTY_BENCH, siteRules: [RULE] }, isSaved: true, problem: null },
  });

  test('can be removed', () => {
    expect(after(ruled, { kind: 'removeSiteRule', ruleId: 'site-1' }).bench.settings.siteRules).toEqual([]);
    expect(refusal(ruled, { kind: 'removeSiteRule', ruleId: 'site-2' })).toBe('rule-not-found');
  });

  test('are learned in the doctor only', () => {
    expect(refusal(ruled, { kind: 'startLearning', means: 'badge' })).toBe('command-not-allowed');
    expect(refusal(ruled, { kind: 'acceptRule' })).toBe('rule-not-found');
  });

  test('are learned from three scans, shown before they are kept, and end the learning', () => {
    const learning = after(after(ruled, { kind: 'openDoctor' }), { kind: 'startLearning', means: 'badge' });
    const tried = {
      atMs,
      aimId: ']A0',
      symbology: 'code39',
      used: null,
      means: 'refused',
      steps: [],
      problem: null,
    } as const;
    const heard = ['EMP#100201', 'EMP#100417', 'EMP#200999'].map(
      (scannedText) => ({ kind: 'scanTested', atMs, readerKey: LEFT, test: { ...tried, scannedText } }) as const,
    );
    expect(picture(foldEvents(heard.slice(0, 2), learning)).doctor?.learning).toMatchObject({
      proposal: null,
      wanted: 3,
    });
    const learned = foldEvents(heard, learning);
    expect(picture(learned).doctor?.learning?.proposal).toMatchObject({
      rule: { id: 'site-2', before: 'EMP#', alphabet: 'digits', shortest: 6, longest: 6 },
      used: ['100201', '100417', '200999'],
    });
    const kept = after(learned, { kind: 'acceptRule' });
    expect(kept.bench.settings.siteRules.map(({ id }) => id)).toEqual(['site-1', 'site-2']);
    expect(kept.doctor?.learning).toBeNull();
    expect(after(learned, { kind: 'stopLearning' }).doctor?.learning).toBeNull();
  });

  test('samples that may hold a secret are none, and samples of no common form give a reason', () => {
    const learning = after(after(ruled, { kind: 'openDoctor' }), { kind: 'startLearning', means: 'badge' });
    const tried = {
      atMs,
      aimId: null,
      symbology: null,
      used: null,
      means: 'refused',
      steps: [],
      problem: null,
    } as const;
    const hear = (state: State, scannedText: string): State =>
      reduce(state, { kind: 'scanTested', atMs, readerKey: LEFT, test: { ...tried, scannedText } });
    expect(hear(learning, '').doctor?.learning?.samples).toEqual([]);
    const same = ['12345678', '12345678', '12345678'].reduce(hear, learning);
    expect(same.doctor?.learning).toMatchObject({ proposal: null, problem: { code: 'scan-ambiguous' } });
  });
});
