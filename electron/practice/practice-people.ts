import { deriveGuid } from './derive.ts';
import type { Role } from './roles.ts';
import type { TenantUser } from './tenant-data.ts';

/** Source: RFC 2606: nobody can own a name under `.example`. */
const DOMAIN = 'harbourlark.example';

type Row = readonly [
  employeeId: string,
  givenName: string,
  surname: string,
  alias: string,
  department: string,
  jobTitle: string,
  displayName?: string,
];

const DESK_AGENT_ROW: Row = ['40150', 'Łukasz', 'Wójcik', 'lukasz.wojcik', 'IT', 'Service desk agent'];
const DEPOT_CLERK_ROW: Row = ['40220', 'Priya', 'Raghunathan', 'priya.raghunathan', 'IT', 'Network engineer'];
const SELF_SERVER_ROW: Row = ['40199', 'Haruka', 'Tanaka', 'haruka.tanaka', 'Sales', 'Regional lead'];

/** By employee number. */
const ROLES_OF: ReadonlyMap<string, readonly Role[]> = new Map<string, readonly Role[]>([
  [DESK_AGENT_ROW[0], ['Authentication Administrator']],
  [DEPOT_CLERK_ROW[0], ['Authentication Administrator', 'Global Reader']],
]);

const ROWS: readonly Row[] = [
  ['40101', 'Anna', 'Schmidt', 'anna.schmidt', 'Finance', 'Accountant'],
  ['40108', 'Anna', 'Schmidt', 'anna.schmidt2', 'Warehouse', 'Shift lead'],
  ['40115', 'Siobhán', "O'Brien", "siobhan.o'brien", 'Legal', 'Counsel'],
  ['40122', 'Seán', "O'Brien", "sean.o'brien", 'Sales', 'Account manager'],
  ['40129', 'Robert "Bob"', 'Okafor', 'bob.okafor', 'Facilities', 'Site manager'],
  ['40136', 'Jürgen', 'Müller', 'juergen.mueller', 'Production', 'Line engineer'],
  ['40143', 'Zoë', 'van der Berg', 'zoe.vanderberg', 'Marketing', 'Designer'],
  DESK_AGENT_ROW,
  ['40157', 'François', 'Lefèvre', 'francois.lefevre', 'Purchasing', 'Buyer'],
  ['40164', 'Inês', 'Duarte', 'ines.duarte', 'Human resources', 'Recruiter'],
  ['40171', 'Jiří', 'Dvořák', 'jiri.dvorak', 'Production', 'Quality inspector'],
  ['40178', 'Ayşe', 'Yılmaz', 'ayse.yilmaz', 'Finance', 'Controller'],
  ['40185', 'Minh Anh', 'Nguyễn', 'minhanh.nguyen', 'Development', 'Engineer'],
  ['40192', '娜', '李', 'lina.li', 'Development', 'Engineer', '李娜 (Lina Li)'],
  SELF_SERVER_ROW,
  ['40206', 'Min-jun', 'Kim', 'minjun.kim', 'Development', 'Test engineer'],
  ['40213', 'Chidinma', 'Eze', 'chidinma.eze', 'Human resources', 'Payroll clerk'],
  DEPOT_CLERK_ROW,
  ['40227', 'Arjun', 'Mehta', 'arjun.mehta', 'Warehouse', 'Forklift driver'],
  ['40234', 'João', 'Conceição', 'joao.conceicao', 'Production', 'Machine operator'],
  ['40241', 'María José', 'Ibáñez', 'mariajose.ibanez', 'Legal', 'Paralegal'],
  ['40248', 'Björn', 'Åkesson', 'bjorn.akesson', 'Logistics', 'Dispatcher'],
  ['40255', 'Søren', 'Kjær', 'soren.kjaer', 'Logistics', 'Driver'],
  ['40262', 'Guðrún', 'Jónsdóttir', 'gudrun.jonsdottir', 'Research', 'Chemist'],
  ['40269', 'Erzsébet', 'Szőke', 'erzsebet.szoke', 'Research', 'Laboratory assistant'],
  ['40276', 'Eleni', 'Papadopoulou', 'eleni.papadopoulou', 'Marketing', 'Copywriter'],
  ['40283', 'Yusuf', 'al-Khatib', 'yusuf.alkhatib', 'Purchasing', 'Category manager'],
  ['40290', 'Noa', 'Ben-David', 'noa.bendavid', 'Development', 'Architect'],
  ['40297', 'Oleksandr', 'Shevchenko', 'oleksandr.shevchenko', 'IT', 'Database administrator'],
  ['40304', 'Ana', 'Kovačević', 'ana.kovacevic', 'Finance', 'Treasury analyst'],
  ['40311', 'Fiona', 'MacLeod', 'fiona.macleod', 'Board', 'Assistant'],
  ['40318', 'Tāne', 'Ngata', 'tane.ngata', 'Facilities', 'Electrician'],
  ['40325', 'Grace', 'Wanjiku', 'grace.wanjiku', 'Sales', 'Inside sales'],
  ['40332', 'Thomas', 'Smith', 'thomas.smith', 'Warehouse', 'Picker'],
  ['40339', 'Thomasina', 'Smythe', 'thomasina.smythe', 'Warehouse', 'Picker'],
  // One of the oldest numbers, from before they were longer: what a spreadsheet does to it is in the practice order.
  ['00346', 'Camila', 'Rojas', 'camila.rojas', 'Production', 'Planner'],
];

/** People who sign in to the tenant. */
export const DESK_AGENT = createMember(DESK_AGENT_ROW);
export const DEPOT_CLERK = createMember(DEPOT_CLERK_ROW);
export const SELF_SERVER = createMember(SELF_SERVER_ROW);

/** People with whom something is special; each is here for one refusal, or for one thing that is known beforehand. */
export const TOKEN_HOLDER = createMember(['40353', 'Kofi', 'Mensah', 'kofi.mensah', 'Sales', 'Trainee']);

export const FIVE_METHODS: TenantUser = {
  ...createMember(['40360', 'Viktor', 'Lindqvist', 'viktor.lindqvist', 'IT', 'Tester']),
  authenticatorCount: 5,
};

export const ADMIN_TARGET: TenantUser = {
  ...createMember(['40367', 'Margarethe', 'Voß', 'margarethe.voss', 'IT', 'Systems administrator']),
  roles: ['Privileged Authentication Administrator', 'Authentication Policy Administrator'],
};

/** The account of somebody who has left. */
export const FORMER_COLLEAGUE: TenantUser = {
  ...createMember(['40374', 'Dimitra', 'Galanis', 'dimitra.galanis', 'Marketing', 'Editor']),
  accountEnabled: false,
};

/** Has a token since the depot sent it, and has yet to activate it. */
export const EXPECTS_TOKEN = createMember(['40381', 'Aroha', 'Parata', 'aroha.parata', 'Logistics', 'Planner']);

/** Has the same token twice: from the old upload of a file and from Graph's inventory. */
export const TWIN_HOLDER = createMember(['40388', 'Lwazi', 'Dlamini', 'lwazi.dlamini', 'Finance', 'Auditor']);

/** Source: Entra B2B: a guest's sign-in name is the outside address, `@` as `_`, with #EXT# before the tenant's domain. */
export const GUEST: TenantUser = {
  ...createMember(['', 'Marta', 'Kowalczyk', 'marta.kowalczyk_supplier.example#EXT#', '', 'Auditor']),
  displayName: 'Marta Kowalczyk (guest)',
  mail: 'marta.kowalczyk@supplier.example',
  department: null,
  employeeId: null,
  userType: 'Guest',
};

export const PRACTICE_PEOPLE: readonly TenantUser[] = [
  ...ROWS.map(createMember),
  TOKEN_HOLDER,
  FIVE_METHODS,
  ADMIN_TARGET,
  FORMER_COLLEAGUE,
  EXPECTS_TOKEN,
  TWIN_HOLDER,
  GUEST,
];

function createMember([employeeId, givenName, surname, alias, department, jobTitle, displayName]: Row): TenantUser {
  const userPrincipalName = `${alias}@${DOMAIN}`;
  return {
    id: deriveGuid(userPrincipalName),
    displayName: displayName ?? `${givenName} ${surname}`,
    givenName,
    surname,
    userPrincipalName,
    mail: userPrincipalName,
    department,
    jobTitle,
    employeeId,
    userType: 'Member',
    accountEnabled: true,
    roles: ROLES_OF.get(employeeId) ?? [],
    authenticatorCount: 0,
  };
}
