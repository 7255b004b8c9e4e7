import type { Event } from '../core/event.ts';
import type { OrderDraftView } from '../contract/work-order.ts';
import type { OrderDeskCommand } from '../core/edge-command.ts';
import { ok } from '../core/result.ts';
import { assertNever } from '../core/unreachable.ts';
import type { Desk, DeskOptions } from './desks.ts';
import { createDraftDesk, isSignedIn } from './draft-desk.ts';
import { createHandOverDesk } from './hand-over-desk.ts';

/** Work orders as files: lists of people that come in, and orders that go to another station. */
export function createOrderDesk(options: DeskOptions): Desk<OrderDeskCommand, OrderDraftView | null> {
  const draft = createDraftDesk(options);
  const handOver = createHandOverDesk(options);

  return {
    view: draft.view,
    command: async (asked) => {
      switch (asked.kind) {
        case 'openWorkOrder':
          return draft.open();
        case 'showDraft':
          return draft.show({ page: asked.page, onlyFaults: asked.onlyFaults });
        case 'acceptZeros':
          return draft.acceptZeros(asked.line);
        case 'checkDraftAgain':
          return draft.checkAgain();
        case 'startOrder':
          return draft.start(asked.name, asked.goal);
        case 'dropDraft':
          draft.drop();
          return ok(null);
        case 'handOverOrder':
          return handOver(asked.orderId);
        default:
          return assertNever(asked);
      }
    },
    follow: (event) => {
      if (isLeaving(event) && !isSignedIn(options.state())) draft.drop();
    },
  };
}

/** Whoever opened the file may have left; the next one may be of another tenant, or have no right to see these people. */
function isLeaving({ kind }: Event): boolean {
  return kind === 'signedOut' || kind === 'sessionLost';
}
