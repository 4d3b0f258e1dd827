import { graphql } from '~/gql';
import type {
  PlanReadingPartsFragment,
  PlanRecordQuery,
  PlanVersionPartsFragment,
} from '~/gql/generated/graphql';

/** Everything that a plan said at one moment. */
export const PlanReadingParts = graphql(`
  fragment PlanReadingParts on PlanReading {
    version state reviewOn rightExplainedOn
    voiceKind voiceWords voiceNote
    strengths { kind text }
    goals {
      domain text inYouthWords owner state targetOn agreement
      steps {
        text dueOn state ownerName needsSharing shareWith
        owner { id name }
        service { id name }
      }
    }
    triggers { kind text }
    calming { kind text }
    contact { kind text }
    doNotAsk { topic instead }
    welcomeItems
    safety { section lines }
    safePeople { name reach chosenByYouth }
  }
`);
export type Reading = PlanReadingPartsFragment;

/** A version without what was in it. */
export const PlanVersionParts = graphql(`
  fragment PlanVersionParts on PlanVersion {
    number frozenAt why youthAgreement contentHash
    frozenBy { id name }
    approvals { decision comment at by { id name } }
  }
`);
export type Version = PlanVersionPartsFragment;

/** A plan's versions, reviews, and what it asks for next. */
export const PlanRecordDocument = graphql(`
  query PlanRecord($id: ID!) {
    case(id: $id) {
      id alias can
      plan {
        id version state activatedAt reviewOn prompts
        draft { material }
        goals { id text inYouthWords owner state agreement steps { id text state } }
        atLastReview {
          at review { heldAt }
          reading { goals { goal state agreement steps { step state } } }
        }
        approval { state version { number approvals { decision comment at by { id name } } } }
        versions { ...PlanVersionParts }
        reviewCalls { trigger note at answered by { id name } }
        reviews { dueOn heldAt changed youthAgreement youthWords nextOn heldBy { id name } }
      }
    }
  }
`);
export type RecordedCase = NonNullable<PlanRecordQuery['case']>;
export type RecordedPlan = NonNullable<RecordedCase['plan']>;

/** Types whose change makes any of this stale. */
export const touches = ['RecoveryPlan', 'Goal', 'Step', 'Case'];
