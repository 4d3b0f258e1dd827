import { graphql } from '~/gql';
import type { ServicesQuery } from '~/gql/generated/graphql';

/** Services as lists show them, those checked most lately first (rule 81). */
export const ServicesDocument = graphql(`
  query Services($filter: ServiceFilter, $first: Int!, $after: String) {
    services(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id name organizationName category city state states
          minimumAge maximumAge capabilities languages phone
          capacity verification verifiedOn
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type ListedService = ServicesQuery['services']['edges'][number]['node'];
