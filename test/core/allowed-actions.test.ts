import { describe, expect, test } from 'vitest';
import { allowedActions } from '../../electron/core/allowed-actions.ts';
import { itemIn } from './build-state.ts';

describe('what may be asked for about an item', () => {
  test.each([
    ['needsUser', ['chooseUser', 'remove']],
    ['needsCode', ['enterCode', 'chooseUser', 'remove']],
    ['activating', []],
    ['waiting', []],
    ['unsure', ['readNow']],
    ['confirming', ['readNow']],
    ['activated', ['remove']],
    ['stopped', ['retry', 'chooseUser', 'remove']],
  ] as const)('%s: %j', (kind, expected) => {
    expect(allowedActions(itemIn(kind))).toEqual(expected);
  });

  test('a token that is this person\u2019s already takes a code, and no other person', () => {
    expect(allowedActions(itemIn('needsCode', { methodId: 'm1' }))).toEqual(['enterCode', 'remove']);
    expect(allowedActions(itemIn('stopped', { methodId: 'm1' }))).toEqual(['retry', 'remove']);
  });
});
