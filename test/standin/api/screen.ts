// screen: one display of the size that pages see, with a bar at its bottom.
import { EventEmitter } from 'node:events';
import { SCREEN } from '../chromium/page-size.ts';
import { strict } from './strict.ts';

const BAR_HEIGHT = 30;
const workAreaSize = { width: SCREEN.width, height: SCREEN.height - BAR_HEIGHT };

const display = {
  id: 1,
  label: 'Stand-in',
  bounds: { x: 0, y: 0, ...SCREEN },
  workArea: { x: 0, y: 0, ...workAreaSize },
  size: SCREEN,
  workAreaSize,
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  touchSupport: 'unknown',
};
type Display = typeof display;

export const screen = strict(
  Object.assign(new EventEmitter(), {
    getPrimaryDisplay: (): Display => display,
    getAllDisplays: (): Display[] => [display],
    getDisplayNearestPoint: (): Display => display,
    getDisplayMatching: (): Display => display,
    getCursorScreenPoint: (): { x: number; y: number } => ({ x: 0, y: 0 }),
  }),
  'screen',
);
