// What the preload's world and the host tell each other. The arguments and values are codec text.

export type FromPreload =
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'preload-error'; readonly script: string; readonly message: string };

export type ToPreload =
  | { readonly kind: 'event'; readonly channel: string; readonly args: string }
  | { readonly kind: 'resolved'; readonly id: number; readonly value: string }
  | { readonly kind: 'rejected'; readonly id: number; readonly message: string };

/** The name of Electron's own isolated world, in which a preload runs. */
export const PRELOAD_WORLD = 'Electron Isolated Context';
/** The function of the preload's world that hands a FromPreload, as JSON, to the host. */
export const POST = 'standinPost';
/** The function of the preload's world that takes a ToPreload from the host. */
export const DELIVER = 'standinDeliver';

/** A world for the stand-in alone, and its function that hands the document's title to the host. */
export const TITLE_WORLD = 'stand-in';
export const TELL_TITLE = 'standinTitle';

/** What a sandboxed preload may know of its process: nothing that names a folder of this machine. */
export interface PreloadProcess {
  readonly type: 'renderer';
  readonly sandboxed: true;
  readonly contextIsolated: true;
  readonly platform: string;
  readonly arch: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly env: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
}
