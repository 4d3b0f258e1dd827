import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { LanguageCode } from './languages';

/** Not every browser can name them all: so they are in the catalogues. */
export const languageWords: Words<LanguageCode> = {
  en: msg`English`,
  es: msg`Spanish`,
  ase: msg`American Sign Language`,
  ar: msg`Arabic`,
  zh: msg`Chinese`,
  fr: msg`French`,
  ht: msg`Haitian Creole`,
  ko: msg`Korean`,
  nv: msg`Navajo`,
  pt: msg`Portuguese`,
  ru: msg`Russian`,
  tl: msg`Tagalog`,
  vi: msg`Vietnamese`,
};
