import type { DirectorySearch, Sought } from '~/features/directory/search';
import { ageOf } from '~/features/directory/search';
import type {
  AgeBand,
  NeededLanguage,
  PopulationInput,
  UnmetNeedRecordInput,
} from '~/gql/generated/graphql';

/** The oldest of each band, in order: whole years. */
const bands: readonly (readonly [number, AgeBand])[] = [
  [9, 'UNDER_10'],
  [12, 'FROM_10_TO_12'],
  [15, 'FROM_13_TO_15'],
  [17, 'FROM_16_TO_17'],
  [20, 'FROM_18_TO_20'],
  [24, 'FROM_21_TO_24'],
  [120, 'FROM_25'],
];

/** The band of an age that was sought; none when there was none. */
export function bandOf(age: string): AgeBand | undefined {
  const years = ageOf(age);
  if (years === undefined || Number.isNaN(years)) return undefined;
  return bands.find(([oldest]) => years <= oldest)?.[1];
}

/** What may be asked of the directory's languages, by the code that stands in the address. */
export const soughtLanguages: Record<NonNullable<DirectorySearch['language']>, NeededLanguage> = {
  en: 'ENGLISH',
  es: 'SPANISH',
  ase: 'AMERICAN_SIGN_LANGUAGE',
  ar: 'ARABIC',
  zh: 'CHINESE',
  fr: 'FRENCH',
  ht: 'HAITIAN_CREOLE',
  ko: 'KOREAN',
  nv: 'NAVAJO',
  pt: 'PORTUGUESE',
  ru: 'RUSSIAN',
  tl: 'TAGALOG',
  vi: 'VIETNAMESE',
};

/**
 * What a search that found nothing is recorded as: nothing of the words, of the case, and of an
 * age its band. None until there is a place and a kind of help (rule 84).
 */
export function needOf(
  search: DirectorySearch,
  { age }: Sought,
): Omit<UnmetNeedRecordInput, 'clientMutationKey'> | undefined {
  if (!search.state || !search.kind) return undefined;
  return {
    state: search.state,
    category: search.kind,
    population: {
      ageBand: bandOf(age) ?? null,
      accepts: search.accepts?.filter((one) => one !== 'CONFIDENTIAL_LOCATION') ?? [],
      languages: search.language ? [soughtLanguages[search.language]] : [],
    },
  };
}

/** For whom, as the address says it. Where a place is hidden is nothing that anybody seeks. */
export const populationOf = (search: DirectorySearch): PopulationInput => ({
  ageBand: search.ages ?? null,
  accepts: search.accepts?.filter((one) => one !== 'CONFIDENTIAL_LOCATION') ?? [],
  languages: search.language ? [soughtLanguages[search.language]] : [],
});
