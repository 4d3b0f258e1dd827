import { graphql } from '~/gql';
import type { CaseSupportQuery } from '~/gql/generated/graphql';

/** What helps a young person and keeps them safe, with or without a plan. */
export const CaseSupportDocument = graphql(`
  query CaseSupport($id: ID!) {
    case(id: $id) {
      id alias can whereabouts
      plan { id strengths { id kind text } goals { id text } }
      supportProfile {
        version writtenAt writtenBy { id name }
        triggers { kind text }
        calming { kind text }
        contact { kind text }
        doNotAsk { topic instead }
        welcomeItems
      }
      safetyPlan {
        version writtenAt writtenBy { id name } settledAt settledBy { id name }
        sections { section lines }
        safePeople { name reach chosenByYouth }
        missing needsChosenPerson
      }
      immediatePlan {
        id version state recoveredAt activatedAt activatedBy { id name }
        sections {
          section version content unknownYet openedAt doneAt
          doneBy { id name }
        }
        reminders { hours until }
      }
      stages {
        stage topic notedOn notedAt
        goal { id text }
        notedBy { id name }
      }
    }
  }
`);

export type SupportedCase = NonNullable<CaseSupportQuery['case']>;
export type Profile = NonNullable<SupportedCase['supportProfile']>;
export type SafetyPlan = NonNullable<SupportedCase['safetyPlan']>;
export type ImmediatePlan = NonNullable<SupportedCase['immediatePlan']>;
export type ImmediateStep = ImmediatePlan['sections'][number];
export type StageEntry = SupportedCase['stages'][number];

/** Whether somebody is away now, as far as the newest time away tells. */
export const isAway = (whereabouts: SupportedCase['whereabouts']): boolean =>
  whereabouts === 'MISSING' ||
  whereabouts === 'AWAY_KNOWN_LOCATION' ||
  whereabouts === 'LOCATED_NOT_RETURNED';
