// Permissions. Chromium cannot ask the app each time, so the app's handlers are asked ahead, for every permission that
// Chromium lets one set, whenever a window has navigated and whenever a handler changes.
import { browserSession } from '../chromium/chromium-process.ts';
import type { WebContents } from './web-contents.ts';

interface PermissionDetails {
  readonly requestingUrl: string;
  readonly isMainFrame: boolean;
  readonly mediaTypes: readonly string[];
}
export type PermissionRequestHandler = (
  contents: WebContents,
  permission: string,
  callback: (granted: boolean) => void,
  details: PermissionDetails,
) => void;
export type PermissionCheckHandler = (
  contents: WebContents,
  permission: string,
  requestingOrigin: string,
  details: PermissionDetails,
) => boolean;

// Chromium's name, and Electron's.
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['midi', 'midi'],
  ['idle-detection', 'idle-detection'],
  ['screen-wake-lock', 'screen-wake-lock'],
] as const;

const handlers: { request: PermissionRequestHandler | null; check: PermissionCheckHandler | null } = {
  request: null,
  check: null,
};

/** Sets who decides when a page asks; null grants everything. */
export function setRequestHandler(handler: PermissionRequestHandler | null): void {
  handlers.request = handler;
}
/** Sets who tells a page what it already has; null grants everything. */
export function setCheckHandler(handler: PermissionCheckHandler | null): void {
  handlers.check = handler;
}

// As Electron: without a handler everything is granted.
async function isGranted(contents: WebContents, permission: string): Promise<boolean> {
  const { check, request } = handlers;
  const details = { requestingUrl: contents.getURL(), isMainFrame: true, mediaTypes: [] };
  if (check && !check(contents, permission, contents.mainFrame.origin, details)) return false;
  if (!request) return true;
  return new Promise((resolve) => {
    request(contents, permission, resolve, details);
  });
}

/** Tells Chromium what the app's handlers say for this page. */
export async function applyPermissions(contents: WebContents): Promise<void> {
  for (const [name, permission] of PERMISSIONS) {
    const setting = (await isGranted(contents, permission)) ? 'granted' : 'denied';
    browserSession().post('Browser.setPermission', { permission: { name }, setting });
  }
}
