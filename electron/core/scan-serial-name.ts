import type { Answer } from './scan-rule.ts';

/** A value of a label. `excerpt`: what is kept of the whole; read alone, it gives the same value. */
export type NamedValue = { readonly name: string; readonly value: string; readonly excerpt: string };

/** Chosen: the names that the columns of vendors' lists and the fields of Graph have, without their signs. */
const SERIAL_NAMES: ReadonlySet<string> = new Set(['sn', 'serial', 'serialnumber', 'serialno', 'serialnum']);

export function isSerialName(name: string): boolean {
  return SERIAL_NAMES.has(name.toLowerCase().replace(/[\s_.-]/g, ''));
}

/** The one serial number among the values that are called so; `scan-ambiguous` where they are not the same. */
export function chooseSerial(values: readonly NamedValue[]): Answer {
  const [first, ...others] = values;
  if (!first) return null;
  if (others.some(({ value }) => value !== first.value))
    return { kind: 'refused', code: 'scan-ambiguous', shows: 'nothing' };
  return { kind: 'part', text: first.value.trim(), excerpt: first.excerpt };
}
