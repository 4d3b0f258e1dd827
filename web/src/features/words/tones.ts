import type {
  ApprovalState,
  Capacity,
  CaseStatus,
  GoalState,
  PlanState,
  ReferralState,
  RequestState,
  StepState,
  Urgency,
  Verification,
} from '~/gql/generated/enums';
import type { PillTone } from '~/ui';

/** Shape and colour beside the word of a state; the word says it, these only help the eye. */
type Tones<Code extends string> = Readonly<Record<Code, PillTone>>;

export const caseStatusTones: Tones<CaseStatus> = {
  INQUIRY: 'waiting',
  OPEN: 'active',
  MONITORING: 'calm',
  PAUSED_BY_YOUTH: 'calm',
  CLOSED: 'done',
  REOPENED: 'active',
};
export const planStateTones: Tones<PlanState> = {
  DRAFT: 'calm',
  AWAITING_YOUTH_VOICE: 'waiting',
  ACTIVE: 'active',
  UNDER_REVIEW: 'waiting',
  PAUSED: 'calm',
  COMPLETED: 'done',
  SUPERSEDED: 'calm',
};
export const approvalTones: Tones<ApprovalState> = {
  WAITING: 'waiting',
  APPROVED: 'done',
  RETURNED: 'waiting',
  FELL_AWAY: 'waiting',
};
export const goalStateTones: Tones<GoalState> = {
  PROPOSED: 'calm',
  ACCEPTED: 'active',
  IN_PROGRESS: 'active',
  PAUSED: 'calm',
  MET_IN_YOUTH_VIEW: 'done',
  MET_IN_TEAM_VIEW: 'done',
  CHANGED: 'calm',
  SET_ASIDE: 'calm',
};
export const stepStateTones: Tones<StepState> = {
  TODO: 'calm',
  DOING: 'active',
  WAITING: 'waiting',
  DONE: 'done',
  NOT_NEEDED: 'done',
  YOUTH_DECLINED_FOR_NOW: 'done',
};
export const requestStateTones: Tones<RequestState> = {
  WAITING: 'waiting',
  ANSWERED: 'active',
  CASE_OPENED: 'done',
  CLOSED: 'calm',
};
export const urgencyTones: Tones<Urgency> = {
  CHILD_JUST_FOUND: 'care',
  URGENT: 'waiting',
  ROUTINE: 'calm',
};
export const referralStateTones: Tones<ReferralState> = {
  DRAFT: 'calm',
  REQUESTED: 'waiting',
  ACCEPTED: 'active',
  REJECTED: 'done',
  CANCELLED: 'done',
  IN_PROGRESS: 'active',
  ON_HOLD: 'waiting',
  FAILED: 'done',
  COMPLETED: 'done',
  ENTERED_IN_ERROR: 'calm',
};
export const capacityTones: Tones<Capacity> = {
  HAS_CAPACITY: 'active',
  NO_CAPACITY: 'care',
  WAITLIST: 'waiting',
  NEEDS_ASSESSMENT: 'waiting',
  UNKNOWN: 'calm',
};
export const verificationTones: Tones<Verification> = {
  VERIFIED: 'done',
  STALE: 'care',
  UNVERIFIED: 'care',
  CLOSED: 'calm',
};
