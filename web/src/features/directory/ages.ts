import type { AgeBand } from '~/gql/generated/enums';

/** The youngest and the oldest of each band of ages, in whole years, as the server counts them. */
export const ages: Readonly<Record<AgeBand, readonly [number, number]>> = {
  UNDER_10: [0, 9],
  FROM_10_TO_12: [10, 12],
  FROM_13_TO_15: [13, 15],
  FROM_16_TO_17: [16, 17],
  FROM_18_TO_20: [18, 20],
  FROM_21_TO_24: [21, 24],
  // Who takes people of 25 takes adults.
  FROM_25: [25, 25],
};
