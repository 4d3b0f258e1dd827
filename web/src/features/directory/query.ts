import { graphql } from '~/gql';
import type { ServicesQuery } from '~/gql/generated/graphql';

/** Services as lists show them, those checked most lately first (rule 81). */
export const ServicesDocument = graphql(`
  query Services($filter: ServiceFilter, $first: Int!, $after: String) {
    services(filter: $filter, first: $first, after: $after) {
      edges {
        why distance
        node {
          id name organizationName category city state states
          minimumAge maximumAge capabilities languages phone
          capacity verification verifiedOn
        }
      }
      searchedInstead
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type FoundService = ServicesQuery['services']['edges'][number];
export type ListedService = FoundService['node'];
