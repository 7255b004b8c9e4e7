import type { Result } from '../contract/result.ts';
import type { OrderId } from '../contract/work-order.ts';
import { exportLines, refuseHandOver } from '../core/hand-over-order.ts';
import { tenantOf, type HandedOverOrder } from '../core/handed-over-order.ts';
import { findOrder } from '../core/orders.ts';
import { ok, refuse } from '../core/result.ts';
import { ORDER_FILE_ENDING, removeOrderFile, writeOrderFile } from '../io/work-order/order-file.ts';
import type { DeskOptions } from './desks.ts';
import { isSignedIn } from './draft-desk.ts';

export type HandOverDesk = (orderId: OrderId) => Promise<Result<null>>;

/** Writes an open order with its progress to a file. It is handed over once that is on the disk, and not before. */
export function createHandOverDesk(options: DeskOptions): HandOverDesk {
  const { state, dispatch, clock, files } = options;

  return async (orderId) => {
    const asked = lookAt(orderId, options);
    if (!asked.ok) return asked;
    const target = await files.chooseTarget('handedOverOrder', `${fileNameOf(asked.value.name)}${ORDER_FILE_ENDING}`);
    if (!target) return refuse('cancelled');
    if (!isSignedIn(state())) return refuse('signed-out');
    // Work went on while the dialog stood open, and goes on while the disk writes.
    let looked = lookAt(orderId, options);
    let written = '';
    while (looked.ok && written !== progressOf(looked.value)) {
      written = progressOf(looked.value);
      const saved = await writeOrderFile(target.path, looked.value);
      if (!saved.ok) return saved;
      looked = lookAt(orderId, options);
    }
    if (!looked.ok) {
      // The order stays here: a file that says otherwise must not be about.
      if (written !== '') await removeOrderFile(target.path);
      return looked;
    }
    await dispatch({ kind: 'orderHandedOver', atMs: clock.nowMs(), orderId });
    return ok(null);
  };

  function lookAt(orderId: OrderId, { mode, settings }: DeskOptions): Result<HandedOverOrder> {
    const order = findOrder(state().orders, orderId);
    if (!order) return refuse('order-gone');
    if (order.stage !== 'open') return refuse('order-not-open');
    const problem = refuseHandOver(state(), order);
    if (problem) return { ok: false, problem };
    const { key: orderKey, name, goal } = order;
    const from = { tenant: tenantOf(mode), station: settings().stationName, handedOverAtMs: clock.nowMs() };
    return ok({ ...from, orderKey, name, goal, lines: exportLines(state(), order) });
  }
}

function progressOf({ lines }: HandedOverOrder): string {
  return JSON.stringify(lines);
}

/** What every system takes for a name, and no way to another folder. */
function fileNameOf(orderName: string): string {
  const plain = orderName.replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').replaceAll(/\s+/g, ' ');
  return plain.slice(0, 80).replaceAll(/^[. ]+|[. ]+$/g, '') || 'work-order';
}
