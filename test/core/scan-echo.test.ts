import { describe, expect, test } from 'vitest';
import { addEcho, isEcho, type Echo } from '../../electron/core/scan-echo.ts';

describe('the same scan on two ways', () => {
  const heard = addEcho([], ' 20033752\r', 1_000);

  test('is known for a second, in whichever order', () => {
    expect(isEcho(heard, '20033752', 2_000)).toBe(true);
    expect(isEcho(heard, '20033752', 0)).toBe(true);
    expect(isEcho(heard, '20033752', 2_001)).toBe(false);
    expect(isEcho(heard, '20033752', -1)).toBe(false);
  });

  test('is known by its text, without what stands around it', () => {
    expect(isEcho(heard, '20033752 ', 1_000)).toBe(true);
    expect(isEcho(heard, '2003375', 1_000)).toBe(false);
  });

  test('is known among sixteen, and no more are kept', () => {
    let many: readonly Echo[] = heard;
    for (let index = 0; index < 15; index++) many = addEcho(many, `other ${index}`, 1_000);
    expect(isEcho(many, '20033752', 1_000)).toBe(true);
    expect(isEcho(addEcho(many, 'one more', 1_000), '20033752', 1_000)).toBe(false);
    expect(addEcho(many, 'one more', 1_000)).toHaveLength(16);
  });
});
