import { i18n, type Messages } from '@lingui/core';
import type { Language } from '~/preferences';

const catalogues: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import('./compiled/en'),
  es: () => import('./compiled/es'),
};

/** Loads one language and makes it the one in force. */
export async function speak(language: Language): Promise<void> {
  const { messages } = await catalogues[language]();
  i18n.loadAndActivate({ locale: language, messages });
}
