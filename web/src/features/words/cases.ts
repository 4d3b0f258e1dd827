import { msg } from '@lingui/core/macro';
import type {
  CaseFact,
  CaseOrigin,
  CaseStatus,
  ClosureReason,
  CommunityType,
  LegalCustody,
} from '~/gql/generated/enums';
import type { Words } from './useWords';

export const caseStatus: Words<CaseStatus> = {
  INQUIRY: msg`Inquiry`,
  OPEN: msg`Open`,
  MONITORING: msg`Monitoring`,
  PAUSED_BY_YOUTH: msg`Paused by the youth`,
  CLOSED: msg`Closed`,
  REOPENED: msg`Reopened`,
};

export const caseOrigin: Words<CaseOrigin> = {
  CYBERTIPLINE: msg`CyberTipline`,
  MISSING_REPORT: msg`Missing report`,
  TA_REQUEST: msg`Request for help`,
  LAW_ENFORCEMENT: msg`Law enforcement`,
  CHILD_WELFARE: msg`Child welfare`,
  FAMILY: msg`Family`,
  SELF_REFERRED: msg`The young person`,
  COURT: msg`Court`,
  MEDICAL: msg`Medical`,
  SCHOOL: msg`School`,
  HOTLINE: msg`Hotline`,
  PARTNER: msg`Partner`,
  OTHER: msg`Something else`,
};

export const communityType: Words<CommunityType> = {
  SUBURBAN: msg`Suburban`,
  RURAL: msg`Rural`,
  URBAN: msg`Urban`,
  TRIBAL_LANDS: msg`Tribal lands`,
};

export const legalCustody: Words<LegalCustody> = {
  PARENT: msg`Parent`,
  KIN: msg`Relative`,
  STATE_CHILD_WELFARE: msg`State child welfare`,
  JUVENILE_JUSTICE: msg`Juvenile justice`,
  TRIBAL: msg`Tribe`,
  GUARDIAN: msg`Guardian`,
  ORR: msg`Office of Refugee Resettlement`,
  EMANCIPATED: msg`Emancipated`,
  UNKNOWN: msg`Not known yet`,
};

export const closureReason: Words<ClosureReason> = {
  GOALS_MET: msg`The goals are met`,
  YOUTH_CHOSE_TO_END: msg`The young person chose to end it`,
  TRANSFERRED: msg`Handed over to another team`,
  MOVED_OUT_OF_AREA: msg`Moved out of the area`,
  AGED_OUT_WITH_PLAN: msg`Came of age, with a plan`,
  NO_CONTACT_AFTER_OUTREACH: msg`No contact after reaching out`,
  REFERRED_ELSEWHERE: msg`Others help now`,
  DECEASED: msg`The young person has died`,
  OPENED_IN_ERROR: msg`Opened by mistake`,
};

export const caseFact: Words<CaseFact> = {
  LEGAL_CUSTODY: msg`Legal custody`,
  COMMUNITY_TYPE: msg`Community`,
  JURISDICTION: msg`State or territory`,
};
