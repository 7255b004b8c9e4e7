import { FORMER_COLLEAGUE, GUEST, PRACTICE_PEOPLE } from './practice-people.ts';
import type { TenantUser } from './tenant-data.ts';

/** In front of the first line, as spreadsheets write it. */
const BYTE_ORDER_MARK = '\uFEFF';

const HEADER = ['Request', 'UPN', 'Employee ID', 'Name', 'Model', 'Note'];

/** One person of the list. Chosen: half of them by employee id, so that a short one is seen to be short. */
type Row = {
  readonly upn?: string;
  readonly employeeId?: string;
  readonly name: string;
  readonly model: string;
  readonly note?: string;
};

const ROWS: readonly Row[] = [
  byId('40101', 'OTP 110'),
  byId('40136', 'OTP 110', 'Line 2, badge at the gate'),
  byId('40178', 'OTP 110'),
  byId('40206', 'SafeID'),
  // Her employee id is 00346: a spreadsheet has dropped the zeros.
  { ...byId('00346', 'SafeID'), employeeId: '346' },
  byName("siobhan.o'brien", 'OTP 110', 'Visits on Tuesday, by the "small" gate'),
  byName('zoe.vanderberg', 'C301'),
  byName('minhanh.nguyen', 'C301'),
  byName('grace.wanjiku', 'c200'),
  ofPerson(FORMER_COLLEAGUE, 'C301'),
  ofPerson(GUEST, 'C301'),
  { upn: 'ana.nobody@harbourlark.example', name: 'Ana Nobody', model: 'C301' },
  byName('zoe.vanderberg', 'C301', 'Asked twice'),
  { employeeId: '4.0255E+12', name: 'Søren Kjær', model: 'C301' },
];

/** A list as a service desk would send it: people to serve, and every mistake that such a list has. */
export function practiceOrderFile(): { readonly name: string; readonly text: string } {
  const lines = ROWS.map(({ upn = '', employeeId = '', name, model, note = '' }, index) => {
    const request = `RITM00117${String(index + 1).padStart(2, '0')}`;
    return [request, upn, employeeId, name, model, note];
  });
  const text = [HEADER, ...lines].map((cells) => `${cells.map(quote).join(',')}\r\n`).join('');
  return { name: 'practice-order.csv', text: `${BYTE_ORDER_MARK}${text}` };
}

function byId(employeeId: string, model: string, note = ''): Row {
  const { displayName } = find((person) => person.employeeId === employeeId);
  return { employeeId, name: displayName, model, note };
}

function byName(alias: string, model: string, note = ''): Row {
  return ofPerson(
    find(({ userPrincipalName }) => userPrincipalName.startsWith(`${alias}@`)),
    model,
    note,
  );
}

function ofPerson({ userPrincipalName, displayName }: TenantUser, model: string, note = ''): Row {
  return { upn: userPrincipalName, name: displayName, model, note };
}

function find(isWanted: (person: TenantUser) => boolean): TenantUser {
  const person = PRACTICE_PEOPLE.find(isWanted);
  if (!person) throw new Error('somebody of the practice order does not work here');
  return person;
}

/** Source: RFC 4180 §2. */
function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
