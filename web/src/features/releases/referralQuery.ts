import { graphql } from '~/gql';
import type { ReferralSharingQuery } from '~/gql/generated/graphql';

/** What was asked and shared of a referral, and what would cover it. */
export const ReferralSharingDocument = graphql(`
  query ReferralSharing($id: ID!) {
    referral(id: $id) {
      id version state
      case {
        id can
        people { id role name }
        releases(first: 50) {
          edges {
            node {
              id status purpose purposeWords categories methods expiresAt recipientName
              recipient { id }
              person { id name }
            }
          }
        }
      }
      service { id name email }
      answerLinks { id kind state sentAt expiresAt answeredAt answer }
      disclosures {
        id madeAt categories method seenAt
        madeBy { id name }
        links { id state sentAt expiresAt }
        content { recipientName notice releaseCopy parts { category lines { field text } } }
      }
    }
  }
`);
export type SharedReferral = NonNullable<ReferralSharingQuery['referral']>;
export type SharedLink = SharedReferral['answerLinks'][number];
export type SharedDisclosure = SharedReferral['disclosures'][number];

/** Shares with the service that accepted exactly what was shown (rules 12, 28, 87). */
export const ReferralShareDocument = graphql(`
  mutation ReferralShare($input: ReferralShareInput!) {
    referralShare(input: $input) {
      ... on ReferralShareSuccess { referral { id version } }
      ... on Problem { code message }
      ... on DisclosureRefusedProblem { why: refusal }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

export const LinkSendDocument = graphql(`
  mutation ReferralLinkSend($input: ReferralLinkSendInput!) {
    referralLinkSend(input: $input) {
      ... on ReferralLinkSendSuccess { referral { id } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);
