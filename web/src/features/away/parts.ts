import { graphql } from '~/gql';
import type { EpisodePageQuery } from '~/gql/generated/graphql';

/** One time away with all that belongs to it. */
export const EpisodePageDocument = graphql(`
  query EpisodePage($id: ID!) {
    node(id: $id) {
      id
      ... on MissingEpisode {
        version type whereabouts allowedMoves infoReceivedAt known
        openedBy { id name }
        recoveredAt recoveryLocation recoveryNote interstate closedAt
        screening screeningNote placementResponse stillOpen
        case { id alias can }
        clocks { ...ClockParts }
        notices {
          id party method agency personSpokenTo reference at recordedAt backDated
          askedNotToRevealCare recordedBy { id name }
        }
        report {
          id version photo description endangerment noEndangermentKnown lastSeenAt lastSeenPlace
          clothing accompaniedBy guardianContact agencyContact stillOpen unknown changedAt
          changedBy { id name }
        }
        returnConversations {
          id answer offeredAt recordedAt reOfferOn youthWords note factors factorsAnswer
          experiences experiencesAnswer recordedBy { id name }
        }
      }
    }
  }
`);
export type Episode = Extract<EpisodePageQuery['node'], { __typename: 'MissingEpisode' }>;
export type Report = NonNullable<Episode['report']>;
export type Conversation = Episode['returnConversations'][number];
export type ReturnPart = Episode['stillOpen'][number];
