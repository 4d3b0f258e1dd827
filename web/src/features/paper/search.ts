import * as v from 'valibot';

/** What may stand in the address while a print-out is prepared: codes alone (rule 124). */
export const PaperSearch = v.object({
  audience: v.fallback(
    v.optional(v.picklist(['YOUTH', 'TEAM', 'SAFETY_PLAN', 'ACCOUNTING', 'RELEASE_FORM'])),
    undefined,
  ),
  /** The young person of an accounting, or the release of a form: an opaque id. */
  of: v.fallback(v.optional(v.string()), undefined),
  /** The language of the paper's own words; absent: as the server suggests. */
  language: v.fallback(v.optional(v.picklist(['EN', 'ES'])), undefined),
  /** Whether the pictures stand on the team's copy. */
  pictures: v.fallback(v.optional(v.boolean()), undefined),
});
export type PaperSearch = v.InferOutput<typeof PaperSearch>;
