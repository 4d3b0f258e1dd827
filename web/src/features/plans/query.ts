import { graphql } from '~/gql';
import type { CasePlanQuery } from '~/gql/generated/graphql';

/** The plan of a case with all its parts, as the editor shows it. */
export const CasePlanDocument = graphql(`
  query CasePlan($id: ID!) {
    case(id: $id) {
      id alias can
      plan {
        id version state activatedAt reviewOn allowedMoves
        draft { material }
        approval { state }
        rightExplained { on by { id name } }
        voice { kind words note nextOfferOn recordedAt recordedBy { id name } }
        together { kind at words by { id name } }
        strengths { id kind text }
        goals {
          id version domain text inYouthWords owner state targetOn agreement allowedMoves
          steps {
            id version text ownerName dueOn state needsSharing shareWith
            service { id }
            sharing { refusal recipient { id organizationName } release { id expiresAt } }
            owner { id name }
            referral { id state reference service { id name } }
          }
        }
      }
    }
  }
`);

export type PlannedCase = NonNullable<CasePlanQuery['case']>;
export type Plan = NonNullable<PlannedCase['plan']>;
export type Goal = Plan['goals'][number];
export type Step = Goal['steps'][number];
