// What happens in a page, as the events of webContents.
import type { EventEmitter } from 'node:events';
import { fromChromium } from '../chromium/app-scheme.ts';
import type { Page } from '../chromium/page.ts';
import type { DocumentEvents } from '../chromium/shown-document.ts';
import { dispatchIpc } from './ipc-dispatch.ts';
import { liveWebContents } from './live-web-contents.ts';
import { nativeTheme } from './native-theme.ts';
import { applyPermissions } from './permissions.ts';
import { preventable } from './preventable-event.ts';
import type { WebContents } from './web-contents.ts';

type ConsoleLine = DocumentEvents['console'][0];

function toConsoleMessage(line: ConsoleLine, contents: WebContents): object {
  const isTrouble = line.type === 'warning' || line.type === 'error';
  const [call] = line.stackTrace?.callFrames ?? [];
  return {
    level: isTrouble ? line.type : 'info',
    message: line.args.map((argument) => String(argument.value ?? argument.description ?? '')).join(' '),
    lineNumber: call?.lineNumber ?? 0,
    sourceId: fromChromium(call?.url ?? ''),
    frame: contents.mainFrame,
  };
}

/** Makes the page's events those of its webContents, for as long as the page is open. */
export function forwardPageEvents(page: Page, contents: WebContents): void {
  const emitter: EventEmitter = contents;
  const followTheme = (): void => page.setDark(nativeTheme.shouldUseDarkColors);
  liveWebContents.add(contents);
  nativeTheme.on('updated', followTheme);
  page.on('message', (message, deliver) => dispatchIpc(contents, message, deliver));
  page.shown.on('started loading', () => emitter.emit('did-start-loading'));
  page.shown.on('navigated', (url) => {
    void applyPermissions(contents);
    emitter.emit('did-navigate', preventable({}), url, 200, 'OK');
  });
  page.shown.on('navigated in page', (url) => emitter.emit('did-navigate-in-page', preventable({}), url, true, 1, 1));
  page.shown.on('dom ready', () => emitter.emit('dom-ready', preventable({})));
  page.shown.on('loaded', () => {
    emitter.emit('did-finish-load');
    emitter.emit('did-stop-loading');
  });
  page.shown.on('console', (line) => emitter.emit('console-message', preventable(toConsoleMessage(line, contents))));
  page.shown.on('crashed', () => {
    emitter.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 5 });
  });
  page.on('gone', () => {
    liveWebContents.delete(contents);
    nativeTheme.off('updated', followTheme);
    emitter.emit('destroyed');
  });
}
