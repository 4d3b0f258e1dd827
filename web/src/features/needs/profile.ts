import type {
  AgeBand,
  Capability,
  NeededLanguage,
  NeedProfileInput,
  ServiceCategory,
} from '~/gql/generated/graphql';

/** The fields of a form that make up what services are told of a need. */
export interface ProfileValues {
  kind: ServiceCategory | null;
  age: AgeBand | null;
  accepts: Capability[];
  languages: NeededLanguage[];
  neededBy: string | null;
}

export const emptyProfile = (kind?: ServiceCategory): ProfileValues => ({
  kind: kind ?? null,
  age: null,
  accepts: [],
  languages: [],
  neededBy: null,
});

/** As it is sent; nothing is told while the kind of help is not said. */
export const profileOf = (of: ProfileValues): NeedProfileInput | null =>
  of.kind
    ? {
        category: of.kind,
        ageBand: of.age,
        accepts: of.accepts,
        languages: of.languages,
        neededBy: of.neededBy,
      }
    : null;
