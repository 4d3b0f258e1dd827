import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { IntroductionPreference } from '~/gql/generated/enums';

export const introductionPreference: Words<IntroductionPreference> = {
  TOGETHER: msg`We call, and they are there`,
  WORKER_ALONE: msg`We call and tell them afterwards`,
  YOUTH_ALONE: msg`They call themselves`,
  SUPPORTER_ALONG: msg`Somebody they chose goes along`,
  NO_PREFERENCE: msg`Any way is fine`,
  NOT_ASKED_YET: msg`Not asked yet`,
};
