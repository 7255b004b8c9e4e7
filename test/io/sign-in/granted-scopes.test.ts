import { describe, expect, test } from 'vitest';
import { nameOfScope, scopesToAskFor } from '../../../electron/io/sign-in/granted-scopes.ts';

const GRAPH = 'https://graph.microsoft.com/';

describe('the scopes to ask for', () => {
  test.each([
    [
      ['User.Read', 'A.B'],
      ['A.B', 'openid', 'User.Read'],
      ['A.B', 'User.Read'],
    ],
    [['User.Read'], ['user.read', 'profile'], ['user.read']],
    [['User.Read'], [`${GRAPH}User.Read`], [`${GRAPH}User.Read`]],
    [[`${GRAPH}User.Read`], ['User.Read'], ['User.Read']],
    [['User.Read', 'A.B'], ['User.Read'], ['User.Read']],
    [['User.Read', 'A.B'], ['openid'], ['User.Read', 'A.B']],
    [['User.Read'], [], ['User.Read']],
  ])('of %j, with %j granted, are %j', (wanted, granted, asked) => {
    expect(scopesToAskFor(wanted, granted)).toEqual(asked);
  });
});

test('a scope is called by its name without Graph, and one of another service as it is', () => {
  expect(nameOfScope(`${GRAPH}User.Read`)).toBe('User.Read');
  expect(nameOfScope('User.Read')).toBe('User.Read');
  expect(nameOfScope('https://other.example/User.Read')).toBe('https://other.example/User.Read');
});
