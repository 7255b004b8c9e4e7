import { contextBridge, ipcRenderer } from 'electron';
import { ATTACH_CHANNEL, COMMAND_CHANNEL, SNAPSHOT_CHANNEL } from '../contract/channels.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { StationApi } from '../contract/station-api.ts';

const station: StationApi = {
  send: (command) => ipcRenderer.invoke(COMMAND_CHANNEL, command),
  watch: (onSnapshot) => {
    // The event object holds the way to the main process and must not reach the page.
    const listener = (_event: unknown, snapshot: Snapshot): void => {
      onSnapshot(snapshot);
    };
    ipcRenderer.on(SNAPSHOT_CHANNEL, listener);
    // Listen first, then ask: a picture that is pushed meanwhile is not missed, and an older one is dropped by revision.
    void ipcRenderer.invoke(ATTACH_CHANNEL).then(onSnapshot);
    return () => {
      ipcRenderer.off(SNAPSHOT_CHANNEL, listener);
    };
  },
};

contextBridge.exposeInMainWorld('station', station);
