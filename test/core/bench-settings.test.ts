import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_BENCH, parseBenchSettings, type BenchSettings } from '../../electron/core/bench-settings.ts';

const FULL: BenchSettings = {
  readers: { '0c2e:0b87:16100B4A21': { name: 'Left', color: 3 } },
  typingScanners: ['05fe:1010'],
  siteRules: [
    {
      id: 'site-1',
      means: 'badge',
      before: 'EMP#',
      after: '',
      startsWith: '',
      alphabet: 'digits',
      dashes: 'none',
      shortest: 6,
      longest: 6,
      aimLetter: 'A',
    },
  ],
  readerProfiles: [
    {
      name: 'Token cradle',
      vendorId: '1234',
      productId: 'xxxx',
      usagePage: 'ff00',
      usage: '0001',
      mode: 'tokenReader',
      layout: {
        name: 'cradle',
        reportId: null,
        lengthBytes: 16,
        countOffsetBytes: null,
        aimOffsetBytes: null,
        dataOffsetBytes: 4,
        dataCapacityBytes: 8,
        continuedOffsetBytes: null,
        encoding: 'hex',
      },
      serialFrom: null,
    },
  ],
};

function reasonFor(value: unknown): string {
  const parsed = parseBenchSettings(JSON.stringify(value));
  if (parsed.ok) return 'read';
  expect(parsed.problem.code).toBe('settings-malformed');
  return parsed.problem.detail ?? '';
}

test('what was written is read', () => {
  expect(parseBenchSettings(JSON.stringify(FULL))).toEqual({ ok: true, value: FULL });
});

test('what is left out is empty', () => {
  expect(parseBenchSettings('{}')).toEqual({ ok: true, value: EMPTY_BENCH });
  expect(parseBenchSettings('{"typingScanners":["05fe:1010"]}')).toEqual({
    ok: true,
    value: { ...EMPTY_BENCH, typingScanners: ['05fe:1010'] },
  });
});

describe('a file that is wrong is refused whole, and the field is named', () => {
  const [rule] = FULL.siteRules;
  const [profile] = FULL.readerProfiles;
  test.each<readonly [what: string, value: unknown, detail: RegExp]>([
    ['a list', [], /expected object/],
    ['nothing', null, /expected object/],
    ['a text', 'readers', /expected object/],
    ['an unknown field', { scanners: [] }, /scanners/],
    ['a colour that is none', { readers: { a: { name: 'A', color: 7 } } }, /readers\.a\.color/],
    ['a device without numbers', { typingScanners: ['keyboard'] }, /typingScanners\.0/],
    ['numbers in capitals', { typingScanners: ['05FE:1010'] }, /typingScanners\.0/],
    ['a rule of unknown meaning', { siteRules: [{ ...rule, means: 'secret' }] }, /siteRules\.0\.means/],
    ['a rule with a pattern', { siteRules: [{ ...rule, pattern: '.*' }] }, /pattern/],
    ['a rule of no length', { siteRules: [{ ...rule, shortest: 0 }] }, /siteRules\.0\.shortest/],
    [
      'a profile with a short number',
      { readerProfiles: [{ ...profile, vendorId: '12' }] },
      /readerProfiles\.0\.vendorId/,
    ],
    [
      'a layout that begins before the report',
      { readerProfiles: [{ ...profile, layout: { ...profile?.layout, dataOffsetBytes: -1 } }] },
      /dataOffsetBytes/,
    ],
  ])('%s', (_what, value, detail) => {
    expect(reasonFor(value)).toMatch(detail);
  });

  test('what is no JSON', () => {
    expect(parseBenchSettings('{')).toEqual({ ok: false, problem: { code: 'settings-malformed', detail: 'not JSON' } });
  });

  test('whatever the file holds, it never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseBenchSettings(text)));
  });
});
