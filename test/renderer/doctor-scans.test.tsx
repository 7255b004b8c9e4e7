// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { DoctorView } from '../../electron/contract/doctor.ts';
import { splitBytes } from '../../renderer/doctor/split-bytes.ts';
import { makeNotice } from '../fakes/fake-station.ts';
import { makeDoctor, makeReport, makeSiteRule, makeTest } from '../fakes/make-doctor.ts';
import { renderDesk, type RenderedDesk } from './render-desk.tsx';

function openDoctor(change: Partial<DoctorView>): RenderedDesk {
  return renderDesk({ doctor: makeDoctor(change) });
}

function pane(): HTMLElement {
  return screen.getByRole('region', { name: 'Test scan' });
}

/** The text of each entry of the lists of tests and reports. */
function entries(): readonly string[] {
  return within(pane())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
}

describe('a tested scan', () => {
  test('none yet says what to do', () => {
    openDoctor({});
    expect(within(pane()).getByText('Scan any label')).toBeTruthy();
  });

  test('says what it is, from which reader, by which symbology, and what is used of it', () => {
    openDoctor({ tests: [makeTest({ scannedText: 'S/N:GALT11420104' })] });
    expect(entries()[0]).toContain('Serial numberBench left · Code 128 · ]C0');
    expect(entries()[0]).toContain('S/N:GALT11420104→is used asGALT11420104');
  });

  test('a label that is used as it is, is said once', () => {
    openDoctor({ tests: [makeTest({ symbology: 'a-newer-kind', aimId: null })] });
    expect(entries()[0]).toMatch(/Bench left · a-newer-kind.*GALT11420104used as it is$/);
  });

  test('the rules that led there, in words: known, of this site, and newer than the texts', () => {
    const steps = [
      { rule: 'serial-mark', before: 'SN 2600124809787', after: '2600124809787' },
      { rule: 'site-1', before: '2600124809787', after: '2600124809787' },
      { rule: 'a-newer-rule', before: 'x', after: '' },
    ];
    openDoctor({ siteRules: [makeSiteRule()], tests: [makeTest({ steps })] });
    const list = within(screen.getByRole('list', { name: 'Rules that led there' })).getAllByRole('listitem');
    expect(list.map(({ textContent }) => textContent)).toEqual([
      '“S/N” or the like in front is left outSN 2600124809787 → 2600124809787',
      'This site’s rule: Begins with 2600, 13 digits, Code 128, is a serial number',
      'a-newer-rule',
    ]);
  });

  test('a refused one says why and what to do', () => {
    const problem = { code: 'scan-retail-code' } as const;
    openDoctor({ tests: [makeTest({ means: 'refused', scannedText: '4006381333931', used: null, problem })] });
    expect(entries()[0]).toContain('Not taken');
    expect(within(pane()).getByText('Scan the code on the token itself, beside its serial number.')).toBeTruthy();
  });

  test('the newest stands on top; those before it fold to their outcome', () => {
    const problem = { code: 'scan-asset-tag' } as const;
    const old = makeTest({ seq: 1, means: 'refused', scannedText: 'ASSET-1', used: null, problem });
    openDoctor({ tests: [old, makeTest({ seq: 2 })] });
    expect(entries()[0]).toContain('GALT11420104');
    expect(entries()[1]).toContain('That is an asset tag');
    expect(within(pane()).queryByText('Scan the token’s own label.')).toBeNull();
  });

  test('a text that may hold a secret is said not to be shown', () => {
    const problem = { code: 'scan-holds-secret' } as const;
    const steps = [{ rule: 'secret-link', before: '', after: '' }];
    openDoctor({ tests: [makeTest({ means: 'refused', scannedText: '', used: null, problem, steps })] });
    expect(within(pane()).getByText('Not shown: it may hold a secret.')).toBeTruthy();
    expect(within(pane()).getByText('A link that carries a token’s secret')).toBeTruthy();
    expect(pane().textContent).not.toContain('→');
  });
});

describe('a report', () => {
  const report = makeReport();

  test('shows its bytes, and its fields in words', () => {
    openDoctor({ reports: [report] });
    expect(entries()[0]).toContain('02 0c 5d 43 30 47 41 4c 54 31 31 34');
    expect(entries()[0]).toContain('40 × 0064 bytes · 12 bytes of data from byte 5 · AIM identifier ]C0');
  });

  test('that goes on, and one that could not be read', () => {
    const fields = { dataOffsetBytes: 5, dataLengthBytes: 1, aimId: null, continued: true };
    const problem = { code: 'report-malformed' } as const;
    openDoctor({
      reports: [
        makeReport({ seq: 1, fields }),
        makeReport({ seq: 2, bytesHex: '02', lengthBytes: 1, fields: null, problem }),
      ],
    });
    expect(entries()[0]).toMatch(/02 1 byteThe reader sent something unreadable$/);
    expect(entries()[1]).toContain('1 byte of data from byte 5 · goes on in the next report');
  });

  test('whose bytes are held back shows none, and says why', () => {
    openDoctor({ reports: [makeReport({ bytesHex: null, fields: null })] });
    expect(within(pane()).getByText(/^Not shown: it may hold a secret/)).toBeTruthy();
    expect(entries()[0]).not.toMatch(/\b[0-9a-f]{2} [0-9a-f]{2}\b/);
  });

  test('none yet', () => {
    openDoctor({});
    expect(within(pane()).getByText(/Nothing yet\. Each report/)).toBeTruthy();
  });
});

describe('the bytes of a report', () => {
  const parts = (hex: string, fields: Parameters<typeof splitBytes>[1]): string =>
    splitBytes(hex, fields)
      .flatMap((group) => (group.kind === 'bytes' ? group.bytes : []))
      .map(({ part }) => part.charAt(0))
      .join('');
  const fields = { dataOffsetBytes: 5, dataLengthBytes: 2, aimId: ']C0', continued: false };

  test('are marked as data and identifier, with and without its bracket', () => {
    expect(parts('02025d43304142', fields)).toBe('rraaadd');
    expect(parts('02020043304142', fields)).toBe('rrraadd');
    expect(parts('02020000004142', fields)).toBe('rrrrrdd');
    expect(parts('02020000004142', null)).toBe('rrrrrrr');
  });

  test('an identifier that stands in the data is data, and the one behind it is found', () => {
    const aimBehind = { ...fields, dataOffsetBytes: 2, dataLengthBytes: 3 };
    expect(parts('02035d43305d4330', aimBehind)).toBe('rrdddaaa');
    expect(parts('0203000000004330', { ...fields, dataOffsetBytes: 6 })).toBe('rrrrrrdd');
  });

  const lengths = (hex: string, read: Parameters<typeof splitBytes>[1]): readonly string[] =>
    splitBytes(hex, read).map((group) => (group.kind === 'bytes' ? `${group.bytes.length}` : `zeros ${group.count}`));

  test('stand in groups of eight; a long run of nothing is counted, wherever it stands', () => {
    const head = `0202${'00'.repeat(3)}4142`;
    expect(lengths(head + '00'.repeat(57), fields)).toEqual(['8', 'zeros 56']);
    expect(lengths(`${head}${'00'.repeat(25)}6a${'00'.repeat(9)}`, fields)).toEqual(['8', 'zeros 24', '8', 'zeros 2']);
  });

  test('nothing that was read as data is left out', () => {
    const all = { ...fields, dataOffsetBytes: 0, dataLengthBytes: 17 };
    expect(lengths('00'.repeat(24), all)).toEqual(['8', '8', '8']);
  });
});

describe('what is heard of it', () => {
  function said(): readonly (string | null)[] {
    return screen.getAllByRole('log').flatMap((log) => [...log.children].map(({ textContent }) => textContent));
  }

  test('a test has its own quiet sound and is said with why it would be refused', () => {
    const { push, played } = openDoctor({});
    push({ notices: [makeNotice({ seq: 1, kind: 'scanTested' })] });
    const problem = { code: 'scan-asset-tag' } as const;
    push({ notices: [makeNotice({ seq: 2, kind: 'scanTested', text: '', problem })] });
    expect(played.map(({ name }) => name)).toEqual(['scanTested', 'scanTested']);
    expect(said()).toEqual(['Tested. GALT11420104', 'Tested. That is an asset tag. Scan the token’s own label.']);
  });

  test('a test is no scan of the queue', () => {
    const taken = makeNotice({ seq: 1, text: '70029370' });
    renderDesk({ notices: [taken, makeNotice({ seq: 2, kind: 'scanTested', text: 'ASSET-1' })] });
    const strip = screen.getByRole('group', { name: 'Last scan' });
    expect(strip.textContent).toContain('70029370');
    expect(strip.textContent).not.toContain('ASSET-1');
  });

  test('a reader in trouble is said at once, with what to do', () => {
    const { push, played } = renderDesk();
    const problem = { code: 'reader-claimed' } as const;
    push({ notices: [makeNotice({ kind: 'readerTroubled', text: 'Cart', readerName: 'Cart', problem })] });
    expect(played.map(({ name }) => name)).toEqual(['readerTroubled']);
    expect(said()).toEqual([
      'Cart cannot be used. Another program holds this reader. Close the program that uses it, then look again with F10.',
    ]);
    const urgent = screen.getAllByRole('log').find((log) => log.getAttribute('aria-live') === 'assertive');
    expect(urgent?.textContent).toContain('Cart cannot be used.');
  });
});
