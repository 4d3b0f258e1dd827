import * as v from 'valibot';
import type { CaseFilter, CaseOrder } from '~/gql/generated/graphql';

export const caseViews = [
  'mine',
  'team',
  'no-specialist',
  'no-voice',
  'review-overdue',
  'no-contact-14',
  'no-contact-30',
  'closed',
] as const;
export type CaseViewName = (typeof caseViews)[number];

const orders = ['contact', 'review', 'opened'] as const;

/** What may stand in the address of the list: names of views, and opaque ids (rule 124). */
export const CasesSearch = v.object({
  view: v.fallback(v.optional(v.picklist(caseViews)), undefined),
  order: v.fallback(v.optional(v.picklist(orders)), undefined),
  /** Only the cases of this colleague: an opaque id. */
  specialist: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))), undefined),
  /** Only the cases that one supervises, as the dashboard counts. */
  whose: v.fallback(v.optional(v.picklist(['team'])), undefined),
  /** Only cases with a referral that waits for an answer. */
  referrals: v.fallback(v.optional(v.picklist(['waiting'])), undefined),
});
export type CasesSearch = v.InferOutput<typeof CasesSearch>;

const filters: Record<CaseViewName, CaseFilter> = {
  mine: { view: 'MINE' },
  team: { view: 'TEAM' },
  'no-specialist': { noSpecialist: true },
  'no-voice': { withoutYouthVoice: true },
  'review-overdue': { reviewOverdue: true },
  'no-contact-14': { noContactDays: 14 },
  'no-contact-30': { noContactDays: 30 },
  closed: { status: ['CLOSED'] },
};

/** The server's filter for what the address says. */
export function filterOf(view: CaseViewName, search: CasesSearch): CaseFilter {
  return {
    ...filters[view],
    ...(search.whose ? { view: 'TEAM' as const } : {}),
    ...(search.specialist ? { specialist: search.specialist } : {}),
    ...(search.referrals ? { referralWaiting: true } : {}),
  };
}

export const orderOf: Record<(typeof orders)[number], CaseOrder> = {
  contact: 'LAST_CONTACT_FIRST_OLDEST',
  review: 'NEXT_REVIEW',
  opened: 'OPENED_NEWEST',
};
export type CaseOrderName = (typeof orders)[number];
