import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyOrder, newestOf, putNewest, sizeOf, without, type OrderedMap } from '../../electron/core/ordered-map.ts';

type Step = { readonly key: number; readonly isPut: boolean };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({ key: fc.nat(6), isPut: fc.boolean() }), {
  maxLength: 60,
});

function walk(map: OrderedMap<number, string>): readonly (readonly [number, string])[] {
  return Array.from(newestOf(map));
}

describe('an ordered map', () => {
  test('gives its entries the newest first, whatever was put in and taken out', () => {
    fc.assert(
      fc.property(steps, (list) => {
        let map = emptyOrder<number, string>();
        let model: readonly (readonly [number, string])[] = [];
        for (const [index, { key, isPut }] of list.entries()) {
          const before = walk(map);
          const next = isPut ? putNewest(map, key, `${index}`) : without(map, key);
          const others = model.filter(([known]) => known !== key);
          model = isPut ? [[key, `${index}`], ...others] : others;
          expect(walk(map)).toEqual(before);
          map = next;
          expect(walk(map)).toEqual(model);
          expect(sizeOf(map)).toBe(model.length);
        }
      }),
    );
  });

  test('is the very same where what is taken out was not there', () => {
    const map = putNewest(emptyOrder<number, string>(), 1, 'one');
    expect(without(map, 2)).toBe(map);
  });

  test('keeps a value as it is while its neighbours come and go', () => {
    const value = { token: 'GALT11420104' };
    const one = putNewest(putNewest(emptyOrder<number, object>(), 1, {}), 2, value);
    const other = without(putNewest(one, 3, {}), 1);
    expect(other.links.get(2)?.value).toBe(value);
  });
});
