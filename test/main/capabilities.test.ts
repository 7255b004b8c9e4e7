import { describe, expect, test } from 'vitest';
import { createPractice } from '../../electron/practice/practice.ts';
import { PRACTICE_OPERATOR } from '../../electron/practice/practice-data.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { compose, makeDataFolder, PRACTICE } from './compose-bench.ts';

describe('what the operator may do', () => {
  test('is known in practice from the start, where a box can be put into the inventory, too', async () => {
    const { station } = await compose(makeDataFolder(), PRACTICE);
    expect(station.snapshot().capabilities).toEqual([
      { capability: 'issueToOthers', is: 'yes', basis: 'role', missing: [], problem: null },
      {
        capability: 'issueToAdmins',
        is: 'unknown',
        basis: 'role',
        missing: ['Privileged Authentication Administrator'],
        problem: null,
      },
      { capability: 'issueToSelf', is: 'yes', basis: 'scope', missing: [], problem: null },
      { capability: 'findPeople', is: 'yes', basis: 'scope', missing: [], problem: null },
      { capability: 'readProfiles', is: 'yes', basis: 'scope', missing: [], problem: null },
      { capability: 'readInventory', is: 'yes', basis: 'read', missing: [], problem: null },
      { capability: 'writeInventory', is: 'yes', basis: 'role', missing: [], problem: null },
    ]);
  });

  test('is open at a served tenant, whose token tells nothing: it is not taken apart, and nothing is asked', async () => {
    const heard: string[] = [];
    const tenant = createPractice({ clock: createHandClock().clock });
    const served = {
      environment: {
        TOKEN_STATION_GRAPH_URL: 'http://127.0.0.1:4000/beta',
        TOKEN_STATION_ACCESS_TOKEN: PRACTICE_OPERATOR.accessToken,
      },
    };
    const { station } = await compose(makeDataFolder(), served, (request) => {
      heard.push(request.url);
      return tenant.fetch(request);
    });
    const capabilities = station.snapshot().capabilities ?? [];
    expect(new Set(capabilities.map(({ is }) => is))).toEqual(new Set(['unknown']));
    expect(heard).toEqual([]);
  });
});
