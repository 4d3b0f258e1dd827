import { graphql } from '~/gql';
import type { PaperPreviewQuery, PaperQuery } from '~/gql/generated/graphql';

/** The copies that were made of a case's plan. */
export const PaperDocument = graphql(`
  query Paper($id: ID!) {
    case(id: $id) {
      id alias can
      planCopies { id number audience madeAt takenAt madeBy { id name } }
    }
  }
`);
export type PaperCase = NonNullable<PaperQuery['case']>;

/** All that will be on a copy. */
export const PaperPreviewDocument = graphql(`
  query PaperPreview($id: ID!, $audience: CopyAudience!, $of: ID, $language: Locale, $figures: Boolean) {
    case(id: $id) {
      id
      planCopyPreview(audience: $audience, of: $of, language: $language, figures: $figures) {
        audience language title notice unprintable contentHash
        parts {
          heading
          blocks {
            kind text note
            figure {
              ticks { at text }
              rows { label marks { look from to } }
              key { look text }
            }
          }
        }
      }
    }
  }
`);
export type Preview = NonNullable<NonNullable<PaperPreviewQuery['case']>['planCopyPreview']>;

/** Types whose change makes any of this stale. */
export const touches = [
  'RecoveryPlan',
  'Goal',
  'Step',
  'Case',
  'PlanCopy',
  'Release',
  'Disclosure',
];
