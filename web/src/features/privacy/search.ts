import * as v from 'valibot';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));

/** What may stand in the address of the trail: codes, days and opaque ids (rule 124). */
export const TrailSearch = v.object({
  act: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[A-Z_]{1,40}$/))), undefined),
  who: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))), undefined),
  outcome: v.fallback(v.optional(v.picklist(['DONE', 'SEEN', 'REFUSED', 'FAILED'])), undefined),
  from: v.fallback(v.optional(day), undefined),
  until: v.fallback(v.optional(day), undefined),
});
export type TrailSearch = v.InferOutput<typeof TrailSearch>;

interface Entry {
  at: string;
  act: string;
  outcome: string;
  actor?: { id: string } | null | undefined;
}

/** Midnight at the beginning of a day, in the reader's own zone. */
function midnight(of: string, later = 0): number {
  const [year = 0, month = 1, date = 1] = of.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
}

/** Whether an entry is among what is sought. */
export function matches(entry: Entry, search: TrailSearch): boolean {
  const at = Date.parse(entry.at);
  return (
    (!search.act || entry.act === search.act) &&
    (!search.who || entry.actor?.id === search.who) &&
    (!search.outcome || entry.outcome === search.outcome) &&
    (!search.from || at >= midnight(search.from)) &&
    (!search.until || at < midnight(search.until, 1))
  );
}

/** Whether nothing older can be among what is sought: the trail goes back in time. */
export const isBefore = (entry: Entry, search: TrailSearch): boolean =>
  search.from !== undefined && Date.parse(entry.at) < midnight(search.from);

/** Whether anything is sought at all. */
export const isNarrowed = (search: TrailSearch): boolean =>
  Object.values(search).some((value) => value !== undefined);
