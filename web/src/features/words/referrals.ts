import { msg } from '@lingui/core/macro';
import type {
  Helpful,
  ReferralOutcome,
  ReferralReason,
  ReferralState,
} from '~/gql/generated/enums';
import type { Words } from './useWords';

export const referralState: Words<ReferralState> = {
  DRAFT: msg`Draft`,
  REQUESTED: msg`Asked, waiting`,
  ACCEPTED: msg`Accepted`,
  REJECTED: msg`Not accepted`,
  CANCELLED: msg`Cancelled`,
  IN_PROGRESS: msg`In progress`,
  ON_HOLD: msg`On hold`,
  FAILED: msg`Did not work out`,
  COMPLETED: msg({ message: 'Completed', context: 'a referral' }),
  ENTERED_IN_ERROR: msg`Entered in error`,
};

export const referralReason: Words<ReferralReason> = {
  AT_CAPACITY: msg`No room`,
  INELIGIBLE_AGE: msg`Age does not fit`,
  INELIGIBLE_GENDER: msg`Gender does not fit`,
  INELIGIBLE_AREA: msg`Area does not fit`,
  INELIGIBLE_OTHER: msg`Does not fit for another reason`,
  UNSAFE_MATCH: msg`Would not be safe`,
  NO_RESPONSE: msg`No response`,
  FUNDING: msg`Funding`,
  YOUTH_DECLINED: msg`The youth chose not to`,
  YOUTH_UNAVAILABLE: msg`The youth could not be reached`,
  DUPLICATE: msg`Duplicate`,
  SERVICE_CLOSED: msg`The service has closed`,
  OTHER: msg`Something else`,
};

export const referralOutcome: Words<ReferralOutcome> = {
  SERVICE_RECEIVED: msg`The service was received`,
  SERVICE_DECLINED: msg`The service said no`,
  YOUTH_CHOSE_NOT_TO: msg`The youth chose not to`,
};

export const helpful: Words<Helpful> = {
  YES: msg`Yes`,
  PARTLY: msg`Partly`,
  NO: msg`No`,
  CHOSE_NOT_TO_SAY: msg`Chose not to say`,
};
