/** With seconds: two entries of one minute are told apart. */
const TIME = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment as the computer's own language writes it; what is no date is told as it is. */
export function formatMoment(atMs: number): string {
  return Number.isNaN(new Date(atMs).getTime()) ? String(atMs) : TIME.format(atMs);
}

/** The beginning of a day of this computer; empty or half typed: `null`. `day`: as a date field has it. No journal is older than 1970. */
export function startOfDay(day: string): number | null {
  const atMs = new Date(`${day}T00:00:00`).getTime();
  return Number.isNaN(atMs) ? null : Math.max(0, atMs);
}

/** The end of that day: the beginning of the next one, which may come after 23 or 25 hours. */
export function endOfDay(day: string): number | null {
  const next = new Date(`${day}T00:00:00`);
  next.setDate(next.getDate() + 1);
  return Number.isNaN(next.getTime()) ? null : Math.max(0, next.getTime());
}
