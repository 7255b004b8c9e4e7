import type { Command } from '../../electron/contract/command.ts';
import { systemClock } from '../../electron/io/clock/system-clock.ts';
import { composeStation } from '../../electron/main/compose-station.ts';
import { openSettings } from '../fakes/open-settings.ts';

/** A station as a process of its own: commands come in and pictures go out through the pipe to its parent. */
export type StationAsked = { readonly id: number; readonly command: Command };

const [, , dataPath = ''] = process.argv;
const { station, stop } = await composeStation({
  settings: await openSettings(dataPath, process.env),
  dataPath,
  fetch: (request) => fetch(request),
  openBrowser: () => Promise.reject(new Error('nobody signs in here')),
  clock: systemClock,
  log: { write: () => undefined },
  // A station that is told to quit goes on for a moment.
  publish: (snapshot) => process.connected && process.send?.({ snapshot }),
});

process.on('message', (asked: StationAsked) => void answer(asked));
process.on('disconnect', () => void stop());
station.refresh();

async function answer({ id, command }: StationAsked): Promise<void> {
  process.send?.({ id, result: await station.command(command) });
}
