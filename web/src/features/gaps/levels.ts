import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { MapLevel } from '~/ui';
import type { Desert } from './GapMap';

/** What is said of a place: that the directory knows nothing of it is not that nothing is there. */
export const levelOf = ({ listed, coverage }: Desert): MapLevel => {
  if (!listed) return 'unknown';
  if (coverage === 'DESERT') return 'none';
  return coverage === 'THIN' ? 'few' : 'enough';
};

export const levelWords: Words<MapLevel> = {
  none: msg`None listed`,
  few: msg`Few: 1 or 2`,
  enough: msg`3 or more`,
  unknown: msg`No data`,
};
