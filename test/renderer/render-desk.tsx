import { act, cleanup, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach } from 'vitest';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { App } from '../../renderer/app.tsx';
import { createDesk, type Desk } from '../../renderer/desk.ts';
import '../../renderer/i18n.ts';
import type { SoundName } from '../../renderer/sounds.ts';
import { createFakeStation, makeSnapshot, type FakeStation } from '../fakes/fake-station.ts';

export type RenderedDesk = {
  readonly station: FakeStation;
  readonly desk: Desk;
  readonly user: UserEvent;
  /** What was played, with its volume. */
  readonly played: { readonly name: SoundName; readonly volume: number }[];
  /** How often the page was printed. */
  readonly printed: () => number;
  /** Shows the next picture, as the station would. */
  readonly push: (change: Partial<Snapshot>) => void;
};

afterEach(cleanup);

/** The whole window over a fake station. */
export function renderDesk(change: Partial<Snapshot> = {}): RenderedDesk {
  const station = createFakeStation(makeSnapshot(change));
  const played: RenderedDesk['played'] = [];
  let pages = 0;
  const print = (): void => {
    pages++;
  };
  const desk = createDesk(station, { play: (name, volume) => played.push({ name, volume }) }, print);
  const user = userEvent.setup();
  render(<App desk={desk} />);
  const push = (next: Partial<Snapshot>): void => act(() => station.push(next));
  return { station, desk, user, played, printed: () => pages, push };
}
