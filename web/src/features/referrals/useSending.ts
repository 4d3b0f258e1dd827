import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { graphql, useMutation } from '~/gql';
import type { ReferralMakeMutation } from '~/gql/generated/graphql';
import { type FieldProblem, newKey, type Outcome } from '~/ui';
import type { Picked } from './picked';

const MakeDocument = graphql(`
  mutation ReferralMake($input: ReferralMakeInput!) {
    referralMake(input: $input) {
      ... on ReferralMakeSuccess { referral { id reference state case { id version } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** What is put to each of the services. */
export interface Need {
  case: string;
  step: string | null;
  need: string;
  send: boolean;
}
type Made = Extract<
  ReferralMakeMutation['referralMake'],
  { __typename: 'ReferralMakeSuccess' }
>['referral'];
/** A service and the referral that was made to it. */
export interface Sent {
  service: Picked;
  referral: Made;
}

/**
 * Puts one need to several services, one after the other: each is a change of its own with a key
 * of its own, which stays the same while no answer has come. Those that went through stay so; the
 * others are given back with what came in their way, to be tried again.
 */
export function useSending() {
  const { t } = useLingui();
  const make = useMutation(MakeDocument);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const unanswered = useRef(new Map<string, { key: string; text: string }>());

  const keyFor = (service: string, need: Need): string => {
    const text = JSON.stringify(need);
    const before = unanswered.current.get(service);
    if (before?.text === text) return before.key;
    const key = newKey();
    unanswered.current.set(service, { key, text });
    return key;
  };

  const send = async (
    services: readonly Picked[],
    need: Need,
  ): Promise<{ outcome: Outcome<readonly Sent[]>; left: Picked[] }> => {
    const done: Sent[] = [];
    const left: Picked[] = [];
    const problems: FieldProblem[] = [];
    for (const service of services) {
      const outcome = await make({
        input: { ...need, clientMutationKey: keyFor(service.id, need), service: service.id },
      });
      if (outcome.kind !== 'fault') unanswered.current.delete(service.id);
      if (outcome.kind === 'done') {
        done.push({ service, referral: outcome.value.referral });
        continue;
      }
      left.push(service);
      problems.push(...problemsOf(service, outcome));
    }
    const all = [...sent, ...done];
    setSent(all);
    if (left.length === 0) return { outcome: { kind: 'done', value: all }, left };
    const message = t`Not every service could be referred to.`;
    return { outcome: { kind: 'problems', message, fields: unique(problems) }, left };
  };
  return { sent, send };
}

/** What is wrong with the need is said at its field; all else with the name of the service. */
function problemsOf(
  service: Picked,
  outcome: Exclude<Outcome<unknown>, { kind: 'done' }>,
): FieldProblem[] {
  const fields = outcome.kind === 'problems' ? outcome.fields : [];
  const own = fields.filter(({ path }) => path === 'need' || path === 'case');
  const others = fields.filter(({ path }) => path !== 'need' && path !== 'case');
  const about = others.length
    ? others.map(({ message }) => message).join(' ')
    : own.length
      ? ''
      : outcome.message;
  return about ? [...own, { path: 'services', message: `${service.name}: ${about}` }] : own;
}

const unique = (problems: FieldProblem[]): FieldProblem[] => [
  ...new Map(problems.map((one) => [`${one.path} ${one.message}`, one])).values(),
];
