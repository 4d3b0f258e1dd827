import { graphql } from '~/gql';
import type { OfferedTemplatesQuery } from '~/gql/generated/graphql';

/** What can be taken, and the case that takes it. */
export const OfferedDocument = graphql(`
  query OfferedTemplates($case: ID!) {
    planTemplates(offered: true) {
      id title situation language
      current {
        id number
        reviews { state }
        body { about goals { number domain owner text steps { text by days } } }
      }
    }
    case(id: $case) {
      id alias
      plan { id version state }
      team { id role user { id name } }
    }
    colleagues { id name }
  }
`);

export type Offered = OfferedTemplatesQuery['planTemplates'][number];
export type TakingCase = NonNullable<OfferedTemplatesQuery['case']>;
export type TemplateVersion = NonNullable<Offered['current']>;
export type TemplateGoal = TemplateVersion['body']['goals'][number];
