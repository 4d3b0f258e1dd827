import type { Agreement, PlanDomain } from '~/gql/generated/enums';

/** A goal in her words, and what it is about. */
export interface GoalAddInput {
  text: string;
  domain: PlanDomain;
}

/** What she thinks of one of her goals. */
export interface GoalAnswer {
  state?: 'ACCEPTED' | 'SET_ASIDE';
  agreement?: Agreement;
}
