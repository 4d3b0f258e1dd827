import { useMemo } from 'react';
import { graphql, useQuery } from '~/gql';
import type { ContactChannel, PersonRole } from '~/gql/generated/graphql';

const FamilyDocument = graphql(`
  query LogFamily($id: ID!) {
    case(id: $id) {
      id alias
      people { id name role relation safeToContact noContact noContactReason allegedOffender }
      contacts(first: 1) { edges { node { id channel person { id } } } }
    }
  }
`);

export interface FamilyMember {
  id: string;
  name: string;
  role: PersonRole;
  relation?: string | null;
  safeToContact: boolean;
  noContact: boolean;
  noContactReason?: string | null;
}
export interface Family {
  alias: string;
  people: FamilyMember[];
  lastChannel: ContactChannel | null;
  lastPerson: string | null;
}

/** Whom one may have spoken with, and how it was done last time. A person of concern is left out (rule 106). */
export function useFamily(caseId: string | null): Family | undefined {
  const { data } = useQuery(FamilyDocument, { id: caseId ?? '' }, { pause: !caseId, fresh: true });
  const found = data?.case;
  return useMemo(() => {
    if (!caseId || found?.id !== caseId) return undefined;
    const people = found.people.filter(({ allegedOffender }) => !allegedOffender);
    const last = found.contacts.edges[0]?.node;
    const caregivers = people.filter(({ role }) => role === 'CAREGIVER');
    const only = caregivers.length === 1 ? caregivers[0]?.id : undefined;
    return {
      alias: found.alias,
      people,
      lastChannel: last?.channel ?? null,
      lastPerson: last?.person?.id ?? only ?? null,
    };
  }, [caseId, found]);
}
