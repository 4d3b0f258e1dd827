/** How much of a case's time is looked at, and which part of it. All instants in milliseconds. */

export const zooms = ['month', 'quarter', 'year', 'all'] as const;
export type Zoom = (typeof zooms)[number];

const day = 86_400_000;
const days: Record<Exclude<Zoom, 'all'>, number> = { month: 30, quarter: 90, year: 365 };

/** From an instant (with it) to another (without it). */
export interface Span {
  from: number;
  to: number;
}

/**
 * The time of a preset, so many steps back from today; undefined: all of it. A third of the
 * present one lies ahead. It changes with the day alone, so that it is not asked for anew
 * each minute.
 */
export function spanOf(zoom: Zoom, back: number, now: number): Span | undefined {
  if (zoom === 'all') return undefined;
  const tomorrow = (Math.floor(now / day) + 1) * day;
  const length = days[zoom] * day;
  const to = tomorrow - back * length;
  return { from: to - length, to: back === 0 ? to + length / 3 : to };
}

/** What is drawn when all of it is: a little more than what is known, and today. */
export const wholeOf = (beginsAt: string, endsAt: string, now: number): Span => ({
  from: Date.parse(beginsAt) - day,
  to: Math.max(Date.parse(endsAt) + day, now + 7 * day),
});
