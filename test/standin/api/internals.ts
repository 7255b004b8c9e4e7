// What the stand-in keeps for itself on objects that the app sees stands under a symbol: the app cannot stumble over it.
import type { Page } from '../chromium/page.ts';
import type { InvokeHandler } from './ipc-main.ts';

export const pageOf: unique symbol = Symbol('page');
export const handlersOf: unique symbol = Symbol('handlers');
export const handlerOf: unique symbol = Symbol('handler');
export const hooksOf: unique symbol = Symbol('hooks');

export interface HasPage {
  readonly [pageOf]: Page;
}
export interface HasHandlers {
  readonly [handlersOf]: ReadonlyMap<string, InvokeHandler>;
}
