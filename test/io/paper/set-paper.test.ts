import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../../electron/contract/result.ts';
import { labelOf } from '../../../electron/core/paper/label-of.ts';
import { manifestOf, orderSheetOf } from '../../../electron/core/paper/order-papers.ts';
import type { Paper, PaperContents } from '../../../electron/core/paper/paper.ts';
import { receiptOf } from '../../../electron/core/paper/receipt-of.ts';
import { shiftReportOf } from '../../../electron/core/paper/shift-report-of.ts';
import { EN } from '../../../electron/core/paper/words/en.ts';
import type { Secret } from '../../../electron/core/secret.ts';
import { setPaper, type SetPaper } from '../../../electron/io/paper/set-paper.ts';
import { ANN, NOW_MS } from '../../core/build-state.ts';
import * as some from '../../core/paper/some-papers.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'set-paper-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function papersFor(displayName: string, surroundings = some.SURROUNDINGS): readonly Paper[] {
  const item = some.annsToken({ user: { ...ANN, displayName }, orderLine: { orderId: 1, line: 2 } });
  const orders = some.withOrder([
    some.orderLine(2, { ...ANN, displayName }, { done: { serialNumber: 'S-1', atMs: NOW_MS } }),
    some.orderLine(3, some.person('u3', displayName)),
  ]);
  const base = some.paperState([item], { orders });
  const stopped = { ...item, id: 2, state: { kind: 'stopped', problem: { code: 'token-taken' } } as const };
  const state = {
    ...base,
    items: base.items.set(2, stopped),
    nextItemId: 3,
    shift: { ...base.shift, sinceMs: NOW_MS },
  };
  const order = some.firstOrder(state);
  const contents: { readonly [K in keyof PaperContents]: PaperContents[K] | null } = {
    receipt: receiptOf(state, item, surroundings),
    label: labelOf(state, item, surroundings),
    orderSheet: orderSheetOf(state, order, surroundings),
    manifest: manifestOf(state, order, surroundings),
    shiftReport: shiftReportOf(state, { byOperator: [], head: null }, surroundings),
  };
  return Object.entries(contents).map(([kind, content]) => ({ kind, content }) as Paper);
}

function set(paper: Paper, path = folder): Promise<Result<SetPaper>> {
  return setPaper(paper, EN, path);
}

async function htmlOf(paper: Paper): Promise<string> {
  const made = await set(paper);
  return made.ok ? made.value.html : `${made.problem.code} ${made.problem.detail}`;
}

describe.each(['Ann Example', some.LONG_NAME, some.ARABIC_NAME, some.CHINESE_NAME])('a person called %s', (name) => {
  test.each(papersFor(name))('stands whole on a $kind', async (paper) => {
    expect(await htmlOf(paper)).toContain(name);
  });
});

describe.each(['<script>alert(1)</script>', '{{words.practice}}', '"><img src=x onerror=y>'])('the name %s', (name) => {
  test.each(papersFor(name))('is text on a $kind', async (paper) => {
    const html = await htmlOf(paper);
    expect(html).not.toMatch(/<script|<img/);
    expect(html).not.toContain('PRACTICE');
    expect(html).toMatch(/&lt;script&gt;|\{\{words\.practice\}\}|&lt;img/);
  });
});

test.each(papersFor('Ann Example', some.IN_PRACTICE))('a $kind of practice says so', async (paper) => {
  expect(await htmlOf(paper)).toContain('PRACTICE');
});

test.each(papersFor('Ann Example'))('a $kind of a tenant does not', async (paper) => {
  expect(await htmlOf(paper)).not.toContain('PRACTICE');
});

test('a label has the serial number as text and as a drawing, and is as large as its paper', async () => {
  const [, label] = papersFor('Ann Example');
  const made = label && (await set(label));
  expect(made).toMatchObject({ ok: true, value: { widthMm: 62, heightMm: 29 } });
  expect(label && (await htmlOf(label))).toMatch(/<svg [^>]*viewBox[\s\S]*GALT11420104/);
});

test('a template of the site that names nothing known is refused with the name', async () => {
  const site = await mkdtemp(join(folder, 'site-'));
  await writeFile(join(site, 'receipt.html'), '{{personNmae}} {{words.receipt.titel}}');
  const [receipt] = papersFor('Ann Example');
  expect(receipt && (await set(receipt, site))).toEqual({
    ok: false,
    problem: { code: 'template-broken', detail: 'receipt.html: nothing is called personNmae, words.receipt.titel' },
  });
});

/** `true` where a secret stands somewhere in T, else `never`. */
type Holds<T> = T extends Secret
  ? true
  : T extends readonly (infer E)[]
    ? Holds<E>
    : T extends object
      ? { [K in keyof T]: Holds<T[K]> }[keyof T]
      : never;

test('no paper has room for a secret: where it had, this would not compile', () => {
  const canHold: [Holds<Paper['content']>] extends [never] ? false : true = false;
  const isNoticed: [Holds<{ a: { b: Secret } }>] extends [never] ? false : true = true;
  expect([canHold, isNoticed]).toEqual([false, true]);
});
