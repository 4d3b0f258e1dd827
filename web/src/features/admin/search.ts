import * as v from 'valibot';
import type { MailState } from '~/gql/generated/graphql';

export const mailViews = ['parked', 'waiting', 'sent'] as const;
export type MailView = (typeof mailViews)[number];

/** What may stand in the address of the list of mail: a view's name, nothing else (rule 124). */
export const MailSearch = v.object({
  view: v.fallback(v.optional(v.picklist(mailViews)), undefined),
});

export const statesOf: Record<MailView, MailState[]> = {
  parked: ['PARKED'],
  waiting: ['WAITING'],
  sent: ['SENT'],
};
