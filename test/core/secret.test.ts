import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../electron/core/secret.ts';

const CODE = '493817';
const secret = new Secret(CODE);

const SHOWN: readonly (readonly [by: string, text: string])[] = [
  ['JSON', JSON.stringify({ code: secret, list: [secret] })],
  ['String()', String(secret)],
  ['a template', `${secret}`],
  ['adding it to a text', 'code ' + secret],
  ['joining a list', [secret, secret].join()],
  ['inspection', inspect(secret)],
  ['inspection of all there is', inspect({ secret }, { showHidden: true, depth: 9, getters: true })],
  ['its keys', Reflect.ownKeys(secret).join()],
  ['its entries', JSON.stringify(Object.entries(secret))],
  ['a copy of its fields', inspect(Object.assign({}, secret))],
  ['a structured clone', inspect(structuredClone(secret), { showHidden: true })],
  ['an error that carries it', inspect(new Error('failed', { cause: secret }))],
];

describe('a secret', () => {
  test.each(SHOWN)('shows nothing of itself by %s', (_, text) => {
    expect(text).not.toContain(CODE);
  });

  test('stands in JSON and in texts as a mark, so that its place can be seen', () => {
    expect(JSON.stringify({ code: secret })).toBe('{"code":"[secret]"}');
    expect(`${secret}`).toBe('[secret]');
  });

  test('loses its value on the way through a structured clone', () => {
    expect(structuredClone(secret)).toEqual({});
  });

  test('gives its value to the one line that asks for it, leading zeros and all', () => {
    expect(secret.reveal()).toBe('493817');
    expect(new Secret('004711').reveal()).toBe('004711');
  });

  test('can be compared without being shown', () => {
    expect(secret.equals(new Secret('493817'))).toBe(true);
    expect(secret.equals(new Secret('493818'))).toBe(false);
    expect(secret.equals(new Secret('0493817'))).toBe(false);
  });
});
