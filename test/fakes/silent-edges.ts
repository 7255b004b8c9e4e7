import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { refuse } from '../../electron/core/result.ts';
import { BUILT_IN_SETTINGS } from '../../electron/core/settings-built-in.ts';
import { settingsOf } from '../../electron/core/settings-merge.ts';
import type { StationOptions } from '../../electron/main/station.ts';

/** Desks beside the queue that reach nothing: no dialogs, no printers, no seeds. */
export const SILENT_EDGES: StationOptions['deskEdges'] = {
  seeds: { devices: () => null, newDevices: () => null, find: () => [], view: () => null },
  files: { chooseFile: () => Promise.resolve(null), chooseTarget: () => Promise.resolve(null) },
  printer: { printers: () => Promise.resolve([]), print: () => Promise.resolve(refuse('printer-gone')) },
  dataPath: tmpdir(),
  settings: () => settingsOf(BUILT_IN_SETTINGS.values),
  newKey: randomUUID,
};
