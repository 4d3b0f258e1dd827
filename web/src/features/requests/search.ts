import * as v from 'valibot';
import { requestTopic, states, urgency } from '~/features/words';
import type { RequestState, RequestsQueryVariables } from '~/gql/generated/graphql';

export const requestViews = ['open', 'waiting', 'answered', 'cases', 'closed'] as const;
export type RequestView = (typeof requestViews)[number];

/** By when something is to be done about a request. */
export const requestsDue = ['late', 'soon', 'follow-up'] as const;
export type RequestsDue = (typeof requestsDue)[number];

const oneOf = <Code extends string>(words: Readonly<Record<Code, unknown>>) =>
  v.fallback(v.optional(v.picklist(Object.keys(words) as Code[])), undefined);

/** What may stand in the address of the inbox: codes, nothing else (rule 124). */
export const RequestsSearch = v.object({
  view: v.fallback(v.optional(v.picklist(requestViews)), undefined),
  urgency: oneOf(urgency),
  topic: oneOf(requestTopic),
  state: oneOf(states),
  due: v.fallback(v.optional(v.picklist(requestsDue)), undefined),
});
export type RequestsSearch = v.InferOutput<typeof RequestsSearch>;

export const statesOf: Record<RequestView, RequestState[]> = {
  open: ['WAITING', 'ANSWERED'],
  waiting: ['WAITING'],
  answered: ['ANSWERED'],
  cases: ['CASE_OPENED'],
  closed: ['CLOSED'],
};

/** What the server is asked for by an address. What waits stands in the order in which it is due. */
export function askedFor({ view = 'open', ...search }: RequestsSearch): RequestsQueryVariables {
  return {
    states: statesOf[view],
    order: view === 'open' || view === 'waiting' ? 'DUE_FIRST' : 'NEWEST_FIRST',
    filter: {
      urgency: search.urgency ? [search.urgency] : null,
      topics: search.topic ? [search.topic] : null,
      jurisdictions: search.state ? [search.state] : null,
      late: search.due === 'late',
      dueSoon: search.due === 'soon',
      followUpDue: search.due === 'follow-up',
    },
  };
}
