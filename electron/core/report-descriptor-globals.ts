import type { Result } from '../contract/result.ts';
import { refuseAt, type DescriptorItem } from './report-descriptor-items.ts';
import { ok } from './result.ts';

/** What holds for all main items that follow, until it is said anew. */
export type GlobalState = {
  readonly usagePage: number;
  readonly reportSizeBits: number;
  readonly reportCount: number;
  /** `null`: none has been named so far. */
  readonly reportId: number | null;
  readonly pushed: readonly Omit<GlobalState, 'pushed'>[];
};

export const FIRST_GLOBALS: GlobalState = {
  usagePage: 0,
  reportSizeBits: 0,
  reportCount: 0,
  reportId: null,
  pushed: [],
};

/** Source: Linux hid-core.c, `report_size > 256`; HID_MAX_USAGES; HID_GLOBAL_STACK_SIZE. */
const LARGEST_SIZE_BITS = 256;
const LARGEST_COUNT = 12_288;
const DEEPEST_STACK = 4;

/** Source: HID 1.11 §6.2.2.7. The ranges and units (tags 1 to 6) move no bits and are passed over. */
const TAG = { usagePage: 0x0, size: 0x7, id: 0x8, count: 0x9, push: 0xa, pop: 0xb } as const;

/** Takes one global item in. `report-malformed`: an unknown tag, a value out of bounds, or more popped than pushed. */
export function applyGlobal(state: GlobalState, item: DescriptorItem): Result<GlobalState> {
  const { tag, value, offsetBytes } = item;
  const { pushed, ...now } = state;
  switch (tag) {
    case TAG.usagePage:
      return value > 0xffff ? refuseAt(offsetBytes, `usage page ${value}`) : ok({ ...state, usagePage: value });
    case TAG.size:
      if (value > LARGEST_SIZE_BITS) return refuseAt(offsetBytes, `report size ${value}`);
      return ok({ ...state, reportSizeBits: value });
    case TAG.count:
      return value > LARGEST_COUNT
        ? refuseAt(offsetBytes, `report count ${value}`)
        : ok({ ...state, reportCount: value });
    case TAG.id:
      // Source: HID 1.11 §6.2.2.7: Report ID zero is reserved. The id is one byte in the report.
      if (value === 0 || value > 0xff) return refuseAt(offsetBytes, `report id ${value}`);
      return ok({ ...state, reportId: value });
    case TAG.push:
      if (pushed.length === DEEPEST_STACK) return refuseAt(offsetBytes, 'pushed too deep');
      return ok({ ...now, pushed: [...pushed, now] });
    case TAG.pop: {
      const last = pushed.at(-1);
      if (last === undefined) return refuseAt(offsetBytes, 'popped what was not pushed');
      return ok({ ...last, pushed: pushed.slice(0, -1) });
    }
    default:
      // Reserved tags might mean anything to what follows: nothing is guessed.
      return tag < TAG.push ? ok(state) : refuseAt(offsetBytes, `global tag ${tag}`);
  }
}
