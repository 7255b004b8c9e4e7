import { describe, expect, test } from 'vitest';
import type { LookAhead, ReadOutcome } from '../../electron/core/graph-port.ts';
import { toFacts } from '../../electron/core/pre-flight-facts.ts';
import { device, method } from './build-facts.ts';

const refused = (code: 'not-permitted' | 'graph-unreachable'): ReadOutcome<never> => ({
  kind: 'failed',
  problem: { code },
  status: 403,
  retryAfterMs: null,
});
const told = <T>(value: T): ReadOutcome<T> => ({ kind: 'read', value });

const NOTHING: LookAhead = { methods: told([]), account: null, roles: null, authenticators: null, devices: null };

describe('the facts of a look ahead', () => {
  test('are what each part told', () => {
    const account = { isGuest: false, isEnabled: null };
    expect(
      toFacts({
        methods: told([method()]),
        account: told(account),
        roles: told([]),
        authenticators: told(2),
        devices: told([device()]),
      }),
    ).toEqual({
      account,
      roles: [],
      methods: [method()],
      authenticatorCount: 2,
      devices: [device()],
      unread: [],
    });
  });

  test('are unknown where it was not asked, and nothing is said of it', () => {
    expect(toFacts(NOTHING)).toEqual({
      account: null,
      roles: null,
      methods: [],
      authenticatorCount: null,
      devices: null,
      unread: [],
    });
  });

  test('are unknown where it was refused, and the refusal is told', () => {
    const problem = { code: 'not-permitted' };
    const read = toFacts({ ...NOTHING, account: refused('not-permitted'), devices: refused('not-permitted') });
    expect(read).toMatchObject({ account: null, devices: null, methods: [] });
    expect(read.unread).toEqual([
      { what: 'account', problem },
      { what: 'inventory', problem },
    ]);
  });

  test('tell once of methods that could not be read, the tokens before the apps', () => {
    const authenticators = refused('not-permitted');
    expect(toFacts({ ...NOTHING, authenticators }).unread).toEqual([
      { what: 'methods', problem: { code: 'not-permitted' } },
    ]);
    expect(toFacts({ ...NOTHING, methods: refused('graph-unreachable'), authenticators }).unread).toEqual([
      { what: 'methods', problem: { code: 'graph-unreachable' } },
    ]);
  });
});
