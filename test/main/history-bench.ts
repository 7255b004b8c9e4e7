import { join } from 'node:path';
import { expect } from 'vitest';
import type { HistoryCommand, HistoryView } from '../../electron/contract/history.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { DurableEvent, Event } from '../../electron/core/event.ts';
import type { ChosenPath, FileKind, JournalPort } from '../../electron/core/ports.ts';
import { ok } from '../../electron/core/result.ts';
import { createHistoryDesk } from '../../electron/main/history-desk.ts';
import { NOW_MS } from '../core/build-state.ts';
import { TWO_DAYS } from '../core/history/desk-stories.ts';
import { createHandClock, type HandClock } from '../fakes/hand-clock.ts';
import { createMemoryJournal, type MemoryJournal } from '../fakes/memory-journal.ts';
import { SILENT_EDGES } from '../fakes/silent-edges.ts';
import { makeTempFolder } from '../io/journal/open-temp-journal.ts';

export type HistoryBench = {
  readonly hand: HandClock;
  readonly journal: MemoryJournal;
  readonly send: (asked: HistoryCommand) => Promise<Result<null>>;
  readonly view: () => HistoryView | null;
  readonly shown: () => HistoryView;
  readonly follow: (event: Event) => void;
  /** Something happens at the bench: it is stored, then told. */
  readonly happen: (...events: readonly DurableEvent[]) => Promise<void>;
  readonly dispatched: readonly Event[];
  /** What the dialog was asked with. */
  readonly asked: readonly (readonly [kind: FileKind, name: string])[];
  readonly target: ChosenPath;
};

type Options = { readonly port?: JournalPort; readonly isCalledOff?: boolean; readonly target?: string };

export async function buildDesk(
  events: readonly DurableEvent[] = TWO_DAYS,
  options: Options = {},
): Promise<HistoryBench> {
  const hand = createHandClock(NOW_MS);
  const journal = createMemoryJournal();
  await journal.port.append(events);
  const dispatched: Event[] = [];
  const asked: (readonly [FileKind, string])[] = [];
  const target = { name: 'list.csv', path: options.target ?? join(makeTempFolder(), 'list.csv') };
  const desk = createHistoryDesk({
    journal: options.port ?? journal.port,
    clock: hand.clock,
    settings: () => ({ ...SILENT_EDGES.settings(), stationName: 'Depot 4 / ground floor' }),
    files: {
      ...SILENT_EDGES.files,
      chooseTarget: (kind, name) => {
        asked.push([kind, name]);
        return Promise.resolve(options.isCalledOff ? null : target);
      },
    },
    dispatch: (event) => {
      dispatched.push(event);
      return Promise.resolve();
    },
    refresh: () => undefined,
  });
  const shown = (): HistoryView => {
    const view = desk.view();
    if (!view) throw new Error('the history is closed');
    return view;
  };
  return {
    hand,
    journal,
    send: desk.command,
    view: desk.view,
    shown,
    follow: (event) => desk.follow?.(event),
    happen: async (...happened) => {
      await journal.port.append(happened);
      for (const event of happened) desk.follow?.(event);
    },
    dispatched,
    asked,
    target,
  };
}

export async function openDesk(events?: readonly DurableEvent[], options?: Options): Promise<HistoryBench> {
  const bench = await buildDesk(events, options);
  expect(await bench.send({ kind: 'openHistory' })).toEqual(ok(null));
  return bench;
}

/** A journal whose reads wait until they are let through; held at first. */
export function holdReads(port: JournalPort): {
  readonly port: JournalPort;
  readonly hold: () => void;
  readonly release: () => void;
} {
  let open = (): void => undefined;
  let gate: Promise<void> = Promise.resolve();
  const hold = (): void => {
    gate = new Promise((resolve) => {
      open = resolve;
    });
  };
  hold();
  return {
    port: {
      ...port,
      readAll: async () => {
        const read = await port.readAll();
        await gate;
        return read;
      },
      readAfter: async (known) => {
        const read = await port.readAfter(known);
        await gate;
        return read;
      },
    },
    hold,
    release: () => open(),
  };
}

export const searchOf = (text: string, page = 0): HistoryCommand => ({
  kind: 'searchHistory',
  search: { text, fromMs: null, toMs: null },
  page,
});
