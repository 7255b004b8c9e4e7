import type { OathMethod } from './oath-method.ts';
import { serialKey, type Item } from './state.ts';

/** The tokens of a person that have an item's serial number: more than one where it was uploaded twice. */
export function methodsOfItem(methods: readonly OathMethod[], item: Pick<Item, 'serialNumber'>): readonly OathMethod[] {
  const wanted = serialKey(item.serialNumber);
  return methods.filter(({ serialNumber }) => serialNumber !== null && serialKey(serialNumber) === wanted);
}

/** A token that was uploaded twice has a twin with the same serial number: the method that is known by its id wins. */
export function findMethod(
  methods: readonly OathMethod[],
  item: Pick<Item, 'serialNumber' | 'methodId'>,
): OathMethod | null {
  const fitting = methodsOfItem(methods, item);
  return fitting.find(({ methodId }) => methodId === item.methodId) ?? fitting[0] ?? null;
}
