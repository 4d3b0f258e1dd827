import { graphql, useMutation } from '~/gql';
import type { NeedProfileInput, ReferralMakeMutation } from '~/gql/generated/graphql';
import type { FieldProblem, Outcome } from '~/ui';
import type { Picked } from './picked';

const MakeDocument = graphql(`
  mutation ReferralMake($input: ReferralMakeInput!) {
    referralMake(input: $input) {
      ... on ReferralMakeSuccess {
        referral {
          id reference state case { id version } service { id }
          askedTogether { id reference state service { id } }
        }
      }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** What is put to the services. */
export interface Need {
  case: string;
  step: string | null;
  need: string;
  send: boolean;
  profile: NeedProfileInput | null;
}
type Made = Extract<
  ReferralMakeMutation['referralMake'],
  { __typename: 'ReferralMakeSuccess' }
>['referral']['askedTogether'][number];
/** A service and the referral that was made to it. */
export interface Sent {
  service: Picked;
  referral: Made;
}

/**
 * Puts one need to all of the services at once: either each has its referral afterwards, or none,
 * and the one that is in the way is named.
 */
export function useSending() {
  const make = useMutation(MakeDocument);
  return async (
    services: readonly Picked[],
    need: Need,
    clientMutationKey: string,
  ): Promise<Outcome<readonly Sent[]>> => {
    const [first, ...others] = services;
    const outcome = await make({
      input: {
        ...need,
        clientMutationKey,
        service: first?.id ?? '',
        alsoTo: others.map(({ id }) => id),
      },
    });
    if (outcome.kind === 'problems') {
      return { ...outcome, fields: outcome.fields.map((one) => atService(one, services)) };
    }
    if (outcome.kind !== 'done') return outcome;
    const { referral } = outcome.value;
    const made = [referral, ...referral.askedTogether];
    const value = services.flatMap((service) => {
      const found = made.find((one) => one.service.id === service.id);
      return found ? [{ service, referral: found }] : [];
    });
    return { kind: 'done', value };
  };
}

/** What is wrong with a service is said at the list of them, with its name; and what is wrong with
 * the profile at the field that it was taken from. */
function atService({ path, message }: FieldProblem, services: readonly Picked[]): FieldProblem {
  const place = path === 'service' ? 0 : /^alsoTo\.(\d+)$/.exec(path)?.[1];
  if (place === undefined) return { path: fieldOf[path] ?? path, message };
  const service = services[path === 'service' ? 0 : Number(place) + 1];
  return { path: 'services', message: service ? `${service.name}: ${message}` : message };
}

const fieldOf: Record<string, string> = {
  alsoTo: 'services',
  'profile.category': 'kind',
  'profile.accepts': 'accepts',
  'profile.neededBy': 'neededBy',
};
