// Puts a small API on the page: one of each shape that can cross the context bridge.
const { contextBridge, ipcRenderer } = require('electron');

function listen(channel, listener) {
  const hear = (_event, value) => listener(value);
  ipcRenderer.on(channel, hear);
  return () => ipcRenderer.off(channel, hear);
}

contextBridge.exposeInMainWorld('fixture', {
  about: () => ipcRenderer.invoke('about'),
  echo: (...values) => ipcRenderer.invoke('echo', ...values),
  fail: () => ipcRenderer.invoke('fail'),
  count: (upTo) => ipcRenderer.send('count', upTo),
  onCounted: (listener) => listen('counted', listener),
  onDone: (listener) => listen('done', listener),
  sum: (a, b) => a + b,
  platform: process.platform,
});
