/** The order in which F6 goes round: the work first. */
const ORDER = [
  'hand-over',
  'kiosk',
  'queue',
  'practice',
  'doctor',
  'doctor-scans',
  'settings',
  'seeds',
  'orders',
  'shift',
  'history',
  'sign-in',
  'bar',
] as const;

const FIRST_STOPS =
  '[data-step-focus], [data-code-field], [role="row"][tabindex="0"], [role="grid"], button:enabled, input:enabled';

/** Moves the focus to the next area of the window that is on screen, or to the one before. */
export function focusArea(direction: 1 | -1): void {
  const areas = ORDER.flatMap((name) => document.querySelector<HTMLElement>(`[data-area="${name}"]`) ?? []);
  const present = areas.findIndex((area) => area.contains(document.activeElement));
  const start = present === -1 && direction === -1 ? 0 : present;
  const next = areas[(start + direction + areas.length) % areas.length];
  if (next) (firstStop(next) ?? next).focus();
}

/** The place in an area where work goes on: its field, then the row that had the focus, then the first control. */
function firstStop(area: HTMLElement): HTMLElement | null {
  const stops = [...area.querySelectorAll<HTMLElement>(FIRST_STOPS)].filter((stop) => stop.tabIndex >= 0);
  const rank = (stop: HTMLElement): number => {
    if (stop.matches('[data-step-focus], [data-code-field]')) return 0;
    return stop.matches('[role="row"], [role="grid"]') ? 1 : 2;
  };
  return stops.toSorted((one, other) => rank(one) - rank(other))[0] ?? null;
}
