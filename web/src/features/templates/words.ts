import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { ReviewState, Situation, StepBy, TemplateState } from '~/gql/generated/enums';

export const situation: Words<Situation> = {
  JUST_RECOVERED: msg`Just found`,
  FOSTER_PLACEMENT: msg`New foster home`,
  RETURNING_HOME: msg`Back to family`,
  AFTER_BEING_AWAY: msg`Back after being away`,
  PREGNANT_OR_PARENTING: msg`Expecting or being a parent`,
  COURT_AHEAD: msg`Court ahead`,
  TURNING_EIGHTEEN: msg`Turning eighteen`,
  OTHER: msg`Something else`,
};

export const stepBy: Words<StepBy> = {
  SPECIALIST: msg`Resource specialist`,
  ADVOCATE: msg`Family advocate`,
  SUPERVISOR: msg`Supervisor`,
  YOUTH: msg`The young person`,
  CAREGIVER: msg`The caregiver`,
  SOMEBODY_ELSE: msg`Somebody else`,
};

export const reviewState: Words<ReviewState> = {
  SUBMITTED: msg`Waits for survivor experts`,
  IN_REVIEW: msg`With survivor experts`,
  CHANGES_REQUESTED: msg`Survivor experts ask for changes`,
  ENDORSED: msg`Endorsed by survivor experts`,
  DECLINED: msg`Not endorsed by survivor experts`,
  WITHDRAWN: msg`Endorsement taken back`,
};

export const templateState: Words<TemplateState> = {
  DRAFT: msg`Not published yet`,
  OFFERED: msg`Offered`,
  WITHDRAWN: msg`Withdrawn`,
};
