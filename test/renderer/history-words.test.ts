// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { HistoryDetail, HistoryEntry, HistoryKind } from '../../electron/contract/history.ts';
import { text } from '../../renderer/i18n.ts';
import { endOfDay, formatMoment, startOfDay } from '../../renderer/history/entry-time.ts';
import { detailTexts, historyTexts, historyWords } from '../../renderer/history/history-words.ts';
import en from '../../renderer/text/en.json' with { type: 'json' };
import { makeEntry } from './history-scenes.ts';

const KINDS = Object.keys(historyTexts) as readonly HistoryKind[];
const DETAILS = Object.keys(detailTexts) as readonly HistoryDetail[];

/** Nothing left over: words of a kind that there is not would not compile. */
const NO_LEFT_OVER: readonly [
  Readonly<Record<keyof typeof en.history.kind, true>>,
  Readonly<Record<keyof typeof en.history.detail, true>>,
] = [
  Object.fromEntries(KINDS.map((kind) => [kind, true])) as Record<HistoryKind, true>,
  Object.fromEntries(DETAILS.map((detail) => [detail, true])) as Record<HistoryDetail, true>,
];

/** What the words of a kind are never without. */
const USUAL: Readonly<Partial<Record<HistoryKind, HistoryDetail>>> = { scanned: 'firstScan', codeProved: 'clockRight' };

function words(change: Partial<HistoryEntry>): string {
  return historyWords(text.t, makeEntry(change));
}

describe('the words of an entry', () => {
  test.each(Object.keys(NO_LEFT_OVER[0]) as readonly HistoryKind[])(
    '%s is one sentence, whatever is known of it',
    (kind) => {
      const detail = USUAL[kind] ?? null;
      const unknown = { serialNumber: null, userName: null, operator: null };
      for (const entry of [
        words({ kind, detail }),
        words({ kind, detail, ...unknown }),
        words({ kind, detail, note: 'x' }),
      ]) {
        expect(entry).toMatch(/^[A-Za-z].*\.\s*$/);
        expect(entry).not.toMatch(/\{\{|\}\}|null|undefined/);
      }
    },
  );

  test.each(Object.keys(NO_LEFT_OVER[1]) as readonly HistoryDetail[])('the detail %s has words', (detail) => {
    expect(detailTexts[detail]).toMatch(/\S/);
  });

  test.each([
    [{}, 'Activated GALT11420104 for Anna Conti: Graph said yes.'],
    [
      { kind: 'scanned', detail: 'scannedAgain', readerName: 'Bench left' },
      'Scanned again: GALT11420104 with Bench left.',
    ],
    [{ kind: 'methodRead', detail: 'notTheirs' }, 'Read back GALT11420104 of Anna Conti: it is not theirs.'],
    [
      { kind: 'codeProved', detail: 'clockSlow', number: 1_020 },
      'A code proved that this is GALT11420104. Its clock is 1,020 s slow.',
    ],
    [{ kind: 'idChecked', note: 'identityCard' }, 'Saw the ID of Anna Conti for GALT11420104: identity card.'],
    [{ kind: 'idChecked', note: 'Company pass' }, 'Saw the ID of Anna Conti for GALT11420104: Company pass.'],
    [{ kind: 'operatorNoted', detail: 'signedIn' }, 'M. Ferri began to work here.'],
    [{ kind: 'operatorNoted', detail: 'signedOut', operator: null }, 'Somebody ended their work here.'],
    [{ kind: 'shiftCompared', number: 12 }, 'Compared 12 tokens of the shift with the tenant. Differences: none.'],
    [{ kind: 'takeBackRead', detail: 'stillThere' }, 'Read the tokens of Anna Conti: GALT11420104 is still there.'],
    [{ kind: 'activationRefused', serialNumber: null, userName: null }, 'Graph refused a token for somebody.'],
  ] satisfies readonly (readonly [Partial<HistoryEntry>, string])[])('%j says "%s"', (change, said) => {
    expect(words(change)).toBe(said);
  });

  test('what people and labels are called is never read as a place for words, nor as markup', () => {
    expect(words({ userName: '{{serial}} <b>$t(queue.title)</b>' })).toContain('{{serial}} <b>$t(queue.title)</b>');
  });
});

describe('days', () => {
  test('a day begins at its midnight here and ends where the next one begins, also when the clocks change', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2026-11-01', '2026-12-31', '2028-02-29']) {
      const [from, to] = [startOfDay(day), endOfDay(day)];
      expect(new Date(from ?? 0).getHours()).toBe(0);
      expect(new Date(to ?? 0).getHours()).toBe(0);
      expect(new Date((to ?? 0) - 1).getDate()).toBe(Number(day.slice(-2)));
    }
  });

  test.each(['', '2026-13-01', 'x'])('"%s" is no day', (day) => {
    expect([startOfDay(day), endOfDay(day)]).toEqual([null, null]);
  });

  test('a day before all journals begins with them', () => {
    expect(startOfDay('1066-10-14')).toBe(0);
  });

  test('a moment is written with its seconds, and what is no date as it is', () => {
    expect(formatMoment(new Date(2026, 10, 24, 9, 5, 7).getTime())).toMatch(/2026.*07/);
    expect(formatMoment(Number.MAX_SAFE_INTEGER)).toBe('9007199254740991');
  });
});
