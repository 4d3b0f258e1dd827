import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import type { Locale, ReviewState } from '~/gql/generated/graphql';
import { reviewState } from './words';

/** What is said of a template beside its own words. */
export function useTemplateWords() {
  const { t, i18n } = useLingui();
  const { word } = useWords();
  const names: Record<Locale, string> = { EN: t`in English`, ES: t`in Spanish` };
  return {
    /** Its language, where that is not the reader's. */
    language: (locale: Locale) =>
      locale.toLowerCase() === i18n.locale.slice(0, 2) ? null : names[locale],
    /** How the review with survivor experts stands; nothing said is no review (rule 118). */
    review: (reviews: readonly { state: ReviewState }[]) =>
      reviews[0] ? word(reviewState, reviews[0].state) : t`Not reviewed by survivor experts yet`,
  };
}
