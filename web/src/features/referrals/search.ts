import * as v from 'valibot';
import type { ReferralFilter, ReferralState } from '~/gql/generated/graphql';

export const referralParts = ['waiting', 'to-send', 'under-way', 'ended', 'all'] as const;
export type ReferralPart = (typeof referralParts)[number];
const views = ['mine', 'team'] as const;
export type ReferralView = (typeof views)[number];

/** The states of each part of the queue; of `waiting` and `all` the server decides. */
export const statesOf: Record<ReferralPart, readonly ReferralState[]> = {
  waiting: [],
  'to-send': ['DRAFT'],
  'under-way': ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'],
  ended: ['COMPLETED', 'REJECTED', 'FAILED', 'CANCELLED', 'ENTERED_IN_ERROR'],
  all: [],
};
/** The states by which a part can be narrowed further. */
export const narrowingOf = (part: ReferralPart): readonly ReferralState[] =>
  part === 'all'
    ? ['DRAFT', 'REQUESTED', ...statesOf['under-way'], ...statesOf.ended]
    : statesOf[part].length > 1
      ? statesOf[part]
      : [];

/** What may stand in the address of the queue: names of its parts and states (rule 124). */
export const ReferralsSearch = v.object({
  view: v.fallback(v.optional(v.picklist(views)), undefined),
  part: v.fallback(v.optional(v.picklist(referralParts)), undefined),
  state: v.fallback(
    v.optional(
      v.picklist([
        'DRAFT',
        'REQUESTED',
        'ACCEPTED',
        'IN_PROGRESS',
        'ON_HOLD',
        'COMPLETED',
        'REJECTED',
        'FAILED',
        'CANCELLED',
        'ENTERED_IN_ERROR',
      ] as const),
    ),
    undefined,
  ),
});
export type ReferralsSearch = v.InferOutput<typeof ReferralsSearch>;

/** The server's filter for what the address says. A state of another part does not narrow. */
export function filterOf(view: ReferralView, part: ReferralPart, state?: ReferralState) {
  const narrowed = state && narrowingOf(part).includes(state) ? [state] : statesOf[part];
  return {
    view: view === 'team' ? 'TEAM' : 'MINE',
    ...(part === 'waiting' ? { waiting: true } : {}),
    ...(narrowed.length ? { states: [...narrowed] } : {}),
  } satisfies ReferralFilter;
}
