import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { AgeBand, NeededLanguage } from '~/gql/generated/enums';

/** How old somebody is, as closely as a service needs it. */
export const ageBand: Words<AgeBand> = {
  UNDER_10: msg`Under 10`,
  FROM_10_TO_12: msg`10 to 12`,
  FROM_13_TO_15: msg`13 to 15`,
  FROM_16_TO_17: msg`16 or 17`,
  FROM_18_TO_20: msg`18 to 20`,
  FROM_21_TO_24: msg`21 to 24`,
  FROM_25: msg`25 and over`,
};

/** A language that a service would have to speak. */
export const neededLanguage: Words<NeededLanguage> = {
  ENGLISH: msg`English`,
  SPANISH: msg`Spanish`,
  AMERICAN_SIGN_LANGUAGE: msg`American Sign Language`,
  ARABIC: msg`Arabic`,
  CHINESE: msg`Chinese`,
  FRENCH: msg`French`,
  HAITIAN_CREOLE: msg`Haitian Creole`,
  KOREAN: msg`Korean`,
  NAVAJO: msg`Navajo`,
  PORTUGUESE: msg`Portuguese`,
  RUSSIAN: msg`Russian`,
  SOMALI: msg`Somali`,
  TAGALOG: msg`Tagalog`,
  VIETNAMESE: msg`Vietnamese`,
  BY_INTERPRETER: msg`Another, by an interpreter`,
};
