import * as v from 'valibot';

/** What may stand in the address of the list: which side of now, and a month that has been. */
export const StaffingsSearch = v.object({
  view: v.fallback(v.optional(v.picklist(['past'])), undefined),
  month: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/))), undefined),
});

/** The first instants of a month (YYYY-MM) and of the next one, in the reader's own zone. */
export function boundsOf(month: string): { from: Date; until: Date } {
  const [year = 0, at = 1] = month.split('-').map(Number);
  return { from: new Date(year, at - 1, 1), until: new Date(year, at, 1) };
}

/** The month of an instant, or some months after it: YYYY-MM. */
export function monthOf(instant: Date, later = 0): string {
  const day = new Date(instant.getFullYear(), instant.getMonth() + later, 1);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`;
}
