import { msg } from '@lingui/core/macro';
import { safetySection } from '~/features/support/words';
import type { Words } from '~/features/words';
import type {
  ApprovalDecision,
  DifferenceKind,
  Field,
  Part,
  PlanPrompt,
  ReviewTrigger,
} from '~/gql/generated/enums';

export const differenceKind: Words<DifferenceKind> = {
  ADDED: msg`Added`,
  CHANGED: msg`Changed`,
  REMOVED: msg`Taken away`,
};

export const part: Words<Part> = {
  PLAN: msg`The plan itself`,
  STRENGTH: msg`Strength`,
  GOAL: msg`Goal`,
  STEP: msg`Step`,
  SUPPORT_PROFILE: msg`What helps`,
  SAFETY_PLAN: msg`Safety plan`,
};

export const field: Words<Field> = {
  STATE: msg`Where it stands`,
  REVIEW_ON: msg`Looked at again on`,
  RIGHT_EXPLAINED_ON: msg`The right not to take part was explained on`,
  VOICE_KIND: msg`What there is of the young person's voice`,
  VOICE_WORDS: msg`The young person's words`,
  VOICE_NOTE: msg`Why there are no words yet`,
  VOICE_NEXT_OFFER_ON: msg`Offered again on`,
  KIND: msg`Kind`,
  TEXT: msg`Words`,
  DOMAIN: msg`Part of life`,
  IN_YOUTH_WORDS: msg`In the young person's own words`,
  OWNER: msg`Whose it is`,
  OWNER_NAME: msg`Who does it`,
  TARGET_ON: msg`By`,
  DUE_ON: msg`Due on`,
  AGREEMENT: msg`What the young person thinks`,
  NEEDS_SHARING: msg`Somebody outside has to be told`,
  SHARE_WITH: msg`Who is told`,
  SERVICE: msg`Service`,
  TRIGGERS: msg`What can set them off`,
  CALMING: msg`What calms`,
  CONTACT_WISHES: msg`How to reach them`,
  DO_NOT_ASK: msg`Not to be asked again`,
  WELCOME_ITEMS: msg`What makes a welcome`,
  SAFE_PEOPLE: msg`Safe people`,
  ...safetySection,
};

/** What happened. None of it is anybody's fault (rule 69). */
export const reviewTrigger: Words<ReviewTrigger> = {
  MISSING_AGAIN: msg`Missing again`,
  PLACEMENT_CHANGE: msg`A change of placement`,
  TOLD_US_SOMETHING: msg`Told us something`,
  COURT_DATE: msg`A court date`,
  CONSENT_WITHDRAWN: msg`A consent was taken back`,
  YOUTH_ASKS: msg`The young person asks for it`,
};

export const approvalDecision: Words<ApprovalDecision> = {
  APPROVED: msg`Approved`,
  RETURNED: msg`Given back with a word`,
};

/** What a plan asks for next: never an error, and nothing waits for it. */
export const planPrompt: Words<PlanPrompt> = {
  NO_YOUTH_GOAL: msg`No goal is the young person's own yet. Ask what they would like to be different.`,
  RIGHT_NOT_EXPLAINED: msg`The right not to take part was not explained yet.`,
  SAFETY_PLAN_OPEN: msg`There is no safety plan yet that was settled with the young person.`,
  REVIEW_OVERDUE: msg`The day of the review has passed.`,
  REVIEW_CALLED: msg`Something happened that calls for a review.`,
  DRAFT_OPEN: msg`The plan was changed since its last version was frozen.`,
  APPROVAL_FELL_AWAY: msg`What was approved is not what the plan says now.`,
};
