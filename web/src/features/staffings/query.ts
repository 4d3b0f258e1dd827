import { graphql } from '~/gql';
import type { StaffingsQuery } from '~/gql/generated/graphql';

export const StaffingsDocument = graphql(`
  query Staffings($from: DateTime!, $after: String) {
    staffings(from: $from, first: 50, after: $after) {
      edges {
        node {
          id type at cancelled
          facilitator { id name }
          cases { id alias }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type StaffingRow = StaffingsQuery['staffings']['edges'][number]['node'];
