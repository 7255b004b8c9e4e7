// The webContents that are open, and the module `webContents` that finds them.
import type { HasPage } from './internals.ts';
import { pageOf } from './internals.ts';
import { openWindows } from './open-windows.ts';
import { strict } from './strict.ts';
import type { WebContents } from './web-contents.ts';

export const liveWebContents = new Set<WebContents & HasPage>();

const find = (fits: (contents: WebContents & HasPage) => boolean): WebContents | undefined =>
  [...liveWebContents].find(fits);

export const webContents = strict(
  {
    getAllWebContents: (): WebContents[] => [...liveWebContents],
    getFocusedWebContents: (): WebContents | null => openWindows.focused?.webContents ?? null,
    fromId: (id: number): WebContents | undefined => find((contents) => contents.id === id),
    fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
      find((contents) => contents[pageOf].targetId === targetId),
  },
  'webContents',
);
