import type { useWords, Words } from '~/features/words';
import { capability, capacity, serviceCategory, states } from '~/features/words';
import type {
  Capability,
  Capacity,
  ServiceCategory,
  ServiceRecordInput,
  State,
} from '~/gql/generated/graphql';
import type { FullService } from './ServicePage';
import { ageOf } from './search';

/** What the form holds: a new service's blanks, or what is known of one. */
export const factsOf = (of: FullService | undefined) => ({
  name: of?.name ?? '',
  organizationName: of?.organizationName ?? '',
  category: (of?.category ?? null) as ServiceCategory | null,
  description: of?.description ?? '',
  state: (of?.state ?? null) as State | null,
  states: (of?.states ?? []) as State[],
  capabilities: (of?.capabilities ?? []) as Capability[],
  languages: of?.languages ?? (['English'] as string[]),
  minimumAge: of?.minimumAge?.toString() ?? '',
  maximumAge: of?.maximumAge?.toString() ?? '',
  phone: of?.phone ?? '',
  email: of?.email ?? '',
  url: of?.url ?? '',
  city: of?.city ?? '',
  capacity: (of?.capacity ?? 'UNKNOWN') as Capacity,
  closed: of?.verification === 'CLOSED',
});
export type Facts = ReturnType<typeof factsOf>;

/** A conflict carries a list as one text: taken over from there, it is read back into a list. */
export function listOf<Item extends string>(value: Item[] | string, between: string): Item[] {
  if (Array.isArray(value)) return value;
  return value.split(between).filter(Boolean) as Item[];
}

/** What the server is sent. It serves the state it is in; a confidential place has no city. */
export function inputOf(
  facts: Facts,
): Omit<ServiceRecordInput, 'clientMutationKey' | 'id' | 'expectedVersion'> {
  const text = (value: string) => value.trim() || null;
  const years = (value: string) => ageOf(value) ?? null;
  const state = facts.state as State;
  const capabilities = listOf(facts.capabilities, ' ');
  return {
    ...facts,
    category: facts.category as ServiceCategory,
    state,
    states: [...new Set([state, ...listOf(facts.states, ' ')])],
    capabilities,
    languages: listOf(facts.languages, ', '),
    minimumAge: years(facts.minimumAge),
    maximumAge: years(facts.maximumAge),
    phone: text(facts.phone),
    email: text(facts.email),
    url: text(facts.url),
    city: capabilities.includes('CONFIDENTIAL_LOCATION') ? null : text(facts.city),
  };
}

/** The values of a conflict in words: the server has them as codes. */
export function said(
  path: string,
  value: string,
  word: ReturnType<typeof useWords>['word'],
): string {
  const inWords = <Code extends string>(words: Words<Code>) =>
    listOf<Code>(value, ' ')
      .map((code) => (code in words ? word(words, code) : code))
      .join(', ');
  switch (path) {
    case 'category':
      return inWords(serviceCategory);
    case 'capacity':
      return inWords(capacity);
    case 'capabilities':
      return inWords(capability);
    case 'state':
    case 'states':
      return listOf<State>(value, ' ')
        .map((code) => states[code] ?? code)
        .join(', ');
    default:
      return value;
  }
}
