import { graphql } from '~/gql';
import type { CaseTimelineQuery } from '~/gql/generated/graphql';

/** Days and kinds of what happened on a case within a time; nobody's words are asked for. */
export const CaseTimelineDocument = graphql(`
  query CaseTimeline($id: ID!, $from: DateTime, $to: DateTime) {
    case(id: $id) {
      id
      timeline(from: $from, to: $to) {
        beginsAt endsAt cut
        episodes { id infoReceivedAt recoveredAt }
        plans {
          phases { state from until }
          immediate { writtenFrom activatedAt endedAt }
          versions { number frozenAt }
          reviews { heldAt }
          nextReviewOn
        }
        contacts { id occurredAt channel outcome }
        referrals { id createdAt state }
        staffings { id at type }
        clocks { id title status startedAt dueAt metAt endedAt }
      }
    }
  }
`);
export type TimelineData = NonNullable<NonNullable<CaseTimelineQuery['case']>['timeline']>;
