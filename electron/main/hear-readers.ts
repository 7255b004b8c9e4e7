import { decideScan, decideTrouble } from '../core/decide-scan.ts';
import type { Event } from '../core/event.ts';
import { KEYBOARD_LANE } from '../core/lanes.ts';
import type { ClockPort, ReaderListener } from '../core/ports.ts';
import { readScanText } from '../core/scan-grammar.ts';
import type { State } from '../core/state.ts';
import type { HeardScan } from './heard-scan.ts';
import { createScanLine, type ScanLine } from './scan-line.ts';

export type Hearing = Pick<ScanLine, 'stop'> & {
  readonly listener: ReaderListener;
  /** Whether a reader that is read directly gave this text already: what it types reaches the window, too. */
  readonly wasHeard: (typed: string) => boolean;
  /** Follows each event that was folded: the doctor wants to see every report while it is open. */
  readonly follow: (event: Event) => void;
};

export type HearingOptions = {
  readonly clock: ClockPort;
  readonly state: () => State;
  readonly dispatch: (event: Event) => Promise<void>;
};

/** Makes events of all that the readers say. */
export function hearReaders({ clock, state, dispatch }: HearingOptions): Hearing {
  const siteRules = () => state().bench.settings.siteRules;
  const tell = (event: Event): void => void dispatch(event);
  const scanLine = createScanLine({ clock, siteRules, onScan: (heard) => tell(eventOf(heard)) });

  function eventOf(heard: HeardScan): Event {
    if (heard.kind === 'trouble') return decideTrouble(state(), heard, heard.problem);
    return decideScan(state(), heard, heard.meaning, heard.rawText);
  }

  return {
    stop: scanLine.stop,
    wasHeard: (typed) => scanLine.hearTyped(typed, clock.nowMs()) === null,
    follow: ({ kind }) => {
      if (kind === 'doctorOpened') scanLine.watch((report) => tell({ kind: 'reportSeen', atMs: report.atMs, report }));
      if (kind === 'doctorClosed') scanLine.watch(null);
    },
    listener: {
      onAttached: (reader) => {
        scanLine.attach(reader);
        const { readerKey, name } = reader;
        tell({ kind: 'readerAttached', atMs: clock.nowMs(), readerKey, name });
      },
      onDetached: (readerKey) => {
        scanLine.detach(readerKey);
        tell({ kind: 'readerDetached', atMs: clock.nowMs(), readerKey });
      },
      onReport: scanLine.read,
      onTrouble: ({ readerKey, name }, problem) => {
        tell({ kind: 'readerTroubled', atMs: clock.nowMs(), readerKey, name, problem });
      },
      onSerialNumber: ({ readerKey, name }, serialNumber, atMs) => {
        // A token has no place of its own: it is handed over where the operator is.
        const heard = { readerKey, readerName: name, laneId: state().frontLaneId ?? KEYBOARD_LANE, atMs };
        tell(decideScan(state(), heard, readScanText(serialNumber, null, siteRules()), serialNumber));
      },
      onDevices: (devices) => {
        tell({ kind: 'devicesSeen', atMs: clock.nowMs(), devices });
      },
    },
  };
}
