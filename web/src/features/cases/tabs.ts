import * as v from 'valibot';

export const caseTabs = [
  'overview',
  'plan',
  'support',
  'contacts',
  'away',
  'observations',
  'referrals',
  'releases',
  'staffings',
  'timeline',
  'people',
  'history',
] as const;
export type CaseTab = (typeof caseTabs)[number];

/** What may stand in the address of a case: which part of it is in front. */
export const CaseSearch = v.object({
  tab: v.fallback(v.optional(v.picklist(caseTabs)), undefined),
});
