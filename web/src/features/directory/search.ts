import * as v from 'valibot';
import { capability, capacity, serviceCategory, verification } from '~/features/words/directory';
import { states } from '~/features/words/states';
import type { ServiceFilter, State } from '~/gql/generated/graphql';
import { ages } from './ages';
import { languages } from './languages';

const codes = <Code extends string>(words: Readonly<Record<Code, unknown>>) =>
  v.picklist(Object.keys(words) as Code[]);
const oneOf = <Code extends string>(words: Readonly<Record<Code, unknown>>) =>
  v.fallback(v.optional(codes(words)), undefined);
const opaqueId = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))), undefined);

const flag = v.fallback(v.optional(v.literal(true)), undefined);

/**
 * What may stand in the address of the directory: codes of the vocabularies and opaque ids. Words
 * and the age that are sought stay in the page (rule 124).
 */
export const DirectorySearch = v.object({
  state: oneOf(states),
  kind: oneOf(serviceCategory),
  room: oneOf(capacity),
  language: oneOf(languages),
  accepts: v.fallback(v.optional(v.array(codes(capability))), undefined),
  /** From the map of where nothing is: for a band of ages, open to those who ask, of tribes. */
  ages: oneOf(ages),
  open: flag,
  tribal: flag,
  checked: oneOf(verification),
  specialised: flag,
  /** The case for which a service is sought, and the step of its plan. */
  case: opaqueId,
  step: opaqueId,
});
/** Of one service: the case for which it was sought, and the step of its plan. */
export const ServiceSearch = v.object({ case: opaqueId, step: opaqueId });
export type DirectorySearch = v.InferOutput<typeof DirectorySearch>;

/** A city of the directory's own, and how far from it. */
export interface Place {
  city: string;
  state: State;
  latitude: number;
  longitude: number;
  kilometers: number;
}

/** What is sought in words: kept in this page's memory alone. */
export interface Sought {
  words: string;
  county?: string | undefined;
  near?: Place | undefined;
  /** The words for which nothing like them is to be searched. */
  exact?: string | undefined;
  age: string;
}

/** An age in whole years from 0 to 120; undefined while nothing is asked, NaN for anything else. */
export function ageOf(text: string): number | undefined {
  if (!text.trim()) return undefined;
  const age = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : Number.NaN;
  return age <= 120 ? age : Number.NaN;
}

/** The server's filter for the address and for what was typed. */
export function filterOf(
  search: DirectorySearch,
  { words, exact, age, county, near }: Sought,
): ServiceFilter {
  const years = ageOf(age);
  const [youngest, oldest] = search.ages ? ages[search.ages] : [];
  return {
    ...(words.trim() ? { words: words.trim() } : {}),
    ...(words.trim() && words.trim() === exact ? { exact: true } : {}),
    ...(search.state ? { states: [search.state] } : {}),
    ...(search.kind ? { categories: [search.kind] } : {}),
    ...(search.room ? { capacities: [search.room] } : {}),
    ...(search.language ? { language: languages[search.language] } : {}),
    ...(search.accepts?.length ? { capabilities: search.accepts } : {}),
    ...(years !== undefined && !Number.isNaN(years)
      ? { age: years }
      : search.ages
        ? { age: youngest, ageTo: oldest }
        : {}),
    ...(search.open ? { accepting: true } : {}),
    ...(search.tribal ? { tribal: true } : {}),
    ...(search.checked ? { verifications: [search.checked] } : {}),
    ...(search.state && county?.trim() ? { county: county.trim() } : {}),
    ...(near ? { near: pointOf(near) } : {}),
    ...(search.specialised ? { specialised: true } : {}),
  };
}

const pointOf = ({ latitude, longitude, kilometers }: Place) => ({
  latitude,
  longitude,
  kilometers,
});

/** Whether anything is sought that is not in the address. */
export const seeks = ({ words, age, county, near }: Sought): boolean =>
  Boolean(words.trim() || age.trim() || county?.trim() || near);

/** The filters alone, without the case they are for. */
export const narrows = (search: DirectorySearch): boolean =>
  Boolean(
    search.state ||
      search.kind ||
      search.room ||
      search.language ||
      search.checked ||
      search.specialised ||
      search.accepts?.length ||
      fromMap(search),
  );

/** Whether it came from the map of where nothing is. */
export const fromMap = (search: DirectorySearch): boolean =>
  Boolean(search.ages || search.open || search.tribal);
