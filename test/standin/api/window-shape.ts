// What the app believes of a window's place, size and state. On a display only the size is real.
import type { EventEmitter } from 'node:events';
import type { Bounds } from '../chromium/page-size.ts';

type State = 'normal' | 'minimized' | 'maximized' | 'full screen';

export interface ShapeOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly show?: boolean;
}

export class WindowShape {
  state: State = 'normal';
  isShown: boolean;
  bounds: Bounds;
  private minimum: readonly [width: number, height: number];

  constructor(options: ShapeOptions) {
    // 800 by 600 is Electron's default.
    const { x = 0, y = 0, width = 800, height = 600, minWidth = 0, minHeight = 0, show = true } = options;
    this.isShown = show;
    this.minimum = [minWidth, minHeight];
    this.bounds = this.atLeastMinimum({ x, y, width, height });
  }

  get minimumSize(): number[] {
    return [...this.minimum];
  }
  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height];
  }

  /** Takes the new bounds and tells the window's listeners what of them changed. */
  change(change: Partial<Bounds>, window: EventEmitter): void {
    const old = this.bounds;
    this.bounds = this.atLeastMinimum({ ...old, ...change });
    const { x, y, width, height } = this.bounds;
    if (width !== old.width || height !== old.height) for (const event of ['resize', 'resized']) window.emit(event);
    if (x !== old.x || y !== old.y) for (const event of ['move', 'moved']) window.emit(event);
  }
  enter(state: State, event: string, window: EventEmitter): void {
    this.state = state;
    window.emit(event);
  }

  private atLeastMinimum(bounds: Bounds): Bounds {
    const [width, height] = this.minimum;
    return { ...bounds, width: Math.max(bounds.width, width), height: Math.max(bounds.height, height) };
  }
}
