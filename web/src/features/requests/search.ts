import * as v from 'valibot';
import type { RequestState } from '~/gql/generated/graphql';

export const requestViews = ['open', 'waiting', 'answered', 'cases', 'closed'] as const;
export type RequestView = (typeof requestViews)[number];

/** What may stand in the address of the inbox: a view's name, nothing else (rule 124). */
export const RequestsSearch = v.object({
  view: v.fallback(v.optional(v.picklist(requestViews)), undefined),
});

export const statesOf: Record<RequestView, RequestState[]> = {
  open: ['WAITING', 'ANSWERED'],
  waiting: ['WAITING'],
  answered: ['ANSWERED'],
  cases: ['CASE_OPENED'],
  closed: ['CLOSED'],
};
