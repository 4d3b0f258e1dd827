import * as v from 'valibot';

const isMonday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

/** What may stand in the address of the list of contacts: whose cases, and a week's Monday. */
export const ContactsSearch = v.object({
  view: v.fallback(v.optional(v.picklist(['mine', 'team'])), undefined),
  week: v.fallback(
    v.optional(
      v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/), v.check(isMonday, 'a week has its Monday')),
    ),
    undefined,
  ),
});
