import { graphql } from '~/gql';
import type { ReleasePeopleQuery, ReleasesQuery } from '~/gql/generated/graphql';

export const ReleasesDocument = graphql(`
  query Releases($id: ID!, $after: String) {
    case(id: $id) {
      id
      releases(first: 10, after: $after) {
        edges {
          node {
            id status prompts recipientName categories purpose purposeWords methods
            startsAt expiresAt longerReason
            explainedHow explainedLanguage explainedBy { id name }
            redisclosureNotice signerPolicy signerBasis signersMissing
            recipient { id }
            person { id name }
            signatures { capacity basis signedAt witness signer { id name } }
            withdrawnAt withdrawnHow withdrawnWords withdrawnBy { id name }
            draftedAt draftedBy { id name }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
export type ListedRelease = NonNullable<ReleasesQuery['case']>['releases']['edges'][number]['node'];

/** Who is on the case: about whom a release is, and who may sign. */
export const ReleasePeopleDocument = graphql(`
  query ReleasePeople($id: ID!) {
    releaseLimits { usualDays daysWithoutReason mostDays }
    case(id: $id) {
      id
      people { id role name relation allegedOffender disqualifiedSigner }
      team { id user { id name } }
    }
  }
`);
export type PersonOnCase = NonNullable<ReleasePeopleQuery['case']>['people'][number];
export type ReleaseLimits = ReleasePeopleQuery['releaseLimits'];
