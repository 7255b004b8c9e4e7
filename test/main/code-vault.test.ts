import { describe, expect, test } from 'vitest';
import { Secret } from '../../electron/core/secret.ts';
import { createCodeVault, type CodeVault } from '../../electron/main/code-vault.ts';

const OK = { ok: true, value: null };
const TRIED = { ok: false, problem: { code: 'code-already-tried' } };
const BUSY = { ok: false, problem: { code: 'command-not-allowed' } };

function hold(vault: CodeVault, itemId: number, code: string, enteredAtMs = 1): ReturnType<CodeVault['hold']> {
  return vault.hold(itemId, new Secret(code), enteredAtMs);
}

function send(vault: CodeVault, itemId: number, code: string): void {
  expect(hold(vault, itemId, code)).toEqual(OK);
  vault.spend(itemId);
}

describe('a code on its way', () => {
  test('is held with the moment at which it was typed', () => {
    const vault = createCodeVault();
    expect(vault.held(1)).toBeNull();
    expect(hold(vault, 1, '012345', 77)).toEqual(OK);
    expect(vault.held(1)?.code.reveal()).toBe('012345');
    expect(vault.held(1)?.enteredAtMs).toBe(77);
    expect(vault.held(2)).toBeNull();
  });

  test('keeps its place: a second one is refused, and the first is not lost', () => {
    const vault = createCodeVault();
    hold(vault, 1, '012345');
    expect(hold(vault, 1, '999999')).toEqual(BUSY);
    expect(hold(vault, 1, '012345')).toEqual(BUSY);
    expect(vault.held(1)?.code.reveal()).toBe('012345');
  });

  test('leaves the places of other items free, for the same code too', () => {
    const vault = createCodeVault();
    hold(vault, 1, '012345');
    expect(hold(vault, 2, '012345')).toEqual(OK);
  });

  test('shows nothing of itself', () => {
    const vault = createCodeVault();
    hold(vault, 1, '012345');
    expect(JSON.stringify(vault.held(1))).not.toContain('012345');
  });
});

describe('a code that was sent', () => {
  test('is not held any more and not taken again', () => {
    const vault = createCodeVault();
    send(vault, 1, '012345');
    expect(vault.held(1)).toBeNull();
    expect(hold(vault, 1, '012345')).toEqual(TRIED);
    expect(hold(vault, 1, '543210')).toEqual(OK);
  });

  test('is another code for another item', () => {
    const vault = createCodeVault();
    send(vault, 1, '012345');
    expect(hold(vault, 2, '012345')).toEqual(OK);
  });

  test('is told by all of its digits, leading zeros included', () => {
    const vault = createCodeVault();
    send(vault, 1, '012345');
    expect(hold(vault, 1, '12345')).toEqual(OK);
  });

  test('is remembered through the next seven', () => {
    const vault = createCodeVault();
    const codes = Array.from({ length: 9 }, (_, index) => `10000${index}`);
    for (const code of codes.slice(0, 8)) send(vault, 1, code);
    expect(hold(vault, 1, '100000')).toEqual(TRIED);
    send(vault, 1, '100008');
    expect(hold(vault, 1, '100001')).toEqual(TRIED);
    expect(hold(vault, 1, '100000')).toEqual(OK);
  });

  test('is forgotten with its item', () => {
    const vault = createCodeVault();
    send(vault, 1, '012345');
    send(vault, 2, '012345');
    vault.forget(1);
    expect(hold(vault, 1, '012345')).toEqual(OK);
    expect(hold(vault, 2, '012345')).toEqual(TRIED);
  });
});

describe('a code that was never sent', () => {
  test('can be typed again after it was dropped', () => {
    const vault = createCodeVault();
    hold(vault, 1, '012345');
    vault.drop(1);
    expect(vault.held(1)).toBeNull();
    expect(hold(vault, 1, '012345')).toEqual(OK);
  });

  test('goes with its item', () => {
    const vault = createCodeVault();
    hold(vault, 1, '012345');
    vault.forget(1);
    expect(vault.held(1)).toBeNull();
  });

  test('a drop does not forget what was sent before', () => {
    const vault = createCodeVault();
    send(vault, 1, '012345');
    hold(vault, 1, '543210');
    vault.drop(1);
    expect(hold(vault, 1, '012345')).toEqual(TRIED);
  });

  test('spending nothing remembers nothing', () => {
    const vault = createCodeVault();
    vault.spend(1);
    expect(hold(vault, 1, '012345')).toEqual(OK);
  });
});
