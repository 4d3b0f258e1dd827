import { Trans, useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { agreement, contactWish, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { Agreement, ContactWishKind, OutcomeVoice } from '~/gql/generated/graphql';
import { ChipChoice, Select, Stack, TextArea, useForm } from '~/ui';
import type { Plan } from './query';

const EndDocument = graphql(`
  mutation PlanEnd($input: PlanEndInput!) {
    planEnd(input: $input) {
      ... on PlanEndSuccess { plan { id version state } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface Told {
  words: string;
  voice: OutcomeVoice;
}

/** The ending of a plan: what came of each goal, what remains, how to stay in touch (rule 76). */
export function EndPlanForm({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const end = useMutation(EndDocument);
  const form = useForm({
    initialValues: {
      outcomes: plan.goals.map((): Told => ({ words: '', voice: 'TEAM' })),
      remains: '',
      aftercare: null as ContactWishKind | null,
      aftercareNote: '',
      youthAgreement: null as Agreement | null,
    },
    validate: (values) => ({
      ...Object.fromEntries(
        values.outcomes.map(({ words }, n) => [
          `outcomes.${n}.words`,
          words.trim() ? null : t`Say what came of this goal.`,
        ]),
      ),
      remains: values.remains.trim() ? null : t`Say what remains, or that nothing does.`,
      aftercare: values.aftercare ? null : t`Choose how to stay in touch.`,
      youthAgreement: values.youthAgreement ? null : t`Choose what the young person thinks.`,
    }),
  });
  const voices = [
    { value: 'YOUTH' as const, label: t`The young person's words` },
    { value: 'TEAM' as const, label: t`The team's words` },
  ];
  return (
    <DraftForm
      form={form}
      draft={`end:${plan.id}`}
      label={t`End the plan`}
      submitLabel={t`End the plan`}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        end({
          input: {
            clientMutationKey,
            id: plan.id,
            expectedVersion: settledVersion ?? plan.version,
            outcomes: plan.goals.map((goal, n) => ({
              goal: goal.id,
              words: values.outcomes[n]?.words ?? '',
              voice: values.outcomes[n]?.voice ?? 'TEAM',
            })),
            remains: values.remains,
            aftercare: values.aftercare as ContactWishKind,
            aftercareNote: values.aftercareNote || null,
            youthAgreement: values.youthAgreement as Agreement,
          },
        })
      }
      onClose={onClose}
    >
      <p className="t-soft">
        <Trans>The plan can be opened again at any time; all of this is kept.</Trans>
      </p>
      {plan.goals.map((goal, n) => (
        <Stack key={goal.id} gap="small">
          <TextArea
            name={`outcomes.${n}.words`}
            label={t`What came of: ${goal.text}`}
            required
            focusFirst={n === 0}
          />
          <ChipChoice name={`outcomes.${n}.voice`} label={t`Told in`} choices={voices} required />
        </Stack>
      ))}
      <TextArea name="remains" label={t`What remains to be done or watched`} required />
      <Select
        name="aftercare"
        label={t`How the young person wants to hear from us afterwards`}
        choices={choices(contactWish)}
        required
      />
      <TextArea name="aftercareNote" label={t`A word on that`} />
      <ChipChoice
        name="youthAgreement"
        label={t`What does the young person think of ending it?`}
        choices={choices(agreement)}
        required
      />
    </DraftForm>
  );
}
