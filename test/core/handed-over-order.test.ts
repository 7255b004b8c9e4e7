import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, parseOrderFile, tenantOf, toOrderFile } from '../../electron/core/handed-over-order.ts';

const USER = {
  id: 'u1',
  displayName: 'Ann',
  userPrincipalName: 'ann@example.com',
  mail: null,
  department: null,
  jobTitle: null,
  employeeId: null,
};
const LINE = { line: 2, user: USER, requestNumber: '', model: '', note: '', isSkipped: false, done: null };
const ORDER = {
  tenant: 'practice',
  orderKey: 'k',
  name: 'n',
  goal: 'assign' as const,
  station: 's',
  handedOverAtMs: 1,
  lines: [LINE],
};
const FILE = toOrderFile(ORDER);

describe('the content of an order file', () => {
  test('is the order with the name and the version of its format', () => {
    expect(FILE).toMatchObject({ format: 'token-station-work-order', version: 1 });
    expect(parseOrderFile(FILE)).toEqual({ ok: true, value: ORDER });
  });

  test.each([
    ['another format', { format: 'x' }, 'format'],
    ['a later version', { version: 2 }, 'version'],
    ['a field that is not known', { extra: 1 }, 'unrecognized_keys'],
    ['no key', { orderKey: '' }, 'orderKey'],
    ['another goal', { goal: 'revoke' }, 'goal'],
    ['a line twice', { lines: [LINE, LINE] }, 'lines'],
    ['line 0', { lines: [{ ...LINE, line: 0 }] }, 'lines.0.line'],
    ['somebody without an id', { lines: [{ ...LINE, user: { ...USER, id: '' } }] }, 'lines.0.user.id'],
    [
      'a token without a serial number',
      { lines: [{ ...LINE, done: { serialNumber: '', atMs: 1 } }] },
      'lines.0.done.serialNumber',
    ],
    ['a text without an end', { name: 'x'.repeat(5_000) }, 'name'],
  ])('with %s is none, and the field is named', (_what, change, detail) => {
    expect(parseOrderFile({ ...FILE, ...change })).toEqual({
      ok: false,
      problem: { code: 'order-file-damaged', detail },
    });
  });

  test('the field is named and never its value', () => {
    const parsed = parseOrderFile({ ...FILE, goal: 'somebody@example.com' });
    expect(JSON.stringify(parsed)).not.toContain('somebody');
  });
});

describe('the text that the checksum is over', () => {
  test('is the same for every order of the keys, and says everything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalText(turned(value))).toBe(canonicalText(value));
      }),
    );
  });

  test('is another one for another content', () => {
    expect(canonicalText({ a: [1, 2] })).not.toBe(canonicalText({ a: [2, 1] }));
    expect(canonicalText({ a: null })).not.toBe(canonicalText({}));
  });
});

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, turned(part)]),
  );
}

test('practice is a tenant of its own', () => {
  expect(tenantOf({ kind: 'practice', problem: null })).toBe('practice');
  expect(tenantOf({ kind: 'tenant', name: 'id', graphHost: 'h' })).toBe('id');
});
