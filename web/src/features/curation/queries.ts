import { graphql } from '~/gql';
import type { DirectoryTasksQuery } from '~/gql/generated/graphql';

/** What waits for one reason, what waits longest first. */
export const TasksDocument = graphql(`
  query DirectoryTasks($kind: DirectoryTaskKind!, $state: State, $first: Int!, $after: String) {
    directoryTasks(kind: $kind, state: $state, first: $first, after: $after) {
      edges {
        node {
          kind since changed
          service {
            id version name organizationName category city state states capabilities phone
            capacity capacityOn capacityByService verification verifiedOn
          }
          waiting { id name organizationName description category state source importedAt }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type Task = DirectoryTasksQuery['directoryTasks']['edges'][number]['node'];

/** How much waits for each reason; 100 are 100 or more. */
export const CountsDocument = graphql(`
  query DirectoryTaskCounts {
    directoryTaskCounts { kind count }
  }
`);

/** What these lists show changes with each of these. */
export const touches = ['Service', 'WaitingService', 'DirectoryTask'];
