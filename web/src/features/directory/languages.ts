/**
 * Languages to look for: the code that stands in the address, and the name by which the directory
 * keeps it.
 */
export const languages = {
  en: 'English',
  es: 'Spanish',
  ase: 'American Sign Language',
  ar: 'Arabic',
  zh: 'Chinese',
  fr: 'French',
  ht: 'Haitian Creole',
  ko: 'Korean',
  nv: 'Navajo',
  pt: 'Portuguese',
  ru: 'Russian',
  tl: 'Tagalog',
  vi: 'Vietnamese',
} as const;
export type LanguageCode = keyof typeof languages;

/** The code of a language as the directory keeps it, when it is one of these. */
export const languageCode = (kept: string): LanguageCode | undefined =>
  (Object.keys(languages) as LanguageCode[]).find((code) => languages[code] === kept);
