import { describe, expect, test } from 'vitest';
import {
  offeredZeros,
  personText,
  putBackZeros,
  readWorkOrderRows,
  readWorkOrderSheet,
  type SheetRow,
} from '../../electron/core/work-order.ts';
import { findWorkOrderColumns } from '../../electron/core/work-order-columns.ts';

function read(...rows: readonly (readonly string[])[]) {
  const [header = [], ...others] = rows;
  const columns = findWorkOrderColumns(header);
  if (!columns) throw new Error('no columns');
  return readWorkOrderRows(
    others.map((cells, index): SheetRow => ({ line: index + 2, cells })),
    columns,
  );
}

describe('the columns of a work order', () => {
  test.each([
    ['UPN', 'userPrincipalName'],
    ['User Principal Name', 'userPrincipalName'],
    ['E-Mail', 'userPrincipalName'],
    ['Employee ID', 'employeeId'],
    ['employee_number', 'employeeId'],
    ['Staff No.', 'employeeId'],
    ['ＵＰＮ', 'userPrincipalName'],
    ['Sign-in (UPN)', 'userPrincipalName'],
    ['Employee ID (HR system)', 'employeeId'],
    ['\uFEFF "upn" ', 'userPrincipalName'],
  ] as const)('%s names a person', (header, column) => {
    expect(findWorkOrderColumns(['Ticket', header])?.at.get(column)).toBe(1);
  });

  test('a list that names no person is none', () => {
    expect(findWorkOrderColumns(['serial', 'secret key'])).toBeNull();
  });

  test('of two columns that mean the same, the plainer one is taken, and the other is told', () => {
    const columns = findWorkOrderColumns(['User', 'E-Mail', 'UPN', 'upn']);
    expect(columns?.at.get('userPrincipalName')).toBe(2);
    expect(columns?.ignored).toEqual(['User', 'E-Mail', 'upn']);
  });

  test('what means nothing here is told', () => {
    expect(findWorkOrderColumns(['upn', 'Cost centre', ''])?.ignored).toEqual(['Cost centre']);
  });
});

describe('the lines of a work order', () => {
  test('each has its person, request, model and note, as they are written', () => {
    expect(
      read(['Request', 'UPN', 'Name', 'Model', 'Note'], ['RITM17', ' anna@example.com ', 'Anna', 'C301', 'floor 2']),
    ).toEqual([
      {
        line: 2,
        person: 'anna@example.com',
        personBy: 'userPrincipalName',
        name: 'Anna',
        requestNumber: 'RITM17',
        model: 'C301',
        note: 'floor 2',
        faults: [],
      },
    ]);
  });

  test('where there are both, the sign-in name is used, and the employee id where it is missing', () => {
    const lines = read(['upn', 'employee id'], ['anna@example.com', '0040101'], ['', '0040108']);
    expect(lines.map(({ person, personBy }) => [person, personBy])).toEqual([
      ['anna@example.com', 'userPrincipalName'],
      ['0040108', 'employeeId'],
    ]);
  });

  test('empty rows are left out, and the numbers of the others stay', () => {
    expect(read(['upn'], ['a@example.com'], ['  '], ['b@example.com']).map(({ line }) => line)).toEqual([2, 4]);
  });

  test.each([
    ['nobody', '', { kind: 'personMissing' }],
    ['a rounded number', '1.23E+12', { kind: 'rounded' }],
    ['a rounded number of another country', '1,23456E+15', { kind: 'rounded' }],
    ['a formula', '=HYPERLINK("http://x")', { kind: 'formula' }],
    ['a formula that begins with a plus', '+cmd|calc', { kind: 'formula' }],
  ])('%s is told', (_what, person, fault) => {
    expect(read(['employee id', 'note'], [person, 'x'])[0]?.faults).toEqual([fault]);
  });

  test('a formula in a note is told, a negative number is none', () => {
    const lines = read(['upn', 'note'], ['a@example.com', '=1+1'], ['b@example.com', '-5']);
    expect(lines.map(({ faults }) => faults.length)).toEqual([1, 0]);
  });

  test('somebody who stands there twice is told with the first line, whatever the case', () => {
    const lines = read(['upn'], ['anna@example.com'], ['ANNA@example.com']);
    expect(lines.map(({ faults }) => faults)).toEqual([[], [{ kind: 'personTwice', firstLine: 2 }]]);
  });

  test('lost zeros are offered where the others are longer, and nothing is changed', () => {
    const ids = ['004711', '004712', '004713', '004714', '715'];
    const lines = read(['employee id'], ...ids.map((id) => [id]));
    expect(lines.at(-1)).toMatchObject({
      person: '715',
      faults: [{ kind: 'zerosMaybeLost', suggestion: '000715' }],
    });
    expect(lines.slice(0, 4).flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('a list too short to tell how long an id is offers nothing', () => {
    expect(read(['employee id'], ['004711'], ['004712'], ['715']).flatMap(({ faults }) => faults)).toEqual([]);
  });
});

describe('the sheet of a work order', () => {
  const sheet = (...rows: readonly (readonly string[])[]) =>
    readWorkOrderSheet(rows.map((cells, index) => ({ line: index + 1, cells })));

  test('may have a title above its header, and what separates its cells', () => {
    expect(sheet(['sep='], ['Report of May', ''], ['upn', 'Desk'], ['a@example.com', '7'])).toMatchObject({
      ok: true,
      value: { lines: [{ line: 4, person: 'a@example.com' }], ignoredColumns: ['Desk'] },
    });
  });

  test('whose header stands further down is none', () => {
    const rows = Array.from({ length: 5 }, () => ['x']);
    expect(sheet(...rows, ['upn'], ['a@example.com'])).toEqual({
      ok: false,
      problem: { code: 'sheet-names-nobody' },
    });
  });

  test('with a header and no people is empty', () => {
    expect(sheet(['upn'], [' '], [])).toEqual({ ok: false, problem: { code: 'order-empty' } });
  });

  test('rows with too few and too many cells are read as far as they go', () => {
    const uneven = sheet(['upn', 'note'], ['a@example.com'], ['b@example.com', 'n', 'more', 'and more']);
    expect(uneven).toMatchObject({ value: { lines: [{ note: '' }, { note: 'n' }] } });
  });

  test('may be longer than what a function takes', () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => ({ line: index + 2, cells: [String(100_000 + index)] }));
    const long = readWorkOrderSheet([{ line: 1, cells: ['employee id'] }, ...rows]);
    expect(long.ok && long.value.lines.length).toBe(200_000);
  });
});

describe('a person', () => {
  test('is found without the signs that nobody sees', () => {
    expect(read(['upn'], ['\u200Banna@example.com\u2060 '])[0]?.person).toBe('anna@example.com');
    expect(read(['employee id'], ['\uFEFF00471'])[0]?.person).toBe('00471');
  });

  test('is the same in either case, and another one by another name', () => {
    const ann = { person: 'Ann@x', personBy: 'userPrincipalName' } as const;
    expect(personText(ann)).toBe(personText({ ...ann, person: 'ann@X' }));
    expect(personText(ann)).not.toBe(personText({ ...ann, personBy: 'employeeId' }));
  });
});

describe('putting back zeros', () => {
  const lines = read(['employee id'], ...['00471', '00472', '00473', '00474', '475', '00475', '476'].map((id) => [id]));

  test('in one line changes that one and what follows from it', () => {
    const changed = putBackZeros(lines, 6);
    expect(changed?.map(({ person }) => person)).toEqual(['00471', '00472', '00473', '00474', '00475', '00475', '476']);
    expect(changed?.[5]?.faults).toEqual([{ kind: 'personTwice', firstLine: 6 }]);
    expect(changed?.map(offeredZeros).filter((one) => one !== null)).toEqual(['00476']);
  });

  test('in all leaves none to offer, and where none are there is nothing to do', () => {
    const changed = putBackZeros(lines, null) ?? [];
    expect(changed.map(offeredZeros).every((one) => one === null)).toBe(true);
    expect(putBackZeros(changed, null)).toBeNull();
    expect(putBackZeros(lines, 2)).toBeNull();
    expect(putBackZeros(lines, 99)).toBeNull();
  });

  test('one id that is too long hides none that are too short', () => {
    const odd = read(['employee id'], ...['00471', '00472', '00473', '00474', '475', '1004760'].map((id) => [id]));
    expect(odd.map(offeredZeros)).toEqual([null, null, null, null, '00475', null]);
  });

  test('where the lengths are mixed, nothing is offered', () => {
    const mixed = read(['employee id'], ...['1', '22', '333', '4444', '55555', '55556', '55557'].map((id) => [id]));
    expect(mixed.map(offeredZeros).filter((one) => one !== null)).toEqual([]);
  });
});
