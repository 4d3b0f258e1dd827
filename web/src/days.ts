/** Days as the server counts them: in UTC, YYYY-MM-DD. */
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const aDay = 86_400_000;

/** The days by which the dashboard of this moment was counted. */
export function daysOf(asOf: string) {
  const now = Date.parse(asOf);
  return {
    today: dayOf(now),
    yesterday: dayOf(now - aDay),
    fourteenBefore: dayOf(now - 14 * aDay),
    thirtyBefore: dayOf(now - 30 * aDay),
  };
}

/** The day some days after, or before, another (YYYY-MM-DD). */
export const dayAfter = (day: string, days: number) =>
  dayOf(Date.parse(`${day}T00:00:00Z`) + days * aDay);

/** The Monday of the week of an instant, as weeks are counted. */
export function mondayOf(instant: number): string {
  const weekday = (new Date(instant).getUTCDay() + 6) % 7;
  return dayOf(instant - weekday * aDay);
}
