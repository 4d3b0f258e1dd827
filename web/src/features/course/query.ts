import { graphql } from '~/gql';
import type { CaseCourseQuery } from '~/gql/generated/graphql';

/** How a case stands and stood, and what still runs on it: asked for when somebody looks. */
export const CourseDocument = graphql(`
  query CaseCourse($id: ID!) {
    case(id: $id) {
      id version alias status allowedStatuses openReferrals nextReviewOn nextStaffingAt
      legalCustody communityType jurisdiction
      runningClocks { id code dueAt }
      statusChanges { was now reason note aftercare aftercareNote at by { id name } }
      formerTeam { id role from to endReason user { id name } }
      factChanges { fact was now since reason at by { id name } }
    }
  }
`);
export type Course = NonNullable<CaseCourseQuery['case']>;

/** What a change of a case touches: lists, the dashboard and the case itself are asked for anew. */
export const courseTouches = ['Case', 'CaseStatusChange', 'CaseFactChange', 'Assignment'];

/** What is done to the course of a case by a form. */
export type CourseAct = 'move' | 'close' | 'facts';
