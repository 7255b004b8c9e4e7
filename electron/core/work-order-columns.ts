export type WorkOrderColumn = 'userPrincipalName' | 'employeeId' | 'name' | 'requestNumber' | 'model' | 'note';

/**
 * The headers that people write, without spaces, case, accents and signs; the plainest first: where two columns mean the
 * same, that one is taken. Chosen: what service desks' own exports use.
 */
const HEADERS: Readonly<Record<WorkOrderColumn, readonly string[]>> = {
  userPrincipalName: [
    'userprincipalname',
    'upn',
    'signinname',
    'username',
    'user',
    'email',
    'mail',
    'emailaddress',
    'login',
  ],
  employeeId: [
    'employeeid',
    'employeenumber',
    'employee',
    'staffid',
    'staffnumber',
    'personnelnumber',
    'employeeno',
    'staffno',
    'personnelno',
    'badge',
    'badgenumber',
  ],
  name: ['name', 'displayname', 'fullname', 'person', 'employeename'],
  requestNumber: [
    'requestnumber',
    'request',
    'requestno',
    'requestid',
    'ticket',
    'ticketnumber',
    'ticketno',
    'ticketid',
    'order',
    'ordernumber',
    'orderno',
    'ritm',
    'case',
  ],
  model: ['model', 'tokenmodel', 'tokentype', 'product', 'type'],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks'],
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- HEADERS is exactly this object, written down above
const COLUMNS = Object.keys(HEADERS) as readonly WorkOrderColumn[];

export type WorkOrderColumns = {
  readonly at: ReadonlyMap<WorkOrderColumn, number>;
  /** Headers that mean nothing here. */
  readonly ignored: readonly string[];
};

/** Which column holds what; `null`: none of them names a person. */
export function findWorkOrderColumns(header: readonly string[]): WorkOrderColumns | null {
  const best = new Map<WorkOrderColumn, { readonly place: number; readonly rank: number }>();
  for (const [place, text] of header.entries()) {
    const meaning = readHeader(text);
    const known = meaning && best.get(meaning.column);
    if (meaning && (!known || meaning.rank < known.rank)) best.set(meaning.column, { place, rank: meaning.rank });
  }
  const at = new Map(Array.from(best, ([column, { place }]) => [column, place]));
  const used = new Set(at.values());
  const ignored = header.flatMap((text, place) => (used.has(place) || text.trim() === '' ? [] : text.trim()));
  return at.has('userPrincipalName') || at.has('employeeId') ? { at, ignored } : null;
}

/** Also `Employee ID (HR)` and `Sign-in (UPN)`: what stands before the brackets, and what stands in them. */
function readHeader(text: string): { readonly column: WorkOrderColumn; readonly rank: number } | null {
  const [, before = '', inside = ''] = /^([^(]*)\(([^)]*)\)/.exec(text) ?? [];
  for (const name of [text, before, inside].map(plainName)) {
    for (const column of COLUMNS) {
      const rank = HEADERS[column].indexOf(name);
      if (rank !== -1) return { column, rank };
    }
  }
  return null;
}

function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
