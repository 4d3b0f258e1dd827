import { msg } from '@lingui/core/macro';
import type { StaffingType } from '~/gql/generated/enums';
import type { Words } from './useWords';

export const staffingType: Words<StaffingType> = {
  TRIAGE: msg`Triage`,
  CRISIS_RAPID_RESPONSE: msg`Rapid response in a crisis`,
  INITIAL_NON_EMERGENCY: msg`First staffing`,
  ONGOING: msg`Ongoing`,
  SUPERVISOR_CASE_STAFFING: msg`Supervisor's case staffing`,
  TRANSITION_CLOSURE: msg`Transition or closing`,
  SYSTEMS_REVIEW: msg`Review of how systems worked`,
};
