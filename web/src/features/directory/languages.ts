/**
 * Languages to look for: the code that stands in the address, and the name by which the directory
 * keeps it. Readers see the name in their own language.
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

/** Choices by name, in the reader's language. */
export function languageChoices(locale: string): { value: LanguageCode; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (Object.keys(languages) as LanguageCode[]).map((code) => ({
    value: code,
    label: names.of(code) ?? languages[code],
  }));
}

/** The directory's name of a language in the reader's own; as it is kept when it is another. */
export function languageName(kept: string, locale: string): string {
  const code = (Object.keys(languages) as LanguageCode[]).find((one) => languages[one] === kept);
  return (code && new Intl.DisplayNames(locale, { type: 'language' }).of(code)) ?? kept;
}
