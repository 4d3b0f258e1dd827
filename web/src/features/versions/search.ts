import * as v from 'valibot';

const number = v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))), undefined);

/** What may stand in the address of a plan's record: numbers of versions, and a day (rule 124). */
export const RecordSearch = v.object({
  view: v.fallback(v.optional(v.picklist(['read', 'compare', 'day'])), undefined),
  /** The version that is read. */
  version: number,
  /** The versions that are compared; without `to`, with the plan as it is now. */
  from: number,
  to: number,
  /** The day to which the plan is read back. */
  on: v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined),
});
export type RecordSearch = v.InferOutput<typeof RecordSearch>;

/** What may stand in the address of the queue: with which plan to begin, an opaque id. */
export const ReviewSearch = v.object({
  plan: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))), undefined),
});
