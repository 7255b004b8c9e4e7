// The events of Electron that can happen here, for silent-events.ts to know the others.

export const APP_EVENTS = [
  'activate',
  'before-quit',
  'browser-window-blur',
  'browser-window-created',
  'browser-window-focus',
  'quit',
  'ready',
  'render-process-gone',
  'second-instance',
  'web-contents-created',
  'will-quit',
  'window-all-closed',
];

export const WINDOW_EVENTS = [
  'blur',
  'close',
  'closed',
  'enter-full-screen',
  'focus',
  'hide',
  'leave-full-screen',
  'maximize',
  'minimize',
  'move',
  'moved',
  'page-title-updated',
  'ready-to-show',
  'resize',
  'resized',
  'restore',
  'show',
  'unmaximize',
];

export const WEB_CONTENTS_EVENTS = [
  'console-message',
  'destroyed',
  'did-fail-load',
  'did-finish-load',
  'did-navigate',
  'did-navigate-in-page',
  'did-start-loading',
  'did-stop-loading',
  'dom-ready',
  'ipc-message',
  'page-title-updated',
  'preload-error',
  'render-process-gone',
  'will-frame-navigate',
  'will-navigate',
  // Two guards that have nothing to refuse here: the network is cut off, and webPreferences.webviewTag is refused.
  'will-attach-webview',
  'will-redirect',
];
