import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PersistentMap } from '../../electron/core/persistent-map.ts';

type Key = string | number;

class SetCommand implements fc.Command<Map<Key, number>, { map: PersistentMap<Key, number> }> {
  readonly key: Key;
  readonly value: number;
  constructor(key: Key, value: number) {
    this.key = key;
    this.value = value;
  }
  check = () => true;
  run(model: Map<Key, number>, real: { map: PersistentMap<Key, number> }): void {
    const before = real.map;
    const [hadBefore, sizeBefore] = [before.get(this.key), before.size];
    real.map = before.set(this.key, this.value);
    expect([before.get(this.key), before.size]).toEqual([hadBefore, sizeBefore]);
    model.set(this.key, this.value);
    expectSame(model, real.map);
  }
  toString = () => `set(${JSON.stringify(this.key)}, ${this.value})`;
}

class DeleteCommand implements fc.Command<Map<Key, number>, { map: PersistentMap<Key, number> }> {
  readonly key: Key;
  constructor(key: Key) {
    this.key = key;
  }
  check = () => true;
  run(model: Map<Key, number>, real: { map: PersistentMap<Key, number> }): void {
    const before = real.map;
    const [hadBefore, sizeBefore] = [before.get(this.key), before.size];
    real.map = before.delete(this.key);
    expect([before.get(this.key), before.size]).toEqual([hadBefore, sizeBefore]);
    model.delete(this.key);
    expect(real.map.get(this.key)).toBeUndefined();
    expectSame(model, real.map);
  }
  toString = () => `delete(${JSON.stringify(this.key)})`;
}

function expectSame(model: ReadonlyMap<Key, number>, map: PersistentMap<Key, number>): void {
  expect(map.size).toBe(model.size);
  for (const [key, value] of model) expect(map.get(key)).toBe(value);
}

/** Numbers 32,768 apart fall into one bucket; so do a number and its text never. */
const key: fc.Arbitrary<Key> = fc.oneof(
  fc.constantFrom<Key>(1, 1 + 32_768, 1 + 2 * 32_768, '1', '', 'GALT11420104', '__proto__', 'constructor'),
  fc.nat(40),
  fc.string({ maxLength: 3 }),
);

describe('a persistent map', () => {
  test('behaves like a Map, and leaves the map before each change as it was', () => {
    const commands = [
      fc.tuple(key, fc.nat()).map(([at, value]) => new SetCommand(at, value)),
      key.map((at) => new DeleteCommand(at)),
    ];
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 60, size: 'max' }), (steps) => {
        fc.modelRun(
          () => ({ model: new Map<Key, number>(), real: { map: PersistentMap.empty<Key, number>() } }),
          steps,
        );
      }),
    );
  });

  test('holds ten thousand items and every older version of itself', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => index + 1);
    const versions = [PersistentMap.empty<number, string>()];
    for (const id of ids) versions.push((versions[id - 1] ?? PersistentMap.empty<number, string>()).set(id, `v${id}`));
    const last = versions.at(-1);
    expect(last?.size).toBe(10_000);
    expect(ids.every((id) => last?.get(id) === `v${id}`)).toBe(true);
    expect(versions[5_000]?.size).toBe(5_000);
    expect(versions[5_000]?.get(5_001)).toBeUndefined();
  });

  test('keeps keys that share a bucket apart', () => {
    const map = PersistentMap.empty<Key, string>().set(1, 'one').set(32_769, 'far').set('1', 'text');
    expect([map.get(1), map.get(32_769), map.get('1'), map.size]).toEqual(['one', 'far', 'text', 3]);
    const without = map.delete(1);
    expect([without.get(1), without.get(32_769), without.get('1'), without.size]).toEqual([
      undefined,
      'far',
      'text',
      2,
    ]);
  });

  test('setting a key again replaces its value and does not grow the map', () => {
    const map = PersistentMap.empty<string, number>().set('a', 1).set('a', 2);
    expect([map.get('a'), map.size]).toEqual([2, 1]);
  });

  test('deleting a key that is not there gives the same map', () => {
    const map = PersistentMap.empty<string, number>().set('a', 1);
    expect(map.delete('b')).toBe(map);
  });

  test('a key of which nothing was set is undefined, also those that every object has', () => {
    const map = PersistentMap.empty<string, number>();
    expect(['__proto__', 'constructor', 'length', '0'].map((name) => map.get(name))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what differs between two maps', () => {
  test('is every key that was set, changed or deleted, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 70_000 }), fc.nat(3)), { maxLength: 40 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 70_000 }), fc.nat(3)), { maxLength: 10 }),
        fc.array(fc.nat(39), { maxLength: 5 }),
        (first, then, gone) => {
          const before = first.reduce((map, [at, value]) => map.set(at, value), PersistentMap.empty<number, number>());
          const set = then.reduce((map, [at, value]) => map.set(at, value), before);
          const after = gone.reduce((map, at) => map.delete(first[at]?.[0] ?? -1), set);
          const all = new Set([...first, ...then].map(([at]) => at));
          const differing = [...all].filter((at) => before.get(at) !== after.get(at));
          expect(new Set(after.changedKeys(before))).toEqual(new Set(differing));
          expect(before.changedKeys(after)).toHaveLength(differing.length);
        },
      ),
    );
  });

  test('is nothing between a map and itself', () => {
    const map = PersistentMap.empty<string, number>().set('a', 1).set('b', 2);
    expect(map.changedKeys(map)).toEqual([]);
  });
});
