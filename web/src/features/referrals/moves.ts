import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { ReferralState } from '~/gql/generated/graphql';

/** What a move is called where it is chosen: what somebody did, or what has become known. */
export const moveWords: Words<ReferralState> = {
  DRAFT: msg`Back to a draft`,
  REQUESTED: msg`Send it`,
  ACCEPTED: msg`They accepted`,
  REJECTED: msg`They did not accept`,
  IN_PROGRESS: msg`It is under way`,
  ON_HOLD: msg`Put it on hold`,
  COMPLETED: msg`It is completed`,
  FAILED: msg`It did not work out`,
  CANCELLED: msg`Cancel it`,
  ENTERED_IN_ERROR: msg`Entered in error`,
};

/** These need a reason and words (rule 88). */
export const needsReason = (to: ReferralState): boolean =>
  to === 'REJECTED' || to === 'CANCELLED' || to === 'ON_HOLD' || to === 'FAILED';
