import { graphql } from '~/gql';
import type { CaseTimelineQuery } from '~/gql/generated/graphql';

/** Days and kinds of what happened on a case, each list bounded; nobody's words are asked for. */
export const CaseTimelineDocument = graphql(`
  query CaseTimeline($id: ID!, $endedSince: Date) {
    case(id: $id) {
      id openedAt
      episodes(first: 50) {
        edges { node { id infoReceivedAt recoveredAt } }
        pageInfo { hasNextPage }
      }
      contacts(first: 100) {
        edges { node { id occurredAt channel outcome } }
        pageInfo { hasNextPage }
      }
      referrals(first: 50) {
        edges { node { id createdAt state } }
        pageInfo { hasNextPage }
      }
      staffings(first: 50) {
        edges { node { id at type cancelled } }
        pageInfo { hasNextPage }
      }
      plan { id state activatedAt reviewOn reviews { heldAt } endings { endedAt } }
      runningClocks { id title status startedAt dueAt }
    }
    clocks(
      filter: {
        case: $id
        status: [MET, MET_LATE, WAIVED, NOT_APPLICABLE]
        endedSince: $endedSince
      }
      first: 100
    ) {
      edges { node { id title status startedAt dueAt metAt endedAt } }
      pageInfo { hasNextPage }
    }
  }
`);
export type TimelineData = CaseTimelineQuery;
