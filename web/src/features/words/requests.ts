import { msg } from '@lingui/core/macro';
import type {
  RequestChannel,
  RequesterKind,
  RequestOutcome,
  RequestState,
  RequestTopic,
  Urgency,
} from '~/gql/generated/enums';
import type { Words } from './useWords';

export const requestState: Words<RequestState> = {
  WAITING: msg`Waiting for a first answer`,
  ANSWERED: msg`Answered`,
  CASE_OPENED: msg`Has a case`,
  CLOSED: msg({ message: 'Closed', context: 'a request' }),
};

export const requesterKind: Words<RequesterKind> = {
  CHILD_WELFARE_WORKER: msg`Child welfare worker`,
  FOSTER_PARENT: msg`Foster parent`,
  KIN_CAREGIVER: msg`Relative caring for the child`,
  LAW_ENFORCEMENT: msg`Law enforcement`,
  JUVENILE_JUSTICE: msg`Juvenile justice`,
  COURT: msg`Court`,
  SERVICE_PROVIDER: msg`Service provider`,
  SCHOOL: msg`School`,
  MEDICAL: msg`Medical`,
  TRIBAL_AGENCY: msg`Tribal agency`,
  FAMILY: msg`Family`,
  OTHER: msg`Somebody else`,
};

export const requestTopic: Words<RequestTopic> = {
  FIND_RESOURCE: msg`Find a resource`,
  IMMEDIATE_RECOVERY_PLAN: msg`Plan for the first days`,
  LONGER_TERM_PLAN: msg`Longer-term plan`,
  RETURN_CONVERSATION: msg`Conversation after return`,
  ENGAGEMENT_AND_RAPPORT: msg`Building trust`,
  PLACEMENT_OPTIONS: msg`Placement options`,
  REDUCE_RUNNING: msg`Fewer missing episodes`,
  FAMILY_ENGAGEMENT: msg`Working with the family`,
  SAFETY_PLANNING: msg`Safety planning`,
  SCREENING_PRACTICE: msg`How to ask and notice`,
  INTERSTATE_RETURN: msg`Return across state lines`,
  LEGAL_OPTIONS: msg`Legal options`,
  PROGRAM_EXPANSION: msg`Growing a program`,
  STAFF_TRAINING: msg`Training for staff`,
  MDT_SETUP: msg`Setting up a multidisciplinary team`,
  CASE_STAFFING: msg`Case staffing`,
  STAFF_WELLBEING: msg`Wellbeing of staff`,
};

export const urgency: Words<Urgency> = {
  CHILD_JUST_FOUND: msg`A child was just found`,
  URGENT: msg`Urgent`,
  ROUTINE: msg`When you can`,
};

export const requestChannel: Words<RequestChannel> = {
  PHONE: msg`Phone`,
  EMAIL: msg`E-mail`,
  IN_PERSON: msg`In person`,
  LETTER: msg`Letter`,
  PUBLIC_FORM: msg`Public form`,
};

export const requestOutcome: Words<RequestOutcome> = {
  RESOURCES_FOUND: msg`Services were found`,
  GUIDANCE_GIVEN: msg`Guidance was given`,
  GOES_ON_IN_CASE: msg`It goes on in its case`,
  REFERRED_ELSEWHERE: msg`Somebody else helps on`,
  NOTHING_SUITABLE: msg`There was nothing that fits`,
  NO_LONGER_NEEDED: msg`Not needed any more`,
  NOT_REACHED: msg`We could not reach them`,
};
