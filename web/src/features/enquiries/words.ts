import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { AgeBand, LinkState, NeededLanguage } from '~/gql/generated/enums';
import type { PillTone } from '~/ui';

export const ageBand: Words<AgeBand> = {
  UNDER_10: msg`under 10`,
  FROM_10_TO_12: msg`10 to 12`,
  FROM_13_TO_15: msg`13 to 15`,
  FROM_16_TO_17: msg`16 and 17`,
  FROM_18_TO_20: msg`18 to 20`,
  FROM_21_TO_24: msg`21 to 24`,
  FROM_25: msg`25 and over`,
};

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
  BY_INTERPRETER: msg`Another one, by an interpreter`,
};

export const linkState: Words<LinkState> = {
  WAITING: msg`No answer yet`,
  ANSWERED: msg`Answered`,
  EXPIRED: msg`Not answered in time`,
  REVOKED: msg`Taken back`,
};

export const linkTones: Readonly<Record<LinkState, PillTone>> = {
  WAITING: 'waiting',
  ANSWERED: 'active',
  EXPIRED: 'calm',
  REVOKED: 'calm',
};
