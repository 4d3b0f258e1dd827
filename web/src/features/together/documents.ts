import { graphql } from '~/gql';
import type { TogetherQuery } from '~/gql/generated/graphql';

/** All that the young person sees. Each change answers with it anew. */
export const TogetherFields = graphql(`
  fragment TogetherFields on Together {
    caseId planId alias name words voiceRecordedAt rightExplainedOn
    goals { id version text state agreement domain maySetAside mayTakeUp }
    calming { text }
    safety { section lines }
    safePeople { name reach chosenByYouth }
  }
`);

export const TogetherDocument = graphql(`
  query Together { together { ...TogetherFields } }
`);

export const StartDocument = graphql(`
  mutation TogetherStart($input: TogetherStartInput!) {
    togetherStart(input: $input) {
      ... on TogetherStartSuccess { done }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

export const LeaveDocument = graphql(`
  mutation TogetherLeave($input: TogetherLeaveInput!) {
    togetherLeave(input: $input) {
      ... on TogetherLeaveSuccess { done }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

export const RightDocument = graphql(`
  mutation TogetherRightExplained($input: TogetherRightExplainedInput!) {
    togetherRightExplained(input: $input) {
      ... on TogetherRightExplainedSuccess { together { ...TogetherFields } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

export const NotNowDocument = graphql(`
  mutation TogetherNotNow($input: TogetherNotNowInput!) {
    togetherNotNow(input: $input) {
      ... on TogetherNotNowSuccess { together { ...TogetherFields } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

export const VoiceDocument = graphql(`
  mutation TogetherVoiceRecord($input: TogetherVoiceRecordInput!) {
    togetherVoiceRecord(input: $input) {
      ... on TogetherVoiceRecordSuccess { together { ...TogetherFields } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

export const GoalAddDocument = graphql(`
  mutation TogetherGoalAdd($input: TogetherGoalAddInput!) {
    togetherGoalAdd(input: $input) {
      ... on TogetherGoalAddSuccess { together { ...TogetherFields } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

export const GoalAnswerDocument = graphql(`
  mutation TogetherGoalAnswer($input: TogetherGoalAnswerInput!) {
    togetherGoalAnswer(input: $input) {
      ... on TogetherGoalAnswerSuccess { together { ...TogetherFields } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

export const PersonDocument = graphql(`
  mutation TogetherSafePersonChoose($input: TogetherSafePersonChooseInput!) {
    togetherSafePersonChoose(input: $input) {
      ... on TogetherSafePersonChooseSuccess { together { ...TogetherFields } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

export const CopingDocument = graphql(`
  mutation TogetherCopingChoose($input: TogetherCopingChooseInput!) {
    togetherCopingChoose(input: $input) {
      ... on TogetherCopingChooseSuccess { together { ...TogetherFields } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

export type View = NonNullable<TogetherQuery['together']>;
export type OwnGoal = View['goals'][number];
