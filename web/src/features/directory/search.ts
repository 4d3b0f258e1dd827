import * as v from 'valibot';
import { capability, capacity, serviceCategory } from '~/features/words/directory';
import { states } from '~/features/words/states';
import type { ServiceFilter } from '~/gql/generated/graphql';
import { languages } from './languages';

const codes = <Code extends string>(words: Readonly<Record<Code, unknown>>) =>
  v.picklist(Object.keys(words) as Code[]);
const oneOf = <Code extends string>(words: Readonly<Record<Code, unknown>>) =>
  v.fallback(v.optional(codes(words)), undefined);
const opaqueId = v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))), undefined);

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
  /** The case for which a service is sought, and the step of its plan. */
  case: opaqueId,
  step: opaqueId,
});
export type DirectorySearch = v.InferOutput<typeof DirectorySearch>;

/** What is sought in words: kept in this page's memory alone. */
export interface Sought {
  words: string;
  age: string;
}

/** An age in whole years from 0 to 120; undefined while nothing is asked, NaN for anything else. */
export function ageOf(text: string): number | undefined {
  if (!text.trim()) return undefined;
  const age = /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : Number.NaN;
  return age <= 120 ? age : Number.NaN;
}

/** The server's filter for the address and for what was typed. */
export function filterOf(search: DirectorySearch, { words, age }: Sought): ServiceFilter {
  const years = ageOf(age);
  return {
    ...(words.trim() ? { words: words.trim() } : {}),
    ...(search.state ? { states: [search.state] } : {}),
    ...(search.kind ? { categories: [search.kind] } : {}),
    ...(search.room ? { capacities: [search.room] } : {}),
    ...(search.language ? { language: languages[search.language] } : {}),
    ...(search.accepts?.length ? { capabilities: search.accepts } : {}),
    ...(years === undefined || Number.isNaN(years) ? {} : { age: years }),
  };
}

/** The filters alone, without the case they are for. */
export const narrows = (search: DirectorySearch): boolean =>
  Boolean(search.state || search.kind || search.room || search.language || search.accepts?.length);
