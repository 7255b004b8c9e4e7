import { describe, expect, test } from 'vitest';
import { readScanText } from '../../electron/core/scan-grammar.ts';
import {
  PRACTICE_DATA,
  PRACTICE_LABELS,
  PRACTICE_OPERATORS,
  PRACTICE_TOKENS,
} from '../../electron/practice/practice-data.ts';
import {
  ADMIN_TARGET,
  DEPOT_CLERK,
  EXPECTS_TOKEN,
  FIVE_METHODS,
  FORMER_COLLEAGUE,
  GUEST,
  PRACTICE_PEOPLE,
  TOKEN_HOLDER,
  TWIN_HOLDER,
} from '../../electron/practice/practice-people.ts';
import { isAdmin } from '../../electron/practice/roles.ts';
import { verifyCode } from '../../electron/practice/totp.ts';
import { readDisplay } from '../../electron/practice/virtual-token.ts';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the people of the practice tenant', () => {
  test('are forty-three, each with an id, a sign-in name and an employee number of their own', () => {
    expect(PRACTICE_PEOPLE).toHaveLength(43);
    for (const key of ['id', 'userPrincipalName', 'employeeId'] as const) {
      expect(new Set(PRACTICE_PEOPLE.map((person) => person[key])).size).toBe(43);
    }
    expect(PRACTICE_PEOPLE.filter(({ id }) => !GUID.test(id))).toEqual([]);
  });

  test('two of them have the same name in different departments', () => {
    const namesakes = PRACTICE_PEOPLE.filter(({ displayName }) => displayName === 'Anna Schmidt');
    expect(new Set(namesakes.map(({ department }) => department)).size).toBe(2);
  });

  test('one is a guest, one has five methods, one has left, and all three are different people', () => {
    expect(PRACTICE_PEOPLE.filter(({ userType }) => userType === 'Guest')).toEqual([GUEST]);
    expect(PRACTICE_PEOPLE.filter(({ accountEnabled }) => !accountEnabled)).toEqual([FORMER_COLLEAGUE]);
    expect(PRACTICE_PEOPLE.filter(({ authenticatorCount }) => authenticatorCount === 5)).toEqual([FIVE_METHODS]);
  });

  test('two hold roles that only a Privileged Authentication Administrator may touch', () => {
    expect(PRACTICE_PEOPLE.filter(({ roles }) => isAdmin(roles))).toEqual([DEPOT_CLERK, ADMIN_TARGET]);
  });

  test('all live under a name that nobody can own', () => {
    expect(PRACTICE_PEOPLE.filter(({ userPrincipalName }) => !userPrincipalName.endsWith('.example'))).toEqual([]);
  });
});

describe('who signs in to the practice tenant', () => {
  const operators = Object.values(PRACTICE_OPERATORS);

  test('each has an access token of their own, and the tenant knows it', () => {
    expect(new Set(operators.map(({ accessToken }) => accessToken)).size).toBe(operators.length);
    expect(PRACTICE_DATA.callers).toEqual(operators);
  });

  test('whoever is a person is one of the tenant\u2019s', () => {
    const ids = PRACTICE_PEOPLE.map(({ id }) => id);
    expect(operators.filter(({ userId }) => userId !== null && !ids.includes(userId))).toEqual([]);
  });

  test('the one who practises has no more than the desk needs', () => {
    expect(PRACTICE_OPERATORS.desk).toMatchObject({
      roles: ['Authentication Administrator'],
      scopes: ['UserAuthMethod-HardwareOATH.ReadWrite.All', 'User.Read.All'],
    });
  });
});

describe('the tokens of the practice bench', () => {
  test('are eighteen with serial numbers and seeds of their own', () => {
    expect(PRACTICE_TOKENS).toHaveLength(18);
    expect(new Set(PRACTICE_TOKENS.map(({ serialNumber }) => serialNumber)).size).toBe(18);
    expect(new Set(PRACTICE_TOKENS.map(({ secret }) => Buffer.from(secret).toString('hex'))).size).toBe(18);
  });

  test('are all in the inventory, except the one that is not', () => {
    const serials = PRACTICE_DATA.tokens.map(({ serialNumber }) => serialNumber);
    const missing = PRACTICE_TOKENS.filter(({ serialNumber }) => !serials.includes(serialNumber));
    expect(missing).toMatchObject([{ note: 'notInInventory' }]);
  });

  test('one is somebody else’s', () => {
    const held = PRACTICE_DATA.tokens.filter(({ holder }) => holder?.userId === TOKEN_HOLDER.id);
    expect(held).toMatchObject([{ serialNumber: '60234567', holder: { status: 'activated' } }]);
  });

  test('one waits for its person to activate it', () => {
    const held = PRACTICE_DATA.tokens.filter(({ holder }) => holder?.userId === EXPECTS_TOKEN.id);
    expect(held).toMatchObject([{ serialNumber: 'VES0052663', holder: { status: 'assigned' } }]);
  });

  test('one is there twice at one person, under two ids and with one seed', () => {
    const held = PRACTICE_DATA.tokens.filter(({ holder }) => holder?.userId === TWIN_HOLDER.id);
    expect(held).toMatchObject([
      { serialNumber: 'GALT11420135', holder: { status: 'activated' }, isLegacy: true },
      { serialNumber: 'GALT11420135', holder: { status: 'assigned' } },
    ]);
    expect(new Set(held.map(({ deviceId }) => deviceId)).size).toBe(2);
    expect(held[0]?.secret).toEqual(held[1]?.secret);
  });

  test('of the two slow clocks, one is inside the window at every moment and one never', () => {
    const slow = PRACTICE_TOKENS.filter(({ note }) => note === 'slowClock');
    const accepted = slow.map((token) =>
      Array.from({ length: 180 }, (_, second) => 1_800_000_000_000 + second * 1_000).map(
        (nowMs) => verifyCode(token, readDisplay(token, nowMs).code, nowMs, -1) !== null,
      ),
    );
    expect(accepted.map((answers) => new Set(answers))).toEqual([new Set([true]), new Set([false])]);
  });

  test('the others show codes that are accepted', () => {
    const nowMs = 1_800_000_000_000;
    const right = PRACTICE_TOKENS.filter(({ clockOffsetMs }) => clockOffsetMs === 0);
    const rejected = right.filter((token) => verifyCode(token, readDisplay(token, nowMs).code, nowMs, -1) === null);
    expect(rejected).toEqual([]);
  });
});

describe('what lies on the practice bench, as the station reads it', () => {
  test.each(PRACTICE_TOKENS)('$serialNumber is a serial number', ({ serialNumber }) => {
    expect(readScanText(serialNumber, ']C0')).toMatchObject({ kind: 'serialNumber', serialNumber });
  });

  const refusals = {
    retailCode: 'scan-retail-code',
    assetTag: 'scan-asset-tag',
    link: 'scan-link',
    secretLink: 'scan-holds-secret',
  } as const;

  test.each(PRACTICE_LABELS)('the $kind is refused for what it is', ({ kind, text, aimId }) => {
    expect(readScanText(text, aimId)).toMatchObject({ kind: 'refused', problem: { code: refusals[kind] } });
  });

  test('there is one label of each kind', () => {
    expect(PRACTICE_LABELS.map(({ kind }) => kind)).toEqual(Object.keys(refusals));
  });
});
