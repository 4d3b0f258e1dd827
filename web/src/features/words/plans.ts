import { msg } from '@lingui/core/macro';
import type {
  Agreement,
  ApprovalState,
  ContactWishKind,
  GoalOwner,
  GoalState,
  PlanDomain,
  PlanState,
  StepState,
  StrengthKind,
  VoiceKind,
} from '~/gql/generated/enums';
import type { Words } from './useWords';

export const planState: Words<PlanState> = {
  DRAFT: msg`Draft`,
  AWAITING_YOUTH_VOICE: msg`Waiting for the youth's voice`,
  ACTIVE: msg`Active`,
  UNDER_REVIEW: msg`Under review`,
  PAUSED: msg`Paused`,
  COMPLETED: msg`Completed`,
  SUPERSEDED: msg`Replaced by a newer plan`,
};

export const goalState: Words<GoalState> = {
  PROPOSED: msg`Proposed`,
  ACCEPTED: msg`Accepted`,
  IN_PROGRESS: msg`In progress`,
  PAUSED: msg`Paused`,
  MET_IN_YOUTH_VIEW: msg`Met, in the youth's view`,
  MET_IN_TEAM_VIEW: msg`Met, in the team's view`,
  CHANGED: msg`Changed`,
  SET_ASIDE: msg`Set aside`,
};

export const stepState: Words<StepState> = {
  TODO: msg`To do`,
  DOING: msg`Doing`,
  WAITING: msg`Waiting`,
  DONE: msg`Done`,
  NOT_NEEDED: msg`Not needed`,
  YOUTH_DECLINED_FOR_NOW: msg`Declined for now by the youth`,
};

export const goalOwner: Words<GoalOwner> = {
  YOUTH: msg`The young person's own`,
  CAREGIVER: msg`Caregiver's`,
  TEAM: msg`Team's`,
  COURT: msg`Court's`,
};

export const agreement: Words<Agreement> = {
  YOUTH_AGREES: msg`Agrees`,
  YOUTH_PARTLY: msg`Agrees in part`,
  YOUTH_DISAGREES: msg`Does not agree`,
  NOT_ASKED_YET: msg`Not asked yet`,
  CHOSE_NOT_TO_SAY: msg`Chose not to say`,
};

export const strengthKind: Words<StrengthKind> = {
  RELATIONSHIP: msg`Relationship`,
  SKILL: msg`Skill`,
  INTEREST: msg`Interest`,
  VALUE: msg`Value`,
  CULTURE_FAITH: msg`Culture or faith`,
  COPING: msg`Way of coping`,
  ACHIEVEMENT: msg`Achievement`,
  HOPE: msg`Hope`,
};

export const planDomain: Words<PlanDomain> = {
  IMMEDIATE_SAFETY: msg`Immediate safety`,
  BASIC_NEEDS: msg`Basic needs`,
  MEDICAL_DENTAL: msg`Medical and dental`,
  SEXUAL_REPRODUCTIVE_HEALTH: msg`Sexual and reproductive health`,
  MENTAL_HEALTH: msg`Mental health`,
  SUBSTANCE_USE: msg`Substance use`,
  PLACEMENT_HOUSING: msg`Placement and housing`,
  FAMILY_RELATIONSHIPS: msg`Family relationships`,
  PEER_MENTOR_SUPPORT: msg`Peer and mentor support`,
  EDUCATION: msg`Education`,
  EMPLOYMENT_INCOME: msg`Work and income`,
  LEGAL_PROTECTION: msg`Legal protection`,
  COURT_AND_JUSTICE_PROCESS: msg`Court and justice process`,
  IMMIGRATION: msg`Immigration`,
  IDENTITY_DOCUMENTS: msg`Identity documents`,
  LIFE_SKILLS: msg`Life skills`,
  TECHNOLOGY_ONLINE_SAFETY: msg`Technology and online safety`,
  TRANSPORT: msg`Transport`,
  CHILDCARE_PARENTING: msg`Childcare and parenting`,
  CULTURE_FAITH_COMMUNITY: msg`Culture, faith, community`,
  IDENTITY_AND_BELONGING: msg`Identity and belonging`,
  RECREATION_JOY: msg`Recreation and joy`,
  AFTERCARE_TRANSITION: msg`Aftercare and transition`,
};

export const voiceKind: Words<VoiceKind> = {
  OWN_WORDS: msg`Own words`,
  NOT_YET_REACHABLE: msg`Not yet reachable`,
  CHOSE_NOT_TO_TAKE_PART: msg`Chose not to take part`,
};

export const contactWish: Words<ContactWishKind> = {
  PHONE: msg`By phone`,
  TEXT: msg`By text message`,
  APP: msg`Through an app`,
  EMAIL: msg`By e-mail`,
  IN_PERSON: msg`In person`,
  VIA_SUPPORTER: msg`Through somebody they trust`,
  YOUTH_WILL_CONTACT_US: msg`They will contact us`,
  NONE: msg`Not at all`,
};

export const approvalState: Words<ApprovalState> = {
  WAITING: msg`Waits for the supervisor's word`,
  APPROVED: msg`Approved`,
  RETURNED: msg`Given back with a word`,
  FELL_AWAY: msg`Changed since it was approved`,
};
