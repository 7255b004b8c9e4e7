/** The three channels between the window and the main process. A new feature is a new command or snapshot field, not a channel. */
export const COMMAND_CHANNEL = 'station:command';
export const ATTACH_CHANNEL = 'station:attach';
export const SNAPSHOT_CHANNEL = 'station:snapshot';
