import { HARMLESS_SEGMENTS, HARMLESS_VALUES } from './harmless-words.ts';
import { GUID, isPlainName } from './redact-words.ts';
import type { Redactor } from './redactor.ts';

/** The path and query that were called, with a placeholder for every value. */
export function redactPath(path: string, redactor: Redactor): string {
  const [steps = '', query = ''] = path.split('?', 2);
  const shown = steps
    .split('/')
    .map((step) => (step === '' || HARMLESS_SEGMENTS.has(step) ? step : hide(decode(step), redactor)))
    .join('/');
  const parameters = query.split('&').filter((one) => one !== '');
  return parameters.length === 0
    ? shown
    : `${shown}?${parameters.map((one) => redactParameter(one, redactor)).join('&')}`;
}

function redactParameter(parameter: string, redactor: Redactor): string {
  const [rawName = '', rawValue = ''] = parameter.split('=', 2);
  const [name, value] = [decode(rawName), decode(rawValue)];
  switch (name) {
    case '$select':
    case '$expand':
      return `${name}=${value.split(',').every(isPlainName) ? value : '<text>'}`;
    case '$top':
    case '$count':
      return `${name}=${/^(?:\d{1,3}|true)$/.test(value) ? value : '<text>'}`;
    case '$filter':
      return `${name}=${redactFilter(value, redactor)}`;
    default:
      return `${/^\$[a-z]{1,20}$/.test(name) ? name : '<name>'}=<text>`;
  }
}

function redactFilter(filter: string, redactor: Redactor): string {
  const [, property = '', literal = ''] = /^([A-Za-z]{1,40}) eq '(.*)'$/s.exec(filter) ?? [];
  if (property === '') return '<text>';
  const plain = literal.replaceAll("''", "'");
  return `${property} eq '${HARMLESS_VALUES.has(plain) ? plain : hide(plain, redactor)}'`;
}

function hide(value: string, redactor: Redactor): string {
  return redactor.placeholder(value.length === 36 && GUID.test(value) ? 'guid' : 'text', value);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
