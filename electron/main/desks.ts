import type { Command } from '../contract/command.ts';
import type { Result } from '../contract/result.ts';
import type { StationSettings } from '../contract/settings.ts';
import type { Mode } from '../contract/snapshot.ts';
import {
  HISTORY_KINDS,
  INVENTORY_KINDS,
  ORDER_KINDS,
  PAPER_KINDS,
  SHIFT_KINDS,
  type DeskCommand,
} from '../core/edge-command.ts';
import type { Event } from '../core/event.ts';
import type { GraphPort } from '../core/graph-port.ts';
import type { ClockPort, FilesPort, JournalPort, PrinterPort, SeedPort } from '../core/ports.ts';
import { refuse } from '../core/result.ts';
import type { State } from '../core/state.ts';
import type { Surroundings } from '../core/to-snapshot.ts';
import { createHistoryDesk } from './history-desk.ts';
import { createInventoryDesk } from './inventory-desk.ts';
import { createOrderDesk } from './order-desk.ts';
import { createPaperDesk } from './paper-desk.ts';
import { createShiftDesk } from './shift-desk.ts';

/** What the desks beside the queue work with. */
export type DeskOptions = {
  readonly state: () => State;
  readonly dispatch: (event: Event) => Promise<void>;
  /** Publishes a new picture: a desk's own view has changed. */
  readonly refresh: () => void;
  readonly clock: ClockPort;
  readonly graph: GraphPort;
  readonly journal: JournalPort;
  readonly seeds: Pick<SeedPort, 'devices' | 'newDevices' | 'find' | 'view'>;
  readonly files: FilesPort;
  readonly printer: PrinterPort;
  /** The folder of this user's data. */
  readonly dataPath: string;
  readonly mode: Mode;
  readonly settings: () => StationSettings;
  /** A new id that nobody else has. */
  readonly newKey: () => string;
};

/** One desk: it has a picture of its own and takes the commands that are about it. */
export type Desk<C, V> = {
  readonly view: () => V;
  readonly command: (asked: C) => Promise<Result<null>>;
  /** Told of each event that was folded. */
  readonly follow?: (event: Event) => void;
};

export type Desks = {
  readonly view: () => Pick<Surroundings, 'draft' | 'comparing' | 'inventory' | 'paper' | 'history'>;
  readonly command: (asked: DeskCommand) => Promise<Result<null>>;
  readonly follow: (event: Event) => void;
};

export function createDesks(options: DeskOptions): Desks {
  const orders = createOrderDesk(options);
  const paper = createPaperDesk(options);
  const shift = createShiftDesk(options);
  const history = createHistoryDesk(options);
  const inventory = createInventoryDesk(options);

  return {
    view: () => ({
      draft: orders.view(),
      comparing: shift.view(),
      inventory: inventory.view(),
      paper: paper.view(),
      history: history.view(),
    }),
    command: async (asked) => {
      const { state } = options;
      // What is here is staff's, and names people.
      if (state().kiosk) return refuse('command-not-allowed');
      const { kind } = state().session;
      if (kind !== 'in' && kind !== 'fixed') return refuse('signed-out');
      if (isOf(ORDER_KINDS, asked)) return orders.command(asked);
      if (isOf(PAPER_KINDS, asked)) return paper.command(asked);
      if (isOf(SHIFT_KINDS, asked)) return shift.command(asked);
      if (isOf(HISTORY_KINDS, asked)) return history.command(asked);
      return inventory.command(asked);
    },
    follow: (event) => {
      for (const desk of [orders, paper, shift, history, inventory]) desk.follow?.(event);
    },
  };
}

/** Whether a command is any desk's. */
export function isDeskCommand(command: Command): command is DeskCommand {
  return [ORDER_KINDS, PAPER_KINDS, SHIFT_KINDS, HISTORY_KINDS, INVENTORY_KINDS].some((kinds) =>
    Object.hasOwn(kinds, command.kind),
  );
}

function isOf<K extends DeskCommand['kind']>(
  kinds: Readonly<Record<K, true>>,
  command: DeskCommand,
): command is Extract<DeskCommand, { kind: K }> {
  return Object.hasOwn(kinds, command.kind);
}
