import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { ATTACH_CHANNEL, COMMAND_CHANNEL } from '../contract/channels.ts';
import type { Result } from '../contract/result.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { parseCommand } from '../core/parse-command.ts';
import { isAppUrl } from './app-origin.ts';
import type { Station } from './station.ts';

export type Door = {
  /** The one page that may speak, or `null` while there is no window. */
  readonly page: () => WebContents | null;
  readonly onStranger: (url: string) => void;
};

/** Opens the door between the window and the station: who asks, what is asked, whether it is allowed, in this order. */
export function openDoor(station: Pick<Station, 'command' | 'snapshot'>, door: Door): void {
  ipcMain.handle(COMMAND_CHANNEL, async (event, value: unknown): Promise<Result<null>> => {
    checkSender(event, door);
    const command = parseCommand(value);
    return command.ok ? station.command(command.value) : command;
  });
  ipcMain.handle(ATTACH_CHANNEL, (event): Snapshot => {
    checkSender(event, door);
    return station.snapshot();
  });
}

/** A stranger gets an error, never an empty answer that could be taken for an ordinary one. */
function checkSender(event: IpcMainInvokeEvent, door: Door): void {
  const frame = event.senderFrame;
  const isOurs = event.sender.id === door.page()?.id && frame !== null && frame.parent === null && isAppUrl(frame.url);
  if (isOurs) return;
  door.onStranger(frame?.url ?? '');
  throw new Error('this page may not speak to the station');
}
