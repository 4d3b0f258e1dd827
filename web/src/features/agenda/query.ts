import { graphql } from '~/gql';
import type { PrepareStaffingQuery } from '~/gql/generated/graphql';

/** What a staffing of a case would talk over as it stands now, and who works on the case. */
export const PrepareStaffingDocument = graphql(`
  query PrepareStaffing($id: ID!) {
    case(id: $id) {
      id alias
      supervisor { id name }
      team { id role user { id name } }
      staffingAgenda { kind text }
    }
  }
`);
export type PreparedCase = NonNullable<PrepareStaffingQuery['case']>;
