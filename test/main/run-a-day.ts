import { systemClock } from '../../electron/io/clock/system-clock.ts';
import { composeStation } from '../../electron/main/compose-station.ts';
import { openSettings } from '../fakes/open-settings.ts';

/** Starts a practice station in the folder of the first argument, scans, stops, and says what still keeps the process alive. */
const [, , dataPath = ''] = process.argv;
const { station, stop } = await composeStation({
  settings: await openSettings(dataPath),
  openBrowser: () => Promise.resolve(),
  dataPath,
  fetch: () => Promise.reject(new TypeError('nothing leaves here')),
  clock: systemClock,
  log: { write: () => undefined },
  publish: () => undefined,
});
await station.command({ kind: 'practiceScan', text: 'GALT11420104', aimId: ']C0', reader: 1 });
await station.idle();
await stop();
// One turn, in which what was closed is let go.
await new Promise((resolve) => setImmediate(resolve));
const streams = ['PipeWrap', 'TTYWrap', 'TCPSocketWrap', 'ReadStream'];
const left = process.getActiveResourcesInfo().filter((name) => !streams.includes(name));
process.stdout.write(JSON.stringify({ scanned: station.snapshot().queue.counts.all, left }));
process.exit();
