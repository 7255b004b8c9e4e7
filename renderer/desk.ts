import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Command } from '../electron/contract/command.ts';
import type { Problem } from '../electron/contract/problem.ts';
import type { Snapshot } from '../electron/contract/snapshot.ts';
import type { StationApi } from '../electron/contract/station-api.ts';
import { createKeyActions, type KeyActions } from './key-actions.ts';
import { hearKiosk } from './announce/hear-kiosk.ts';
import { hearNotices } from './announce/hear-notices.ts';
import { hearRights } from './announce/hear-rights.ts';
import { hearSeeds } from './announce/hear-seeds.ts';
import { hearSession } from './announce/hear-session.ts';
import { hearFindings } from './hand-over/hear-findings.ts';
import { hearOrders } from './orders/hear-orders.ts';
import { problemWords } from './problem/problem-text.ts';
import type { SoundName, Sounds } from './sounds.ts';
import {
  changeView,
  createDeskStore,
  receive,
  say,
  setRefusal,
  type DeskStore,
  type Place,
  type View,
} from './store.ts';

declare global {
  interface Window {
    /** Put here by the preload script. */
    readonly station: StationApi;
  }
}

/** What the parts of the window share. Everything from outside comes in through `createDesk`. */
export type Desk = {
  readonly store: DeskStore;
  readonly keyActions: KeyActions;
  /** Sends a command. A refusal is shown at `place` and said; the answer tells whether it was taken. */
  readonly send: (place: Place, command: Command) => Promise<boolean>;
  readonly change: (change: Partial<View>) => void;
  readonly say: (text: string, urgent?: boolean) => void;
  readonly play: (sound: SoundName) => void;
  /** Prints what the page shows on paper: the command marks. */
  readonly print: () => void;
  /** Stops listening to the station. */
  readonly stop: () => void;
};

export function createDesk(station: StationApi, sounds: Sounds, print: () => void): Desk {
  const store = createDeskStore();
  const play = (sound: SoundName): void => {
    const { muted, volume } = store.getState().view;
    sounds.play(sound, muted ? 0 : volume);
  };
  const tell = (text: string, urgent = false): void => say(store, text, urgent);
  const tellStaff = (text: string, urgent?: boolean): void => {
    if (!store.getState().snapshot?.kiosk) tell(text, urgent);
  };
  const listeners = [
    hearKiosk(store, tell),
    hearNotices(store, play, tell),
    hearSession(store, tell),
    hearRights(store, tell),
    hearSeeds(store, tellStaff),
    hearFindings(store, tellStaff),
    hearOrders(store, tellStaff),
  ];
  const stopWatching = station.watch((snapshot) => receive(store, snapshot));
  return {
    store,
    keyActions: createKeyActions(),
    async send(place, command) {
      const problem = await ask(station, command);
      setRefusal(store, place, problem);
      if (problem) tell(sentenceOf(problem, store.getState().snapshot?.kiosk != null), true);
      return problem === null;
    },
    change: (change) => changeView(store, change),
    say: tell,
    play,
    print,
    stop() {
      stopWatching();
      for (const stopListening of listeners) stopListening();
    },
  };
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('A part of the window is used outside DeskContext.');
  return desk;
}

export function useView<T>(select: (view: View) => T): T {
  return useStore(useDesk().store, (state) => select(state.view));
}

/** Reads the present picture; the parts that use this are drawn only once there is one. */
export function useSnapshot<T>(select: (snapshot: Snapshot) => T): T {
  return useStore(useDesk().store, ({ snapshot }) => {
    if (!snapshot) throw new Error('A part of the window is drawn before the first snapshot.');
    return select(snapshot);
  });
}

async function ask(station: StationApi, command: Command): Promise<Problem | null> {
  try {
    const answer = await station.send(command);
    return answer.ok ? null : answer.problem;
  } catch (error) {
    // The main process rejects what does not come from this window as it should: nothing to repeat.
    return { code: 'command-malformed', detail: error instanceof Error ? error.message : String(error) };
  }
}

function sentenceOf({ code }: Problem, isKiosk: boolean): string {
  const { title, next } = problemWords(code, isKiosk);
  return `${title}. ${next}`;
}
