import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { AgeBand } from '~/gql/generated/enums';

export const soughtAge: Words<AgeBand> = {
  UNDER_10: msg`under 10`,
  FROM_10_TO_12: msg`10 to 12`,
  FROM_13_TO_15: msg`13 to 15`,
  FROM_16_TO_17: msg`16 and 17`,
  FROM_18_TO_20: msg`18 to 20`,
  FROM_21_TO_24: msg`21 to 24`,
  FROM_25: msg`25 and over`,
};
