import { listDevicesRequest } from '../../electron/core/graph-device-request.ts';
import type { GraphAnswer } from '../../electron/core/graph-outcome.ts';
import { bodyOf } from './learning.ts';
import { ROLE_NAMES } from './role-names.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the station asks of a user. Other fields are not named here: a file may not hold what nobody has foreseen. */
const USER_FIELDS = ['id', 'displayName', 'userPrincipalName', 'mail', 'department', 'jobTitle', 'employeeId'];

// All of these give our own words, names of fields from the lists above and numbers; never a value of an answer.

/** Which of the fields that were asked for came back filled, and which empty. */
export function fieldsTold(answers: readonly GraphAnswer[]): string | null {
  const user = fieldsOf(bodyOf(answers.at(-1)));
  if (user === null) return null;
  const told = USER_FIELDS.filter((name) => user[name] !== undefined && user[name] !== null);
  const empty = USER_FIELDS.filter((name) => user[name] === null);
  const absent = USER_FIELDS.filter((name) => user[name] === undefined);
  return [sayList('told', told), sayList('empty', empty), sayList('left out', absent)].filter(Boolean).join('; ');
}

/** Which of the roles that matter here came back; of others only how many. */
export function rolesTold(answers: readonly GraphAnswer[]): string | null {
  const roles = itemsOf(answers.at(-1));
  if (roles === null) return null;
  const names = roles.flatMap(({ roleTemplateId }) => ROLE_NAMES.get(String(roleTemplateId).toLowerCase()) ?? []);
  const others = roles.length - names.length;
  const untold = roles.filter(({ roleTemplateId }) => typeof roleTemplateId !== 'string').length;
  return [
    `roles: ${roles.length}`,
    sayList('among them', names),
    others > 0 ? `others: ${others}, which do not matter here or are not named` : '',
    untold > 0 ? `without a template id: ${untold}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** Where the serial number and the status of a token stand in a list. */
export function placeOfDetails(answers: readonly GraphAnswer[]): string | null {
  const items = itemsOf(answers.at(-1));
  if (items === null) return null;
  if (items.length === 0) return 'an empty list: it tells nothing of the shape';
  const nested = items.filter(({ device }) => hasDetails(fieldsOf(device))).length;
  const flat = items.filter(hasDetails).length;
  const same = items.filter(({ id, device }) => fieldsOf(device)?.['id'] === id).length;
  return [
    `tokens: ${items.length}`,
    `details in device: ${nested}`,
    `flat: ${flat}`,
    ...(nested > 0 ? [`id equal to the id of the device: ${same}`] : []),
  ].join('; ');
}

export function inventoryTold(answers: readonly GraphAnswer[], baseUrl: string): string | null {
  return [placeOfDetails(answers), nextPageTold(answers, baseUrl)].filter((words) => words !== null).join('; ') || null;
}

/** Whether there is a next page, and whether the station would follow to it. */
export function nextPageTold(answers: readonly GraphAnswer[], baseUrl: string): string | null {
  const body = fieldsOf(bodyOf(answers.at(-1)));
  if (body === null) return null;
  const link = body['@odata.nextLink'];
  if (typeof link !== 'string') return 'no next page';
  return listDevicesRequest(link, baseUrl) ? 'a next page, below the same address' : 'a next page, at another address';
}

/** How many were found. */
export function foundByFilter(answers: readonly GraphAnswer[]): string | null {
  const items = itemsOf(answers.at(-1));
  return items && `found: ${items.length}`;
}

function hasDetails(fields: Fields | null): boolean {
  return typeof fields?.['serialNumber'] === 'string' || typeof fields?.['status'] === 'string';
}

function itemsOf(answer: GraphAnswer | undefined): readonly Fields[] | null {
  const value = fieldsOf(bodyOf(answer))?.['value'];
  return Array.isArray(value) ? value.flatMap((item: unknown) => toList(fieldsOf(item))) : null;
}

function toList(fields: Fields | null): readonly Fields[] {
  return fields === null ? [] : [fields];
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;
}

function sayList(words: string, names: readonly string[]): string {
  return names.length > 0 ? `${words}: ${names.join(', ')}` : '';
}
