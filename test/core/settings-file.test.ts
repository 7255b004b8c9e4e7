import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../electron/contract/result.ts';
import { parsePolicy, parseUserSettings } from '../../electron/core/settings-file.ts';
import { findRepeatedKey } from '../../electron/core/settings-json.ts';
import { SETTING_NAMES, type WrittenSettings } from '../../electron/core/settings-schema.ts';
import { anyPolicy, anyWritten, CLIENT, TENANT } from './settings-any.ts';

const PATH = '/etc/x.json';
const FILE = JSON.stringify({ tenantId: TENANT, clientId: CLIENT });

function refusal(read: Result<unknown>): string | undefined {
  if (read.ok) return 'taken';
  expect(read.problem.code).toBe('settings-malformed');
  return read.problem.detail;
}

describe('a settings file', () => {
  test.each([
    ['of the first version', FILE],
    ['with a byte order mark', `\uFEFF${FILE}`],
    ['with the line ends of Windows', FILE.replaceAll(',', ',\r\n').concat('\r\n')],
    ['with its ids in capitals', FILE.toUpperCase().replace('TENANTID', 'tenantId').replace('CLIENTID', 'clientId')],
  ])('%s is read', (_, text) => {
    expect(parseUserSettings(text, PATH)).toEqual({ ok: true, value: { tenantId: TENANT, clientId: CLIENT } });
    expect(parsePolicy(text, PATH)).toEqual({
      ok: true,
      value: { values: { tenantId: TENANT, clientId: CLIENT }, locked: [] },
    });
  });

  test('of nothing says nothing', () => {
    expect(parseUserSettings('{}', PATH)).toEqual({ ok: true, value: {} });
    expect(parsePolicy('{}', PATH)).toEqual({ ok: true, value: { values: {}, locked: [] } });
  });

  test('is read as it was written, whatever it says', () => {
    fc.assert(
      fc.property(anyWritten, anyPolicy, (user, { values, locked }) => {
        expect(parseUserSettings(JSON.stringify(user), PATH)).toEqual({ ok: true, value: user });
        const policy = parsePolicy(JSON.stringify({ ...values, locked }), PATH);
        expect(policy).toEqual({ ok: true, value: { values, locked } });
      }),
    );
  });
});

describe('a settings file that is wrong is refused whole, by its path', () => {
  test.each([
    ['empty', '', 'not JSON'],
    ['cut off', FILE.slice(0, -1), 'not JSON'],
    ['with a comment', `${FILE} // ours`, 'not JSON'],
    ['with two byte order marks', `\uFEFF\uFEFF${FILE}`, 'not JSON'],
    ['null', 'null', 'Invalid input: expected object, received null'],
    ['a list', `[${FILE}]`, 'Invalid input: expected object, received array'],
    ['a text', '"practice"', 'Invalid input: expected object, received string'],
    ['with a field twice', '{"undoMinutes":1,"cloud":"global","undoMinutes":2}', 'undoMinutes: is there twice'],
    [
      'with an endless field twice',
      `{"${'x'.repeat(99)}":1,"${'x'.repeat(99)}":2}`,
      `${'x'.repeat(40)}: is there twice`,
    ],
    ['with a field twice, spelt apart', '{"undoMinutes":1,"\\u0075ndoMinutes":2}', 'undoMinutes: is there twice'],
  ])('%s', (_, text, words) => {
    expect(refusal(parseUserSettings(text, PATH))).toBe(`${PATH}: ${words}`);
    expect(refusal(parsePolicy(text, PATH))).toBe(`${PATH}: ${words}`);
  });

  test.each<readonly [what: string, content: object, words: RegExp]>([
    ['an extra field', { clientSecret: 'canary' }, /: clientSecret: no such setting$/],
    ['many of them', { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 }, /: a, b, c, d, e: no such setting$/],
    ['one of a very long name', { ['canary'.padStart(200, 'x')]: 1 }, /: x{40}: no such setting$/],
    ['one of a name over two lines', { 'a\nb': 1 }, /: a\\nb: no such setting$/],
    ['a prototype', JSON.parse('{"__proto__":{"tenantId":1}}'), /: __proto__: no such setting$/],
    ['another case of a name', { TenantId: TENANT }, /: TenantId: no such setting$/],
    ['a tenant by name', { tenantId: 'canary.example' }, /: tenantId: Invalid GUID/],
    ['a GUID in braces', { tenantId: `{${TENANT}}` }, /: tenantId: /],
    ['a GUID with a blank', { clientId: `${CLIENT} ` }, /: clientId: /],
    ['a path in place of a GUID', { tenantId: '../../practice' }, /: tenantId: /],
    [
      'the placeholder of the manual',
      { tenantId: TENANT.replaceAll(/[\da-f]/g, '0') },
      /: tenantId: still the placeholder/,
    ],
    ['null', { clientId: null }, /: clientId: .*received null/],
    ['a cloud that is none', { cloud: 'canary' }, /: cloud: .*"global"\|"usGovernment"\|"usGovernmentDod"\|"china"$/],
    ['a set of scopes that is none', { scopeSet: 'all' }, /: scopeSet: .*"granular"\|"classic"$/],
    ['a way to sign in that is none', { signInBy: 'canary' }, /: signInBy: .*"browser"\|"deviceCode"$/],
    ['a word for a yes', { sharedDesk: 'no' }, /: sharedDesk: /],
    ['a number for a yes', { readsProfiles: 1, readsInventory: 0 }, /: readsProfiles: .*; readsInventory: /],
    ['a kiosk by a word', { selfService: 'true' }, /: selfService: /],
    ['minutes below nothing', { idleLockMinutes: -1 }, /: idleLockMinutes: /],
    ['too many minutes', { idleLockMinutes: 241, undoMinutes: 241 }, /: idleLockMinutes: .*; undoMinutes: /],
    ['half a minute', { undoMinutes: 0.5 }, /: undoMinutes: /],
    ['minutes in words', { undoMinutes: '5' }, /: undoMinutes: /],
    ['no name', { stationName: '' }, /: stationName: /],
    ['a name that is too long', { stationName: 'x'.repeat(41) }, /: stationName: /],
    ['a name with a blank at its end', { stationName: 'canary ' }, /: stationName: no control characters/],
    ['a name with a blank in front', { stationName: ' canary' }, /: stationName: no control characters/],
    ['a name that turns round', { stationName: 'a\u202Eb' }, /: stationName: no control characters/],
    ['a name over two lines', { stationName: 'a\nb' }, /: stationName: no control characters/],
  ])('%s, and by its field, without what was written there', (_, content, words) => {
    for (const parse of [parseUserSettings, parsePolicy]) {
      const told = refusal(parse(JSON.stringify(content), PATH));
      expect(told).toMatch(words);
      expect(told).not.toContain('canary');
    }
  });

  test('all wrong fields are named, up to five', () => {
    const told = refusal(
      parseUserSettings('{"tenantId":1,"clientId":2,"cloud":3,"scopeSet":4,"signInBy":5,"undoMinutes":-1}', PATH),
    );
    expect(told?.split('; ').map((words) => words.replace(`${PATH}: `, '').split(':')[0])).toEqual([
      'tenantId',
      'clientId',
      'cloud',
      'scopeSet',
      'signInBy',
    ]);
  });

  test('a user cannot lock, and a policy cannot lock what there is not', () => {
    expect(refusal(parseUserSettings('{"locked":[]}', PATH))).toBe(`${PATH}: locked: no such setting`);
    expect(refusal(parsePolicy('{"locked":["cloud","clientSecret"]}', PATH))).toMatch(/: locked\.1: /);
    expect(refusal(parsePolicy('{"locked":"cloud"}', PATH))).toMatch(/: locked: /);
    expect(parsePolicy(JSON.stringify({ locked: SETTING_NAMES }), PATH)).toMatchObject({
      value: { locked: SETTING_NAMES },
    });
  });

  test('the ends of what can be written are taken', () => {
    const ends: WrittenSettings = { idleLockMinutes: 240, undoMinutes: 240, stationName: 'x'.repeat(40) };
    expect(parseUserSettings(JSON.stringify(ends), PATH)).toEqual({ ok: true, value: ends });
    expect(parseUserSettings('{"stationName":"x"}', PATH)).toEqual({ ok: true, value: { stationName: 'x' } });
  });
});

describe('a key that is there twice', () => {
  test.each<readonly [json: string, key: string | null]>([
    ['{"a":1,"b":2}', null],
    ['{"a":1,"a":1}', 'a'],
    ['{"a" :1,"b":2,"a"\n:3}', 'a'],
    ['{"a":"a","b":"a"}', null],
    ['{"a":["b","b"]}', null],
    ['{"a":{"a":1}}', null],
    ['{"a":{"b":1},"b":2}', null],
    ['{"a":{"b":1,"b":2}}', 'b'],
    ['{"a":{},"a":2}', 'a'],
    ['[{"a":1},{"a":1}]', null],
    ['{"a":"}{\\"a\\":","b":1}', null],
    ['{"\\"":1,"\\"":2}', '"'],
    ['"a"', null],
  ])('in %s is %j', (json, key) => {
    expect(findRepeatedKey(json)).toBe(key);
  });

  test.each([
    ['of letters', JSON.stringify('x'.repeat(900_000))],
    ['of quotes', JSON.stringify('"'.repeat(400_000))],
    ['of lists in lists', '['.repeat(400_000) + ']'.repeat(400_000)],
    ['of objects in objects', '{"a":'.repeat(150_000) + '1' + '}'.repeat(150_000)],
  ])('is found behind a megabyte %s', (_, json) => {
    expect(findRepeatedKey(`{"b":${json},"b":1}`)).toBe('b');
  });

  test('is in no JSON that was made from a value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(findRepeatedKey(JSON.stringify(value, null, 1))).toBeNull();
      }),
    );
  });
});
