import { i18n, type Messages } from '@lingui/core';
import type { Language } from '~/preferences';
import { lazy } from './compiled/lazy';

const catalogues: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import('./compiled/en'),
  es: () => import('./compiled/es'),
};

/** A feature whose words are not part of the first load. */
export type LazyFeature = keyof typeof lazy;
const learned = new Set<LazyFeature>();

/** Loads one language and makes it the one in force. */
export async function speak(language: Language): Promise<void> {
  const loaded = await Promise.all([
    catalogues[language](),
    ...[...learned].map((feature) => lazy[feature][language]()),
  ]);
  const messages: Messages = Object.assign({}, ...loaded.map((one) => one.messages));
  i18n.loadAndActivate({ locale: language, messages });
}

/**
 * A part of the program that is fetched when it is needed, with its words:
 * `lazy(() => withWords('away', import('~/features/away/Away')))`.
 */
export async function withWords<Part>(feature: LazyFeature, part: Promise<Part>): Promise<Part> {
  learned.add(feature);
  const language = i18n.locale as Language;
  const [loaded, { messages }] = await Promise.all([part, lazy[feature][language]()]);
  i18n.load(language, messages);
  // Another language was chosen meanwhile.
  return i18n.locale === language ? loaded : withWords(feature, part);
}
