import type { Result } from '../contract/result.ts';
import { refuseAt, type DescriptorItem } from './report-descriptor-items.ts';
import { ok } from './result.ts';

/** Usages that follow each other, both ends included. A usage is its page in the upper 16 bits and its id in the lower. */
export type UsageRange = { readonly first: number; readonly last: number };

/** `isExtended`: it came with a page of its own. */
type NamedUsages = UsageRange & { readonly isExtended: boolean };
type RangeEnd = { readonly usage: number; readonly isExtended: boolean };

/** What has been said for the next main item alone. */
export type LocalState = {
  readonly named: readonly NamedUsages[];
  readonly minimum: RangeEnd | null;
  readonly maximum: RangeEnd | null;
  /** Within a delimited set only the first usage counts: it is the preferred one of several for the same control. */
  readonly delimited: 'no' | 'awaitsFirst' | 'hasFirst';
};

export const FIRST_LOCALS: LocalState = { named: [], minimum: null, maximum: null, delimited: 'no' };

/** Source: HID 1.11 §6.2.2.8. Designators and strings (tags 3 to 9) move no bits and are passed over. */
const TAG = { usage: 0x0, minimum: 0x1, maximum: 0x2, delimiter: 0xa } as const;

/** The number of a usage on a page. */
export function usageNumber(page: number, id: number): number {
  return page * 0x1_0000 + id;
}

/** Takes one local item in. `report-malformed`: a range whose ends do not fit, or delimiters that do not pair. */
export function applyLocal(state: LocalState, item: DescriptorItem, usagePage: number): Result<LocalState> {
  const isExtended = item.lengthBytes === 4;
  const usage = isExtended ? item.value : usageNumber(usagePage, item.value);
  switch (item.tag) {
    case TAG.usage:
      return ok(name(state, { first: usage, last: usage, isExtended }));
    case TAG.minimum:
      return closeRange({ ...state, minimum: { usage, isExtended } }, item.offsetBytes);
    case TAG.maximum:
      return closeRange({ ...state, maximum: { usage, isExtended } }, item.offsetBytes);
    case TAG.delimiter: {
      const opens = item.value !== 0;
      if (opens === (state.delimited !== 'no')) return refuseAt(item.offsetBytes, 'delimiters do not pair');
      return ok({ ...state, delimited: opens ? 'awaitsFirst' : 'no' });
    }
    default:
      return ok(state);
  }
}

/**
 * The usages of the main item that ends this state, in their order. The page that stands last before a main item holds
 * for its usages, unless one of them has made use of it already.
 * Source: HID 1.11 §6.2.2.8; read as Linux's hid_concatenate_last_usage_page reads it, so that both name the same fields.
 */
export function closeUsages(state: LocalState, usagePage: number, offsetBytes: number): Result<readonly UsageRange[]> {
  if (state.minimum !== null || state.maximum !== null) return refuseAt(offsetBytes, 'usage range with one end');
  if (state.delimited !== 'no') return refuseAt(offsetBytes, 'delimiters do not pair');
  const onThisPage = state.named.findLastIndex(({ first, isExtended }) => !isExtended && pageOf(first) === usagePage);
  return ok(
    state.named.map(({ first, last, isExtended }, index) =>
      isExtended || index <= onThisPage
        ? { first, last }
        : { first: usageNumber(usagePage, idOf(first)), last: usageNumber(usagePage, idOf(last)) },
    ),
  );
}

function closeRange(state: LocalState, offsetBytes: number): Result<LocalState> {
  const { minimum, maximum } = state;
  if (minimum === null || maximum === null) return ok(state);
  const isOnePage = pageOf(minimum.usage) === pageOf(maximum.usage);
  if (!isOnePage || minimum.usage > maximum.usage) return refuseAt(offsetBytes, 'usage range out of order');
  const range = { first: minimum.usage, last: maximum.usage, isExtended: minimum.isExtended || maximum.isExtended };
  return ok(name({ ...state, minimum: null, maximum: null }, range));
}

function name(state: LocalState, usages: NamedUsages): LocalState {
  if (state.delimited === 'hasFirst') return state;
  const delimited = state.delimited === 'awaitsFirst' ? 'hasFirst' : 'no';
  return { ...state, named: [...state.named, usages], delimited };
}

function pageOf(usage: number): number {
  return Math.floor(usage / 0x1_0000);
}

function idOf(usage: number): number {
  return usage % 0x1_0000;
}
